//! Early data: what the functions of `mbedtls_compat.h` do.

use std::ffi::c_int;

use super::answers;
use super::config;
use super::driver::{self, failed, flush};
use super::handle::{Handle, enter_context};
use super::io::copy_data;
use super::start;
use super::types::{mbedtls_ssl_config, mbedtls_ssl_context};
use crate::capi::boundary::{bytes, bytes_mut};
use crate::capi::codes::{
    MBEDTLS_ERR_SSL_BAD_INPUT_DATA, MBEDTLS_ERR_SSL_CANNOT_READ_EARLY_DATA,
    MBEDTLS_ERR_SSL_CANNOT_WRITE_EARLY_DATA,
};
use crate::tls::connection::{Connection, EarlyDataStatus, Phase};

/// Switches early data on or off.
pub(crate) fn enable(conf: &mut mbedtls_ssl_config, on: bool) {
    if on {
        answers::early_data::begin();
    }
    config::enable_early_data(conf, on);
}

/// Moves early data that waits to `buf`.
///
/// # Safety
/// As for `mbedtls_ssl_read`.
pub(crate) unsafe fn read(ssl: *mut mbedtls_ssl_context, buf: *mut u8, len: usize) -> c_int {
    let body = |handle: Handle| {
        // SAFETY: as this function's.
        let buf = unsafe { bytes_mut(buf, len) }.ok_or(MBEDTLS_ERR_SSL_BAD_INPUT_DATA)?;
        let copied = handle.connection(|c| {
            let is_early = c.phase() == Some(Phase::EndOfEarlyData);
            if is_early { copy_data(c, buf) } else { None }
        });
        let copied = copied.ok().flatten().ok_or(MBEDTLS_ERR_SSL_CANNOT_READ_EARLY_DATA)?;
        Ok(c_int::try_from(copied).unwrap_or(c_int::MAX))
    };
    // SAFETY: as this function's.
    unsafe { enter_context(ssl, body) }
}

/// Sends one record of early data.
///
/// # Safety
/// As for `mbedtls_ssl_write`.
pub(crate) unsafe fn write(ssl: *mut mbedtls_ssl_context, buf: *const u8, len: usize) -> c_int {
    let body = |handle: Handle| {
        // SAFETY: as this function's.
        let data = unsafe { bytes(buf, len) }.ok_or(MBEDTLS_ERR_SSL_BAD_INPUT_DATA)?;
        // SAFETY: the handle vouches for the configuration.
        let conf = unsafe { &*handle.conf() };
        if !start::is_client(conf) {
            return Err(MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
        }
        if !config::early_data_enabled(conf) {
            return Err(MBEDTLS_ERR_SSL_CANNOT_WRITE_EARLY_DATA);
        }
        if handle.with(|inner| inner.unreported_early).is_none() {
            let written = seal(handle, data)?;
            let written = c_int::try_from(written).unwrap_or(c_int::MAX);
            handle.with(|inner| inner.unreported_early = Some(written));
        }
        flush(handle)?;
        Ok(handle.with(|inner| inner.unreported_early.take()).unwrap_or(0))
    };
    // SAFETY: as this function's.
    unsafe { enter_context(ssl, body) }
}

/// Seals the front of `data`. The first record leaves along with the ClientHello.
fn seal(handle: Handle, data: &[u8]) -> Result<usize, c_int> {
    start::begin(handle)?;
    if handle.connection(|c| c.phase())? == Some(Phase::ClientHello) {
        driver::step(handle)?;
    } else {
        flush(handle)?;
    }
    let sealed = handle.connection(|c| c.write_early(data))?.map_err(|error| failed(handle, error))?;
    sealed.ok_or(MBEDTLS_ERR_SSL_CANNOT_WRITE_EARLY_DATA)
}

/// What became of a client's early data.
///
/// # Safety
/// As for `mbedtls_ssl_get_verify_result`.
pub(crate) unsafe fn status(ssl: *const mbedtls_ssl_context) -> c_int {
    let body = |handle: Handle| {
        // SAFETY: the handle vouches for the configuration.
        let is_client = start::is_client(unsafe { &*handle.conf() });
        if !is_client || !handle.with(|inner| inner.is_over) {
            return Err(MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
        }
        let status = handle.connection(|c: &mut Connection| c.negotiated().early_data)?;
        Ok(match status {
            EarlyDataStatus::NotOffered => NOT_INDICATED,
            EarlyDataStatus::Accepted => ACCEPTED,
            EarlyDataStatus::Offered | EarlyDataStatus::Rejected => REJECTED,
        })
    };
    // SAFETY: as this function's.
    unsafe { enter_context(ssl, body) }
}

const NOT_INDICATED: c_int = 0;
const ACCEPTED: c_int = 1;
const REJECTED: c_int = 2;
