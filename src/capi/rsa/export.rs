//! Numbers out of a key, and one key into another.

use std::ffi::{c_int, c_uchar};
use std::ptr;

use super::*;
use crate::capi::bignum::{self, mbedtls_mpi};
use crate::capi::boundary::enter;
use crate::capi::codes::*;
use crate::capi::ecp::copy_number;

/// Copies numbers of a key.
///
/// \param ctx  The key.
/// \param N    Where the modulus goes; NULL leaves it out.
/// \param P    Where the first prime goes; NULL leaves it out.
/// \param Q    Where the second prime goes; NULL leaves it out.
/// \param D    Where the private exponent goes; NULL leaves it out.
/// \param E    Where the public exponent goes; NULL leaves it out.
///
/// \return 0 if they were copied.
/// \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA if \p ctx is NULL, or private numbers are asked for and there are none.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// All are null, or initialised; the numbers are used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_export(
    ctx: *const mbedtls_rsa_context,
    N: *mut mbedtls_mpi,
    P: *mut mbedtls_mpi,
    Q: *mut mbedtls_mpi,
    D: *mut mbedtls_mpi,
    E: *mut mbedtls_mpi,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let Some(ctx) = (unsafe { ctx.as_ref() }) else { return MBEDTLS_ERR_RSA_BAD_INPUT_DATA };
        let private = [P, Q, D].iter().any(|number| !number.is_null());
        if private && !is_private(ctx) {
            return MBEDTLS_ERR_RSA_BAD_INPUT_DATA;
        }
        // SAFETY: as above, and for the numbers.
        unsafe { copy_out(&[(N, &ctx.N), (P, &ctx.P), (Q, &ctx.Q), (D, &ctx.D), (E, &ctx.E)]) }
    })
}

/// Copies numbers of a key as bytes, the highest first, with zeros in front where there is room.
///
/// \param ctx    The key.
/// \param N      Where the modulus goes; NULL leaves it out.
/// \param N_len  How many bytes are written.
/// \param P      Where the first prime goes; NULL leaves it out.
/// \param P_len  How many bytes are written.
/// \param Q      Where the second prime goes; NULL leaves it out.
/// \param Q_len  How many bytes are written.
/// \param D      Where the private exponent goes; NULL leaves it out.
/// \param D_len  How many bytes are written.
/// \param E      Where the public exponent goes; NULL leaves it out.
/// \param E_len  How many bytes are written.
///
/// \return 0 if they were copied.
/// \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA if \p ctx is NULL, or private numbers are asked for and there are none.
/// \return #MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL if a number is longer than its room.
///
/// # Safety
/// `ctx` is null, or initialised; the others are null, or valid for writing their lengths.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_export_raw(
    ctx: *const mbedtls_rsa_context,
    N: *mut c_uchar,
    N_len: usize,
    P: *mut c_uchar,
    P_len: usize,
    Q: *mut c_uchar,
    Q_len: usize,
    D: *mut c_uchar,
    D_len: usize,
    E: *mut c_uchar,
    E_len: usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        let Some(ctx) = (unsafe { ctx.as_ref() }) else { return MBEDTLS_ERR_RSA_BAD_INPUT_DATA };
        let private = [P, Q, D].iter().any(|number| !number.is_null());
        if private && !is_private(ctx) {
            return MBEDTLS_ERR_RSA_BAD_INPUT_DATA;
        }
        for (to, len, from) in [
            (N, N_len, &ctx.N),
            (P, P_len, &ctx.P),
            (Q, Q_len, &ctx.Q),
            (D, D_len, &ctx.D),
            (E, E_len, &ctx.E),
        ] {
            if to.is_null() {
                continue;
            }
            // SAFETY: as above, and for the buffers.
            let code = unsafe { bignum::mbedtls_mpi_write_binary(from, to, len) };
            if code != 0 {
                return code;
            }
        }
        0
    })
}

/// Copies the numbers that a private key computes with.
///
/// \param ctx  The key.
/// \param DP   Where D modulo P - 1 goes; NULL leaves it out.
/// \param DQ   Where D modulo Q - 1 goes; NULL leaves it out.
/// \param QP   Where the inverse of Q modulo P goes; NULL leaves it out.
///
/// \return 0 if they were copied.
/// \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA if \p ctx is NULL or has no private key.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
///
/// # Safety
/// All are null, or initialised; the numbers are used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_export_crt(
    ctx: *const mbedtls_rsa_context,
    DP: *mut mbedtls_mpi,
    DQ: *mut mbedtls_mpi,
    QP: *mut mbedtls_mpi,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `ctx`.
        match unsafe { ctx.as_ref() } {
            // SAFETY: as above, and for the numbers.
            Some(ctx) if is_private(ctx) => unsafe {
                copy_out(&[(DP, &ctx.DP), (DQ, &ctx.DQ), (QP, &ctx.QP)])
            },
            _ => MBEDTLS_ERR_RSA_BAD_INPUT_DATA,
        }
    })
}

/// Gives a key the numbers of another one, and its way to pad.
///
/// \param dst  The key. What it held is released.
/// \param src  The other key.
///
/// \return 0 if it was copied.
/// \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA if \p dst or \p src is NULL.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory; \p dst is empty then.
///
/// # Safety
/// Both are null, or initialised; `dst` is used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_copy(
    dst: *mut mbedtls_rsa_context,
    src: *const mbedtls_rsa_context,
) -> c_int {
    enter(|| {
        if dst.is_null() || src.is_null() {
            return MBEDTLS_ERR_RSA_BAD_INPUT_DATA;
        }
        if ptr::eq(dst, src) {
            return 0;
        }
        // SAFETY: the caller vouches for both, which are two.
        unsafe {
            let (dst, src) = (&mut *dst, &*src);
            clear(dst);
            let code = copy_out(&[
                (&raw mut dst.N, &src.N),
                (&raw mut dst.E, &src.E),
                (&raw mut dst.D, &src.D),
                (&raw mut dst.P, &src.P),
                (&raw mut dst.Q, &src.Q),
                (&raw mut dst.DP, &src.DP),
                (&raw mut dst.DQ, &src.DQ),
                (&raw mut dst.QP, &src.QP),
            ]);
            if code != 0 {
                clear(dst);
                return code;
            }
            (dst.len, dst.padding, dst.hash_id) = (src.len, src.padding, src.hash_id);
        }
        0
    })
}

fn is_private(ctx: &mbedtls_rsa_context) -> bool {
    ![&ctx.N, &ctx.E, &ctx.D, &ctx.P, &ctx.Q].into_iter().any(is_zero)
}

/// # Safety
/// The first of each pair is null, or initialised and used by nobody else; the second is initialised.
unsafe fn copy_out(numbers: &[(*mut mbedtls_mpi, &mbedtls_mpi)]) -> c_int {
    for (to, from) in numbers {
        // SAFETY: the caller vouches for both.
        let code = if to.is_null() { 0 } else { unsafe { copy_number(*to, *from) } };
        if code != 0 {
            return code;
        }
    }
    0
}
