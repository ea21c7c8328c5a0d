//! Known answers.

use std::ffi::c_int;

use crate::capi::boundary::enter;
use crate::crypto::ec;
use crate::crypto::montgomery::Montgomery;
use crate::crypto::verify::Curve;

/// Computes a multiple of a point that is known on each curve (RFC 5903 section 8, RFC 7748 section 6.1, and the point of which
/// the private key is 2), and says whether it is right.
///
/// \param verbose  Not 0: also prints the result.
///
/// \return 0 if all are right.
/// \return 1 if one is not.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_ecp_self_test(verbose: c_int) -> c_int {
    enter(|| {
        let right = weierstrass() && montgomery();
        if verbose != 0 {
            println!("  ECP: {}", if right { "passed" } else { "failed" });
        }
        c_int::from(!right)
    })
}

/// Twice the generator, computed in two ways, and the first bytes of what it is.
fn weierstrass() -> bool {
    let known: [(Curve, [u8; 8]); 4] = [
        (Curve::Secp256r1, [0x7c, 0xf2, 0x7b, 0x18, 0x8d, 0x03, 0x4f, 0x7e]),
        (Curve::Secp384r1, [0x08, 0xd9, 0x99, 0x05, 0x7b, 0xa3, 0xd2, 0xd9]),
        (Curve::Secp521r1, [0x00, 0x43, 0x3c, 0x21, 0x90, 0x24, 0x27, 0x7e]),
        (Curve::Secp256k1, [0xc6, 0x04, 0x7f, 0x94, 0x41, 0xed, 0x7d, 0x6d]),
    ];
    known.into_iter().all(|(curve, start)| {
        let double = ec::public(curve, &[2]);
        let sum = ec::public(curve, &[1]).and_then(|base| ec::multiply_add(curve, &[1], &base, &[1], &base));
        double.is_ok_and(|double| double.get(1..9) == Some(&start) && sum.as_ref() == Ok(&double))
    })
}

/// Alice's public key of RFC 7748 section 6.1.
fn montgomery() -> bool {
    const PRIVATE: [u8; 32] = [
        0x77, 0x07, 0x6d, 0x0a, 0x73, 0x18, 0xa5, 0x7d, 0x3c, 0x16, 0xc1, 0x72, 0x51, 0xb2, 0x66, 0x45, 0xdf,
        0x4c, 0x2f, 0x87, 0xeb, 0xc0, 0x99, 0x2a, 0xb1, 0x77, 0xfb, 0xa5, 0x1d, 0xb9, 0x2c, 0x2a,
    ];
    const PUBLIC: [u8; 32] = [
        0x85, 0x20, 0xf0, 0x09, 0x89, 0x30, 0xa7, 0x54, 0x74, 0x8b, 0x7d, 0xdc, 0xb4, 0x3e, 0xf7, 0x5a, 0x0d,
        0xbf, 0x3a, 0x0d, 0x26, 0x38, 0x1a, 0xf4, 0xeb, 0xa4, 0xa9, 0x8e, 0xaa, 0x9b, 0x4e, 0x6a,
    ];
    const BASE: [u8; 32] = {
        let mut base = [0; 32];
        base[0] = 9;
        base
    };
    Montgomery::X25519.multiply(&PRIVATE, &BASE).is_ok_and(|product| *product == PUBLIC)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_passes() {
        assert_eq!(mbedtls_ecp_self_test(0), 0);
    }
}
