//! The C type of `mbedtls/dhm.h`: the layout is that of Debian 13 on x86_64, asserted here.

use super::bignum::mbedtls_mpi;

/// Parameters and keys of a finite-field key exchange. Its members are private.
#[repr(C)]
pub struct mbedtls_dhm_context {
    pub(crate) P: mbedtls_mpi,
    pub(crate) G: mbedtls_mpi,
    pub(crate) X: mbedtls_mpi,
    pub(crate) GX: mbedtls_mpi,
    pub(crate) GY: mbedtls_mpi,
    pub(crate) K: mbedtls_mpi,
    pub(crate) RP: mbedtls_mpi,
    pub(crate) Vi: mbedtls_mpi,
    pub(crate) Vf: mbedtls_mpi,
    pub(crate) pX: mbedtls_mpi,
}
const _: () = assert!(size_of::<mbedtls_dhm_context>() == 160 && align_of::<mbedtls_dhm_context>() == 8);
