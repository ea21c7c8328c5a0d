//! `mbedtls_compat.h`: what this library has beyond Mbed TLS as Debian builds it.

mod early_data;
mod resumption;

use std::ffi::{CStr, c_char};

pub use early_data::*;
pub use resumption::*;

/// The version of this library itself, such as "0.1.0"; mbedtls_version_get_string() tells which Mbed TLS it stands in
/// for. Mbed TLS has no such function, so that finding it (with dlsym(), say) tells a program what it runs on.
///
/// \return  A string that belongs to the library and is never released.
///
/// # Safety
/// None to keep; `unsafe` as every exported function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_compat_version() -> *const c_char {
    VERSION.as_ptr()
}

const VERSION: &CStr = match CStr::from_bytes_with_nul(concat!(env!("CARGO_PKG_VERSION"), "\0").as_bytes()) {
    Ok(version) => version,
    Err(_) => c"",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_the_crate_s() {
        // SAFETY: the string is static and terminated.
        let version = unsafe { CStr::from_ptr(mbedtls_compat_version()) };
        assert_eq!(version.to_str(), Ok(env!("CARGO_PKG_VERSION")));
    }
}
