//! A key from its primes, signing, verifying, encrypting.

use std::ffi::c_int;

use crate::capi::boundary::enter;
use crate::crypto::digest::Algorithm;
use crate::crypto::rsa::{EncryptionPadding, PrivateKey, RsaError, SignaturePadding};

/// Makes a key, and lets it sign, verify, encrypt and decrypt; wrong signatures have to be refused.
///
/// \param verbose  Not 0: also prints the result.
///
/// \return 0 if all went right.
/// \return 1 if something did not.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_rsa_self_test(verbose: c_int) -> c_int {
    enter(|| {
        let right = works() == Ok(true);
        if verbose != 0 {
            println!("  RSA: {}", if right { "passed" } else { "failed" });
        }
        c_int::from(!right)
    })
}

fn works() -> Result<bool, RsaError> {
    const HASH: [u8; 32] = [0x5a; 32];
    let key = PrivateKey::generate(1024, 65537)?;
    let public = key.public_key();
    let mut right = true;
    for padding in
        [SignaturePadding::Pkcs1(Some(Algorithm::Sha256)), SignaturePadding::Pss(Algorithm::Sha256, Some(32))]
    {
        let mut signature = key.sign(padding, &HASH)?;
        right &= public.verify(padding, &HASH, &signature).is_ok();
        if let Some(last) = signature.last_mut() {
            *last ^= 1;
        }
        right &= public.verify(padding, &HASH, &signature).is_err();
    }
    for padding in [EncryptionPadding::Pkcs1, EncryptionPadding::Oaep(Algorithm::Sha256, b"label")] {
        let encrypted = public.encrypt(padding, &HASH)?;
        right &= **key.decrypt(padding, &encrypted)? == HASH;
    }
    // The exponents alone tell the primes, in either order.
    let numbers = key.numbers()?;
    let again = PrivateKey::from_exponents(&numbers.n, &numbers.e, &numbers.d)?.numbers()?;
    Ok(right && [&again.p, &again.q].contains(&&numbers.p) && [&again.p, &again.q].contains(&&numbers.q))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_passes() {
        assert_eq!(mbedtls_rsa_self_test(0), 0);
    }
}
