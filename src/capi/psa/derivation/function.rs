//! The functions that derive keys, and the order in which each takes its inputs.

use zeroize::Zeroizing;

use super::super::algorithm::{
    PSA_ALG_HKDF_BASE, PSA_ALG_HKDF_EXPAND_BASE, PSA_ALG_HKDF_EXTRACT_BASE, PSA_ALG_TLS12_ECJPAKE_TO_PMS,
    PSA_ALG_TLS12_PRF_BASE, PSA_ALG_TLS12_PSK_TO_MS_BASE, family, hash_within,
};
use super::super::{
    PSA_ERROR_BAD_STATE, PSA_ERROR_CORRUPTION_DETECTED, PSA_ERROR_INVALID_ARGUMENT, psa_algorithm_t,
    psa_key_derivation_step_t, psa_status_t,
};
use crate::crypto::digest::Algorithm;
use crate::crypto::kdf::hkdf_extract;
use crate::crypto::kdf::stream::Stream;

pub(in super::super) const PSA_KEY_DERIVATION_INPUT_SECRET: psa_key_derivation_step_t = 0x0101;
pub(super) const PSA_KEY_DERIVATION_INPUT_OTHER_SECRET: psa_key_derivation_step_t = 0x0103;
pub(super) const PSA_KEY_DERIVATION_INPUT_LABEL: psa_key_derivation_step_t = 0x0201;
pub(super) const PSA_KEY_DERIVATION_INPUT_SALT: psa_key_derivation_step_t = 0x0202;
pub(super) const PSA_KEY_DERIVATION_INPUT_INFO: psa_key_derivation_step_t = 0x0203;
pub(super) const PSA_KEY_DERIVATION_INPUT_SEED: psa_key_derivation_step_t = 0x0204;

/// The longest pre-shared key: `PSA_TLS12_PSK_TO_MS_PSK_MAX_SIZE`.
const MAX_PSK: usize = 128;
/// What a master secret of TLS 1.2 is long (RFC 5246 section 8.1).
const MASTER_SECRET: usize = 48;
/// What goes into [`Kind::Tls12EcjpakeToPms`]: an uncompressed point of P-256.
const POINT: usize = 65;
/// What comes out of it.
const PREMASTER_SECRET: usize = 32;

/// A function with its digest.
#[derive(Clone, Copy)]
pub(super) struct Function {
    kind: Kind,
    hash: Algorithm,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Hkdf,
    HkdfExtract,
    HkdfExpand,
    Tls12Prf,
    Tls12PskToMs,
    Tls12EcjpakeToPms,
}

/// A function at work. Everything in it is wiped when it is dropped.
pub(super) struct Derivation {
    function: Function,
    salt: Input,
    secret: Input,
    other_secret: Input,
    info: Input,
    seed: Input,
    label: Input,
    /// What comes out, once something did.
    output: Option<Stream>,
}

type Input = Option<Zeroizing<Vec<u8>>>;

impl Function {
    /// The function of an algorithm; `None` if there is none.
    pub(super) fn of(alg: psa_algorithm_t) -> Option<Self> {
        let hash = hash_within(alg)?;
        let of_tls12 = matches!(hash, Algorithm::Sha256 | Algorithm::Sha384);
        let kind = match family(alg) {
            PSA_ALG_HKDF_BASE => Kind::Hkdf,
            PSA_ALG_HKDF_EXTRACT_BASE => Kind::HkdfExtract,
            PSA_ALG_HKDF_EXPAND_BASE => Kind::HkdfExpand,
            PSA_ALG_TLS12_PRF_BASE if of_tls12 => Kind::Tls12Prf,
            PSA_ALG_TLS12_PSK_TO_MS_BASE if of_tls12 => Kind::Tls12PskToMs,
            _ if alg == PSA_ALG_TLS12_ECJPAKE_TO_PMS => Kind::Tls12EcjpakeToPms,
            _ => return None,
        };
        Some(Self { kind, hash })
    }

    /// How much may come out.
    pub(super) fn capacity(self) -> usize {
        match self.kind {
            Kind::Hkdf | Kind::HkdfExpand => 255 * self.hash.size(),
            Kind::HkdfExtract => self.hash.size(),
            Kind::Tls12Prf => usize::MAX,
            Kind::Tls12PskToMs => MASTER_SECRET,
            Kind::Tls12EcjpakeToPms => PREMASTER_SECRET,
        }
    }

