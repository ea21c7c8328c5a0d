//! Between C's numbers and the keys of `crypto`.

use std::ffi::c_int;
use std::sync::Arc;

use super::mbedtls_rsa_context;
use crate::capi::bignum::{self, limbs, magnitude, mbedtls_mpi, mbedtls_mpi_uint, set_magnitude};
use crate::capi::pk::prepared;
use crate::crypto::rsa::{Number, Numbers, PrivateKey, PublicKey, RsaError};
use crate::crypto::{sign, verify};

pub(crate) fn is_zero(number: &mbedtls_mpi) -> bool {
    // SAFETY: a number that there is a reference to is initialised.
    unsafe { limbs(number) }.iter().all(|&limb| limb == 0)
}

/// The public half.
///
/// # Safety
/// The key is initialised and not changed meanwhile.
pub(crate) unsafe fn public(ctx: &mbedtls_rsa_context) -> Result<PublicKey, RsaError> {
    // SAFETY: the caller vouches for the key.
    unsafe { PublicKey::new(&magnitude(&raw const ctx.N), &magnitude(&raw const ctx.E)) }
}

/// The private half of a complete key.
///
/// # Safety
/// The key is initialised and not changed meanwhile.
pub(crate) unsafe fn private(ctx: &mbedtls_rsa_context) -> Result<PrivateKey, RsaError> {
    if [&ctx.DP, &ctx.DQ, &ctx.QP].into_iter().any(is_zero) {
        return Err(RsaError::Key);
    }
    // SAFETY: the caller vouches for the key.
    let [n, e, d, p, q] = unsafe { [&ctx.N, &ctx.E, &ctx.D, &ctx.P, &ctx.Q].map(|number| magnitude(number)) };
    PrivateKey::new(&n, &e, &d, &p, &q)
}

/// All the numbers of a private key; `None` without one.
///
/// # Safety
/// The key is initialised and not changed meanwhile.
pub(crate) unsafe fn numbers(ctx: &mbedtls_rsa_context) -> Option<Numbers> {
    if [&ctx.N, &ctx.E, &ctx.D, &ctx.P, &ctx.Q, &ctx.DP, &ctx.DQ, &ctx.QP].into_iter().any(is_zero) {
        return None;
    }
    // SAFETY: the caller vouches for the key.
    let number = |number: &mbedtls_mpi| unsafe { magnitude(number) };
    Some(Numbers {
        n: number(&ctx.N),
        e: number(&ctx.E),
        d: number(&ctx.D),
        p: number(&ctx.P),
        q: number(&ctx.Q),
        dp: number(&ctx.DP),
        dq: number(&ctx.DQ),
        qp: number(&ctx.QP),
    })
}

/// Gives a key all its numbers: 0 or a code.
///
/// # Safety
/// The key is initialised and used by nobody else.
pub(crate) unsafe fn set_numbers(ctx: &mut mbedtls_rsa_context, numbers: &Numbers) -> c_int {
    // SAFETY: the caller vouches for the key.
    unsafe {
        let code = set_public(ctx, &numbers.n, &numbers.e);
        if code != 0 {
            return code;
        }
        let pairs: [(&mut mbedtls_mpi, &Number); 6] = [
            (&mut ctx.D, &numbers.d),
            (&mut ctx.P, &numbers.p),
            (&mut ctx.Q, &numbers.q),
            (&mut ctx.DP, &numbers.dp),
            (&mut ctx.DQ, &numbers.dq),
            (&mut ctx.QP, &numbers.qp),
        ];
        for (number, bytes) in pairs {
            let code = set_magnitude(number, bytes);
            if code != 0 {
                return code;
            }
        }
    }
    0
}

/// Gives an empty key all its numbers, and what TLS signs with: 0 or a code.
///
/// # Safety
/// The key is initialised and used by nobody else.
pub(crate) unsafe fn fill(
    ctx: &mut mbedtls_rsa_context,
    numbers: &Numbers,
    prepared: Option<sign::PrivateKey>,
) -> c_int {
    // SAFETY: the caller vouches for the key.
    unsafe {
        let code = set_numbers(ctx, numbers);
        if let Some(prepared) = prepared {
            prepared::put(&mut ctx.prepared, prepared);
        }
        code
    }
}

/// Gives a key its public numbers: 0 or a code.
///
/// # Safety
/// The key is initialised and used by nobody else.
pub(crate) unsafe fn set_public(ctx: &mut mbedtls_rsa_context, n: &[u8], e: &[u8]) -> c_int {
    // SAFETY: the caller vouches for the key.
    unsafe {
        prepared::drop_from(&mut ctx.prepared);
        let code = set_magnitude(&raw mut ctx.N, n);
        ctx.len = n.len() - n.iter().take_while(|&&byte| byte == 0).count();
        if code == 0 { set_magnitude(&raw mut ctx.E, e) } else { code }
    }
}

/// Wipes and releases the numbers of a key.
///
/// # Safety
/// The key is initialised and used by nobody else.
pub(crate) unsafe fn clear(ctx: &mut mbedtls_rsa_context) {
    // SAFETY: the caller vouches for the key.
    unsafe { prepared::drop_from(&mut ctx.prepared) };
    for number in
        [&mut ctx.N, &mut ctx.E, &mut ctx.D, &mut ctx.P, &mut ctx.Q, &mut ctx.DP, &mut ctx.DQ, &mut ctx.QP]
    {
        // SAFETY: as above.
        unsafe { bignum::clear(number) };
    }
    ctx.len = 0;
}

/// The public half as TLS has it.
///
/// # Safety
/// The key is initialised and not changed meanwhile.
pub(crate) unsafe fn public_key(ctx: &mbedtls_rsa_context) -> Option<verify::PublicKey> {
    const LONGEST: usize = 1024;
    let (mut n, mut e) = ([0; LONGEST], [0; size_of::<mbedtls_mpi_uint>()]);
    let n = n.get_mut(..ctx.len)?;
    // SAFETY: the caller vouches for the key.
    unsafe {
        prepared::write_number(&ctx.N, n)?;
        if prepared::write_number(&ctx.E, &mut e).is_none() {
            return verify::PublicKey::from_rsa_numbers(n, &magnitude(&raw const ctx.E)).ok();
        }
    }
    let zeros = e.iter().take_while(|&&byte| byte == 0).count();
    verify::PublicKey::from_rsa_numbers(n, e.get(zeros..)?).ok()
}

/// The private half as TLS has it; `None` without one that TLS signs with.
///
/// # Safety
/// The key is initialised and not changed meanwhile.
pub(crate) unsafe fn private_key(ctx: &mbedtls_rsa_context) -> Option<Arc<sign::PrivateKey>> {
    if is_zero(&ctx.D) {
        return None;
    }
    let fits = |kept: &sign::PrivateKey| {
        let numbers = kept.public_key().rsa_numbers();
        // SAFETY: the caller vouches for the key.
        numbers
            .is_some_and(|(n, e)| unsafe { prepared::is_number(&ctx.N, n) && prepared::is_number(&ctx.E, e) })
    };
    // SAFETY: as above.
    unsafe {
        prepared::get(&raw const ctx.prepared, fits, || {
            sign::PrivateKey::from_rsa_numbers(&numbers(ctx)?).ok()
        })
    }
}
