//! `mbedtls/rsa.h`: RSA. Layouts are those of Debian 13 on x86_64, asserted here.

mod encrypt;
mod export;
mod key;
mod numbers;
mod self_test;
mod sign;

use std::ffi::{c_int, c_void};
use std::mem::offset_of;

use super::bignum::mbedtls_mpi;

pub use encrypt::*;
pub use export::*;
pub use key::*;
pub(crate) use numbers::*;
pub use self_test::*;
pub use sign::*;

/// An RSA key: a public one, or a pair. Its members are private.
#[repr(C)]
pub struct mbedtls_rsa_context {
    pub(crate) ver: c_int,
    /// Bytes of the modulus.
    pub(crate) len: usize,
    pub(crate) N: mbedtls_mpi,
    pub(crate) E: mbedtls_mpi,
    /// 0, as are those below, without a private key.
    pub(crate) D: mbedtls_mpi,
    pub(crate) P: mbedtls_mpi,
    pub(crate) Q: mbedtls_mpi,
    pub(crate) DP: mbedtls_mpi,
    pub(crate) DQ: mbedtls_mpi,
    pub(crate) QP: mbedtls_mpi,
    pub(crate) reserved: [usize; 10],
    pub(crate) padding: c_int,
    pub(crate) hash_id: c_int,
    /// The key that TLS signs with, if it was made already.
    pub(crate) prepared: *mut c_void,
    pub(crate) reserved2: [usize; 5],
}
const _: () = assert!(size_of::<mbedtls_rsa_context>() == 280 && align_of::<mbedtls_rsa_context>() == 8);
const _: () = assert!(offset_of!(mbedtls_rsa_context, len) == 8 && offset_of!(mbedtls_rsa_context, N) == 16);
const _: () = assert!(offset_of!(mbedtls_rsa_context, QP) == 128);
const _: () = assert!(offset_of!(mbedtls_rsa_context, padding) == 224);

#[cfg(test)]
mod tests {
    use std::ptr::{null, null_mut};

    use super::*;
    use crate::capi::codes::*;

    #[test]
    fn nothing_is_no_crash() {
        const BAD: c_int = MBEDTLS_ERR_RSA_BAD_INPUT_DATA;
        let none = null_mut::<mbedtls_rsa_context>();
        let (bytes, out, rng) = (null::<u8>(), null_mut::<u8>(), null_mut::<c_void>());
        let (number, mut olen) = (null_mut::<mbedtls_mpi>(), 0);
        // SAFETY: null is allowed everywhere here.
        unsafe {
            mbedtls_rsa_init(none);
            mbedtls_rsa_free(none);
            assert_eq!(mbedtls_rsa_get_len(none) + mbedtls_rsa_get_bitlen(none), 0);
            assert_eq!((mbedtls_rsa_get_padding_mode(none), mbedtls_rsa_get_md_alg(none)), (0, 0));
            let codes = [
                mbedtls_rsa_set_padding(none, 0, 0),
                mbedtls_rsa_import(none, number, number, number, number, number),
                mbedtls_rsa_import_raw(none, bytes, 0, bytes, 0, bytes, 0, bytes, 0, bytes, 0),
                mbedtls_rsa_complete(none),
                mbedtls_rsa_gen_key(none, None, rng, 1024, 3),
                mbedtls_rsa_export(none, number, number, number, number, number),
                mbedtls_rsa_export_raw(none, out, 0, out, 0, out, 0, out, 0, out, 0),
                mbedtls_rsa_export_crt(none, number, number, number),
                mbedtls_rsa_copy(none, none),
                mbedtls_rsa_check_pubkey(none),
                mbedtls_rsa_check_privkey(none),
                mbedtls_rsa_check_pub_priv(none, none),
                mbedtls_rsa_public(none, bytes, out),
                mbedtls_rsa_private(none, None, rng, bytes, out),
                mbedtls_rsa_pkcs1_sign(none, None, rng, 9, 32, bytes, out),
                mbedtls_rsa_pkcs1_verify(none, 9, 32, bytes, bytes),
                mbedtls_rsa_rsassa_pss_sign(none, None, rng, 9, 32, bytes, out),
                mbedtls_rsa_rsassa_pss_verify_ext(none, 9, 32, bytes, 9, -1, bytes),
                mbedtls_rsa_pkcs1_encrypt(none, None, rng, 1, bytes, out),
                mbedtls_rsa_pkcs1_decrypt(none, None, rng, &raw mut olen, bytes, out, 1),
                mbedtls_rsa_rsaes_oaep_encrypt(none, None, rng, bytes, 1, 1, bytes, out),
                mbedtls_rsa_rsaes_oaep_decrypt(none, None, rng, bytes, 1, &raw mut olen, bytes, out, 1),
            ];
            assert_eq!(codes, [BAD; 22]);
            let mut key = EMPTY;
            let key = &raw mut key;
            let codes = [
                mbedtls_rsa_pkcs1_sign(key, None, rng, 9, 32, bytes, out),
                mbedtls_rsa_pkcs1_verify(key, 9, 32, bytes, bytes),
                mbedtls_rsa_pkcs1_encrypt(key, None, rng, 1, bytes, out),
                mbedtls_rsa_pkcs1_decrypt(key, None, rng, null_mut(), bytes, out, 1),
            ];
            assert_eq!(codes, [BAD; 4]);
        }
    }
}
