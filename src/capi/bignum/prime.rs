//! Prime numbers, and the self-test.

use std::ffi::{c_int, c_void};
use std::num::NonZeroU32;

use super::{MAX_BITS, mbedtls_mpi, number, source, store};
use crate::capi::boundary::enter;
use crate::capi::codes::*;
use crate::capi::platform_util::mbedtls_f_rng_t;
use crate::capi::self_test;
use crate::crypto::bignum::Integer;

/// In flags: half of the prime is to be prime too.
const MBEDTLS_MPI_GEN_PRIME_FLAG_DH: c_int = 1;
/// In flags: more rounds of testing.
const MBEDTLS_MPI_GEN_PRIME_FLAG_LOW_ERR: c_int = 2;

/// More rounds than that make a composite number no less likely to be noticed.
const MAX_ROUNDS: u32 = 128;

/// Tells whether a number is prime. Fixed tests come first, then rounds with random bases: each lets a composite number
/// pass with a chance of at most 1 in 4.
///
/// \param X       The number; its sign does not count.
/// \param rounds  How many such rounds; over 128 are not done.
/// \param f_rng   Where random bytes come from. Not called for numbers of up to 64 bits, for which the fixed tests are
///                exact.
/// \param p_rng   Passed to \p f_rng.
///
/// \return 0 if it is prime.
/// \return #MBEDTLS_ERR_MPI_NOT_ACCEPTABLE if it is not.
/// \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p X is NULL or over #MBEDTLS_MPI_MAX_BITS, or \p f_rng is NULL.
/// \return What \p f_rng returned if it failed.
///
/// # Safety
/// `X` is null, or initialised; `f_rng` is null, or fills what it is given, with `p_rng`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_is_prime_ext(
    X: *const mbedtls_mpi,
    rounds: c_int,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for `X`.
        let x = unsafe { number(X) }.filter(|x| x.bits() <= MAX_BITS && f_rng.is_some());
        let Some(x) = x else { return MBEDTLS_ERR_MPI_BAD_INPUT_DATA };
        let rounds = u32::try_from(rounds).unwrap_or(0).min(MAX_ROUNDS);
        // SAFETY: the caller vouches for `f_rng`.
        match x.is_prime(rounds, unsafe { source(f_rng, p_rng) }) {
            Ok(true) => 0,
            Ok(false) => MBEDTLS_ERR_MPI_NOT_ACCEPTABLE,
            Err(code) => code,
        }
    })
}

/// Finds a prime number.
///
/// \param X      Takes the number.
/// \param nbits  Its length in bits, from 3 to #MBEDTLS_MPI_MAX_BITS.
/// \param flags  An OR of #mbedtls_mpi_gen_prime_flag_t.
/// \param f_rng  Where random bytes come from.
/// \param p_rng  Passed to \p f_rng.
///
/// \return 0 if one was found.
/// \return #MBEDTLS_ERR_MPI_BAD_INPUT_DATA if \p nbits is out of range, or \p X or \p f_rng is NULL.
/// \return #MBEDTLS_ERR_MPI_NOT_ACCEPTABLE if what \p f_rng gave led to none, time and again.
/// \return #MBEDTLS_ERR_MPI_ALLOC_FAILED if there is no memory.
/// \return What \p f_rng returned if it failed.
///
/// # Safety
/// `X` is null, or initialised and used by nobody else; `f_rng` is null, or fills what it is given, with `p_rng`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_gen_prime(
    X: *mut mbedtls_mpi,
    nbits: usize,
    flags: c_int,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    enter(|| {
        let bits =
            u32::try_from(nbits).ok().and_then(NonZeroU32::new).filter(|_| (3..=MAX_BITS).contains(&nbits));
        let (false, Some(bits)) = (X.is_null(), bits) else { return MBEDTLS_ERR_MPI_BAD_INPUT_DATA };
        let safe = flags & MBEDTLS_MPI_GEN_PRIME_FLAG_DH != 0;
        let rounds = if flags & MBEDTLS_MPI_GEN_PRIME_FLAG_LOW_ERR != 0 { 40 } else { 10 };
        // SAFETY: the caller vouches for `f_rng`.
        match Integer::random_prime(bits, safe, rounds, unsafe { source(f_rng, p_rng) }) {
            // SAFETY: the caller vouches for `X`, which is not null.
            Ok(Some(prime)) => unsafe { store(X, &prime) },
            Ok(None) => MBEDTLS_ERR_MPI_NOT_ACCEPTABLE,
            Err(code) => code,
        }
    })
}

/// Checks the arithmetic with numbers whose results are known.
///
/// \param verbose  Not 0: prints a line for each check.
///
/// \return 0 if all is well, 1 if not.
///
/// # Safety
/// None to keep; `unsafe` as every exported function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_self_test(verbose: c_int) -> c_int {
    enter(|| {
        let int = |value: u64| Integer::from(value);
        let one_off = |bits: u32| int(1).shifted_left(bits).sub(&int(1));
        let is = |found: Option<Integer>, wanted: &Integer| {
            found.is_some_and(|found| found.compare(wanted).is_eq())
        };
        // (2^n - 1)^2 = 2^(2n) - 2^(n + 1) + 1
        let square = one_off(1000).shifted_left(1000).sub(&one_off(1000));
        let product = is(Some(one_off(1000).mul(&one_off(1000))), &square);
        let division = is(square.div_rem(&one_off(1000)).map(|(quotient, _)| quotient), &one_off(1000));
        // 2^521 - 1 is prime: Fermat's little theorem.
        let prime = one_off(521);
        let power = is(int(3).pow_mod(&prime.sub(&int(1)), &prime), &int(1));
        let inverse = int(3).inverse_mod(&prime).and_then(|inverse| inverse.mul(&int(3)).modulo(&prime));
        let divisor = is(Some(one_off(60).gcd(&one_off(84))), &one_off(12));
        self_test::report(
            verbose,
            &[
                (c"multiplication", product),
                (c"division", division),
                (c"power", power),
                (c"inverse", is(inverse, &int(1))),
                (c"common divisor", divisor),
            ],
        )
    })
}