    /// Whether an input is of a length that there is.
    fn takes(self, step: psa_key_derivation_step_t, data: &[u8]) -> bool {
        match (step, self.kind) {
            (PSA_KEY_DERIVATION_INPUT_SECRET, Kind::HkdfExpand) => data.len() == self.hash.size(),
            (PSA_KEY_DERIVATION_INPUT_SECRET, Kind::Tls12PskToMs) => data.len() <= MAX_PSK,
            (PSA_KEY_DERIVATION_INPUT_SECRET, Kind::Tls12EcjpakeToPms) => {
                data.len() == POINT && data.first() == Some(&4)
            }
            // Its length is told in two bytes (RFC 4279 section 2).
            (PSA_KEY_DERIVATION_INPUT_OTHER_SECRET, _) => u16::try_from(data.len()).is_ok(),
            _ => true,
        }
    }
}

impl Derivation {
    /// Nothing went in yet.
    pub(super) fn new(function: Function) -> Self {
        let (salt, secret, other_secret, info, seed, label) = (None, None, None, None, None, None);
        Self { function, salt, secret, other_secret, info, seed, label, output: None }
    }

    /// Begins anew.
    pub(super) fn reset(&mut self) {
        *self = Self::new(self.function);
    }

    /// Takes an input.
    pub(super) fn input(&mut self, step: psa_key_derivation_step_t, data: &[u8]) -> Result<(), psa_status_t> {
        let function = self.function;
        let (input, in_time) = self.place(step).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        // The last one counts.
        let may_come_again = function.kind == Kind::Tls12EcjpakeToPms;
        if !in_time || (input.is_some() && !may_come_again) {
            return Err(PSA_ERROR_BAD_STATE);
        }
        if !function.takes(step, data) {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        *input = Some(Zeroizing::new(data.to_vec()));
        Ok(())
    }

    /// Where an input goes, and whether now is the time for it; `None` if the function has no such input.
    fn place(&mut self, step: psa_key_derivation_step_t) -> Option<(&mut Input, bool)> {
        use Kind::{Hkdf, HkdfExpand, HkdfExtract, Tls12EcjpakeToPms, Tls12Prf, Tls12PskToMs};
        let (salt, seed, secret) = (self.salt.is_some(), self.seed.is_some(), self.secret.is_some());
        Some(match (step, self.function.kind) {
            (PSA_KEY_DERIVATION_INPUT_SALT, Hkdf | HkdfExtract) => (&mut self.salt, !secret),
            (PSA_KEY_DERIVATION_INPUT_INFO, Hkdf) => (&mut self.info, true),
            (PSA_KEY_DERIVATION_INPUT_INFO, HkdfExpand) => (&mut self.info, secret),
            (PSA_KEY_DERIVATION_INPUT_SEED, Tls12Prf | Tls12PskToMs) => (&mut self.seed, true),
            (PSA_KEY_DERIVATION_INPUT_OTHER_SECRET, Tls12PskToMs) => {
                (&mut self.other_secret, seed && !secret)
            }
            (PSA_KEY_DERIVATION_INPUT_LABEL, Tls12Prf | Tls12PskToMs) => (&mut self.label, secret),
            (PSA_KEY_DERIVATION_INPUT_SECRET, kind) => {
                let in_time = match kind {
                    Hkdf | HkdfExpand | Tls12EcjpakeToPms => true,
                    HkdfExtract => salt,
                    Tls12Prf | Tls12PskToMs => seed,
                };
                (&mut self.secret, in_time)
            }
            _ => return None,
        })
    }

    /// Fills `out` with what comes next.
    pub(super) fn read(&mut self, out: &mut [u8]) -> Result<(), psa_status_t> {
        // It is made in one piece.
        if self.function.kind == Kind::Tls12EcjpakeToPms && out.len() != PREMASTER_SECRET {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        let stream = match &mut self.output {
            Some(stream) => stream,
            none => none.insert(
                begin(
                    self.function,
                    [&self.salt, &self.secret, &self.other_secret, &self.info, &self.seed, &self.label],
                )
                .ok_or(PSA_ERROR_BAD_STATE)?,
            ),
        };
        // Blocks beyond those that a derivation counts; the capacity does not always say so.
        if stream.read(out) { Ok(()) } else { Err(PSA_ERROR_CORRUPTION_DETECTED) }
    }
}

/// What comes out; `None` as long as an input is missing.
fn begin(function: Function, inputs: [&Input; 6]) -> Option<Stream> {
    let hash = function.hash;
    let [salt, secret, other_secret, info, seed, label] = inputs.map(Option::as_ref);
    let secret = secret?;
    let extracted = || hkdf_extract(hash, salt.map_or(&[], |salt| salt), secret);
    let label_and_seed = || Some(Zeroizing::new([&label?[..], seed?].concat()));
    Some(match function.kind {
        Kind::Hkdf => Stream::hkdf(hash, extracted().as_ref(), info?.clone()),
        Kind::HkdfExtract => Stream::of(extracted()),
        Kind::HkdfExpand => Stream::hkdf(hash, secret, info?.clone()),
        Kind::Tls12Prf => Stream::prf(hash, secret, label_and_seed()?),
        Kind::Tls12PskToMs => {
            let zeros = Zeroizing::new(vec![0; secret.len()]);
            let premaster_secret = premaster_secret(other_secret.unwrap_or(&zeros), secret)?;
            Stream::prf(hash, &premaster_secret, label_and_seed()?)
        }
        Kind::Tls12EcjpakeToPms => Stream::of(hash.digest(secret.get(1..=POINT / 2)?)),
    })
}

/// RFC 4279 section 2: both secrets, each behind its length.
fn premaster_secret(other_secret: &[u8], psk: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let mut secret = Zeroizing::new(Vec::with_capacity(4 + other_secret.len() + psk.len()));
    for part in [other_secret, psk] {
        secret.extend(u16::try_from(part.len()).ok()?.to_be_bytes());
        secret.extend(part);
    }
    Some(secret)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHA_256: psa_algorithm_t = 9;

    fn derivation(alg: psa_algorithm_t) -> Derivation {
        Derivation::new(Function::of(alg).unwrap())
    }

    #[test]
    fn algorithms() {
        assert_eq!(Function::of(PSA_ALG_HKDF_BASE | SHA_256).unwrap().capacity(), 255 * 32);
        assert_eq!(Function::of(PSA_ALG_TLS12_ECJPAKE_TO_PMS).unwrap().capacity(), 32);
        for alg in [0, SHA_256, PSA_ALG_HKDF_BASE, PSA_ALG_HKDF_BASE | 0xff, PSA_ALG_TLS12_PRF_BASE | 5] {
            assert!(Function::of(alg).is_none());
        }
        assert!(Function::of(PSA_ALG_TLS12_ECJPAKE_TO_PMS + 1).is_none());
    }

    /// RFC 5869 appendix A.1.
    #[test]
    fn hkdf() {
        let salt: Vec<u8> = (0..=12).collect();
        let info: Vec<u8> = (0xf0..=0xf9).collect();
        let mut hkdf = derivation(PSA_ALG_HKDF_BASE | SHA_256);
        assert_eq!(hkdf.read(&mut []), Err(PSA_ERROR_BAD_STATE));
        hkdf.input(PSA_KEY_DERIVATION_INPUT_INFO, &info).unwrap();
        hkdf.input(PSA_KEY_DERIVATION_INPUT_SALT, &salt).unwrap();
        assert_eq!(hkdf.read(&mut [0]), Err(PSA_ERROR_BAD_STATE));
        hkdf.input(PSA_KEY_DERIVATION_INPUT_SECRET, &[0x0b; 22]).unwrap();
        let mut out = [0; 5];
        hkdf.read(&mut out).unwrap();
        assert_eq!(out, [0x3c, 0xb2, 0x5f, 0x25, 0xfa]);
        hkdf.read(&mut out).unwrap();
        assert_eq!(out, [0xac, 0xd5, 0x7a, 0x90, 0x43]);
        assert_eq!(hkdf.input(PSA_KEY_DERIVATION_INPUT_SALT, &salt), Err(PSA_ERROR_BAD_STATE));
        hkdf.reset();
        assert_eq!(hkdf.read(&mut out), Err(PSA_ERROR_BAD_STATE));
    }

    #[test]
    fn lengths_of_secrets() {
        let secret = |alg, len| {
            let mut derivation = derivation(alg);
            let _ = derivation.input(PSA_KEY_DERIVATION_INPUT_SEED, b"seed");
            derivation.input(PSA_KEY_DERIVATION_INPUT_SECRET, &vec![4; len])
        };
        for (alg, good, bad) in [
            (PSA_ALG_HKDF_EXPAND_BASE | SHA_256, 32, 31),
            (PSA_ALG_TLS12_PSK_TO_MS_BASE | SHA_256, 128, 129),
            (PSA_ALG_TLS12_ECJPAKE_TO_PMS, 65, 64),
        ] {
            assert_eq!((secret(alg, good), secret(alg, bad)), (Ok(()), Err(PSA_ERROR_INVALID_ARGUMENT)));
        }
    }
}
