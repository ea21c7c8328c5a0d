//! EC J-PAKE (RFC 8236 section 3, with the messages and hashes of draft-cragie-tls-ecjpake-01): two sides that know the same
//! password agree on a key, and nobody else learns of either.
//!
//! Points come in any form of SEC 1 and go out uncompressed. Times tell nothing of what is private.

pub mod wire;

use p256::elliptic_curve::ff::{Field, PrimeField};
use p256::elliptic_curve::{FieldBytes, Group, ProjectivePoint};
use zeroize::{Zeroize, Zeroizing};

use super::digest::{Algorithm, Digest, Hasher};
use super::ec::{self, Arithmetic, EcError, Secret, point, scalar, with_curve};
use super::verify::Curve;

/// Who one is: the two sides sign their proofs with different names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// The side called "client".
    Client,
    /// The side called "server".
    Server,
}

/// A public key, and the proof that its private key is known (`ECJPAKEKeyKP`; RFC 8235 section 3).
pub struct KeyProof {
    /// The public key, X.
    pub x: Vec<u8>,
    /// The commitment, V.
    pub v: Vec<u8>,
    /// The response: a number without leading zero bytes.
    pub r: Vec<u8>,
}

/// What one side knows of an exchange. Its secrets are wiped when it is dropped.
pub struct Exchange {
    curve: Curve,
    hash: Algorithm,
    role: Role,
    /// Whether points enter the hashes of proofs compressed; both sides have to do the same.
    pub compressed: bool,
    password: Secret,
    own: Option<[Pair; 2]>,
    peer: [Option<Vec<u8>>; 2],
    peer_key: Option<Vec<u8>>,
}

struct Pair {
    private: Secret,
    public: Vec<u8>,
}

impl Role {
    fn id(self) -> &'static [u8] {
        match self {
            Self::Client => b"client",
            Self::Server => b"server",
        }
    }

    fn other(self) -> Self {
        match self {
            Self::Client => Self::Server,
            Self::Server => Self::Client,
        }
    }
}

impl Exchange {
    /// An exchange that has not begun.
    pub fn new(curve: Curve, hash: Algorithm, role: Role, password: &[u8]) -> Self {
        let password = with_curve!(curve, C => {
            let mut number = reduced::<C>(password);
            let mut bytes = number.to_repr();
            let number_of_curve = Zeroizing::new(bytes.to_vec());
            number.zeroize();
            bytes.zeroize();
            if password.is_empty() { Zeroizing::default() } else { number_of_curve }
        });
        let (own, peer, peer_key) = (None, [None, None], None);
        Self { curve, hash, role, compressed: false, password, own, peer, peer_key }
    }

    /// The curve.
    pub fn curve(&self) -> Curve {
        self.curve
    }

    /// The digest, in proofs and for what is derived from the key.
    pub fn hash(&self) -> Algorithm {
        self.hash
    }

    /// The side that this is.
    pub fn role(&self) -> Role {
        self.role
    }

    /// Whether the password is not empty.
    pub fn has_password(&self) -> bool {
        !self.password.is_empty()
    }

    /// Proves that two private keys are known, each by means of a number that is random as well and used nowhere else: see
    /// [`random_scalar`].
    pub fn write_round_one(&mut self, pairs: [[Secret; 2]; 2]) -> Result<[KeyProof; 2], EcError> {
        let base = generator(self.curve)?;
        let prove = |[private, nonce]: [Secret; 2]| {
            let proof = self.prove(&base, &private, &nonce)?;
            Ok((Pair { private, public: proof.x.clone() }, proof))
        };
        let [(first, first_proof), (second, second_proof)] = match pairs.map(prove) {
            [Ok(first), Ok(second)] => [first, second],
            [Err(error), _] | [_, Err(error)] => return Err(error),
        };
        self.own = Some([first, second]);
        Ok([first_proof, second_proof])
    }

    /// Takes one of the two keys of the peer's first round. [`EcError::Signature`]: its proof is none.
    pub fn read_round_one(&mut self, second: bool, proof: &KeyProof) -> Result<(), EcError> {
        self.check(&generator(self.curve)?, proof)?;
        if let Some(peer) = self.peer.get_mut(usize::from(second)) {
            *peer = Some(proof.x.clone());
        }
        Ok(())
    }

    /// The key that has the password in it, and its proof by means of a random number.
    pub fn write_round_two(&self, nonce: &[u8]) -> Result<KeyProof, EcError> {
        let ([own, _], [third, fourth]) = self.round_one()?;
        let base = sum(self.curve, [&own.public, third, fourth])?;
        self.prove(&base, &self.masked_password()?, nonce)
    }

    /// Takes the peer's key of the second round. [`EcError::Signature`]: its proof is none.
    pub fn read_round_two(&mut self, proof: &KeyProof) -> Result<(), EcError> {
        let ([own, other], [first, _]) = self.round_one()?;
        let base = sum(self.curve, [&own.public, &other.public, first])?;
        self.check(&base, proof)?;
        self.peer_key = Some(proof.x.clone());
        Ok(())
    }

    /// The point that both sides know in the end, if they know the same password.
    pub fn shared_key(&self) -> Result<Secret, EcError> {
        let ([_, own], [_, fourth]) = self.round_one()?;
        let peer_key = self.peer_key.as_ref().ok_or(EcError::Point)?;
        let mask = self.masked_password()?;
        with_curve!(self.curve, C => {
            let (mut mask, mut private) = (scalar::<C>(&mask)?, scalar::<C>(&own.private)?);
            let (peer_key, fourth) = (point::<C>(self.curve, peer_key)?, point::<C>(self.curve, fourth)?);
            let mut shared = (peer_key - fourth * *mask) * *private;
            mask.zeroize();
            private.zeroize();
            let bytes = ec::encode::<C>(self.curve, &shared);
            shared.zeroize();
            bytes.map(Zeroizing::new)
        })
    }

    /// The secret of TLS: the digest of the coordinate x of the shared key.
    pub fn secret(&self) -> Result<Digest, EcError> {
        let key = self.shared_key()?;
        let x = key.get(1..=key.len() / 2).ok_or(EcError::Point)?;
        Ok(self.hash.digest(x))
    }

    /// An error as long as either side has not shown its keys of the first round.
    pub fn first_round_is_over(&self) -> Result<(), EcError> {
        self.round_one().map(|_| ())
    }

    /// What both sides have shown in the first round; an error while either has not.
    fn round_one(&self) -> Result<(&[Pair; 2], [&Vec<u8>; 2]), EcError> {
        match (&self.own, &self.peer) {
            (Some(own), [Some(first), Some(second)]) => Ok((own, [first, second])),
            _ => Err(EcError::Point),
        }
    }

    /// The password times our second private key: the private key of our second round.
    fn masked_password(&self) -> Result<Secret, EcError> {
        let ([_, own], _) = self.round_one()?;
        with_curve!(self.curve, C => {
            let (mut password, mut private) = (scalar::<C>(&self.password)?, scalar::<C>(&own.private)?);
            let mut product = *password * *private;
            let mut bytes = product.to_repr();
            let masked = Zeroizing::new(bytes.to_vec());
            password.zeroize();
            private.zeroize();
            product.zeroize();
            bytes.zeroize();
            Ok(masked)
        })
    }

    /// The public key of `private` over a base, and its proof (RFC 8235 section 3.3).
    fn prove(&self, base: &[u8], private: &[u8], nonce: &[u8]) -> Result<KeyProof, EcError> {
        let x = ec::multiply(self.curve, private, base)?;
        let v = ec::multiply(self.curve, nonce, base)?;
        let r = with_curve!(self.curve, C => {
            let challenge = self.challenge::<C>(base, &v, &x, self.role)?;
            let (mut nonce, mut private) = (scalar::<C>(nonce)?, scalar::<C>(private)?);
            let bytes = (*nonce - *private * challenge).to_repr();
            nonce.zeroize();
            private.zeroize();
            let zeros = bytes.iter().take_while(|&&byte| byte == 0).count();
            bytes.get(zeros..).unwrap_or_default().to_vec()
        });
        Ok(KeyProof { x, v, r })
    }

    /// Whether a proof of the peer's is one.
    fn check(&self, base: &[u8], proof: &KeyProof) -> Result<(), EcError> {
        with_curve!(self.curve, C => {
            let x = point::<C>(self.curve, &proof.x)?;
            let v = point::<C>(self.curve, &proof.v).map_err(|_| EcError::Signature)?;
            let challenge = self.challenge::<C>(base, &proof.v, &proof.x, self.role.other())?;
            let r = match scalar::<C>(&proof.r) {
                Ok(r) => *r,
                Err(_) if proof.r.iter().all(|&byte| byte == 0) => Field::ZERO,
                Err(error) => return Err(error),
            };
            if point::<C>(self.curve, base)? * r + x * challenge == v { Ok(()) } else { Err(EcError::Signature) }
        })
    }

    /// The challenge of a proof: the hash over everything else in it, and over the name of the side it comes from.
    fn challenge<C: Arithmetic>(
        &self,
        base: &[u8],
        v: &[u8],
        x: &[u8],
        role: Role,
    ) -> Result<C::Scalar, EcError> {
        let mut hasher = Hasher::new(self.hash);
        let mut add = |part: &[u8]| {
            let len = u32::try_from(part.len()).unwrap_or(0);
            hasher.update(&len.to_be_bytes());
            hasher.update(part);
        };
        for bytes in [base, v, x] {
            let uncompressed = ec::encode::<C>(self.curve, &point::<C>(self.curve, bytes)?)?;
            add(&wire::point(&uncompressed, self.compressed));
        }
        add(role.id());
        Ok(reduced::<C>(hasher.finish().as_ref()))
    }
}

/// A private key for [`Exchange::write_round_one`], or a number for a proof, out of bytes that `draw` gives; `None` if it gave
/// none of the curve, time and again.
pub fn random_scalar<E>(
    curve: Curve,
    mut draw: impl FnMut(&mut [u8]) -> Result<(), E>,
) -> Result<Option<Secret>, E> {
    let (len, excess) = with_curve!(curve, C => {
        let largest = largest::<C>();
        (largest.len(), largest.first().map_or(0, |top| top.leading_zeros()))
    });
    let mut number = Zeroizing::new(vec![0; len]);
    // Of the curves here each takes at least every second number.
    for _ in 0..30 {
        draw(&mut number)?;
        let mut above = 0;
        for byte in number.iter_mut() {
            let [_, shifted] = (u16::from_be_bytes([above, *byte]) >> excess).to_be_bytes();
            (above, *byte) = (*byte, shifted);
        }
        if ec::check_scalar(curve, &number).is_ok() {
            return Ok(Some(number));
        }
    }
    Ok(None)
}

/// Whether two sides agree, and on what Mbed TLS 3.6.6 does with the same numbers.
pub fn works() -> Result<bool, EcError> {
    let number = |first: u8| {
        Zeroizing::new((0..32_u8).map(|at| first.wrapping_add(at.wrapping_mul(7))).collect::<Vec<u8>>())
    };
    let pairs = |first| [(); 2].map(|()| [(); 2].map(|()| number(first)));
    let new = |role| Exchange::new(Curve::Secp256r1, Algorithm::Sha256, role, b"secret");
    let (mut client, mut server) = (new(Role::Client), new(Role::Server));
    let (from_client, from_server) =
        (client.write_round_one(pairs(0x11))?, server.write_round_one(pairs(0x22))?);
    for ((from_client, from_server), second) in from_client.iter().zip(&from_server).zip([false, true]) {
        server.read_round_one(second, from_client)?;
        client.read_round_one(second, from_server)?;
    }
    client.read_round_two(&server.write_round_two(&number(0x33))?)?;
    server.read_round_two(&client.write_round_two(&number(0x44))?)?;
    let known = [
        0x20, 0x29, 0x7c, 0xa8, 0xfd, 0x00, 0xd5, 0xde, 0xd5, 0x8e, 0x9e, 0x3c, 0x6d, 0xf3, 0xd4, 0x9c, 0x84,
        0x8f, 0x73, 0x61, 0x85, 0x6a, 0xfa, 0x82, 0x50, 0x4c, 0x8b, 0xfc, 0x9b, 0x0f, 0xb1, 0x0a,
    ];
    Ok(client.secret()?.as_ref() == known && server.secret()?.as_ref() == known)
}

/// The point that public keys are multiples of.
fn generator(curve: Curve) -> Result<Vec<u8>, EcError> {
    ec::public(curve, &[1])
}

fn sum(curve: Curve, points: [&[u8]; 3]) -> Result<Vec<u8>, EcError> {
    with_curve!(curve, C => {
        let mut sum = ProjectivePoint::<C>::identity();
        for bytes in points {
            sum += point::<C>(curve, bytes)?;
        }
        ec::encode::<C>(curve, &sum)
    })
}

/// A number of any length modulo the order of the curve, in a time that depends on its length only.
fn reduced<C: Arithmetic>(bytes: &[u8]) -> C::Scalar {
    let radix = C::Scalar::from(256);
    bytes.iter().fold(C::Scalar::ZERO, |number, &byte| number * radix + C::Scalar::from(u64::from(byte)))
}

/// The order of the curve less 1.
fn largest<C: Arithmetic>() -> FieldBytes<C> {
    (-C::Scalar::ONE).to_repr()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::random;

    fn drawn(curve: Curve) -> Secret {
        random_scalar(curve, random::fill).unwrap().unwrap()
    }

    fn pairs(curve: Curve) -> [[Secret; 2]; 2] {
        [(); 2].map(|()| [(); 2].map(|()| drawn(curve)))
    }

    fn pair(curve: Curve, hash: Algorithm, passwords: [&[u8]; 2]) -> [Exchange; 2] {
        let mut client = Exchange::new(curve, hash, Role::Client, passwords[0]);
        let mut server = Exchange::new(curve, hash, Role::Server, passwords[1]);
        let (from_client, from_server) =
            (client.write_round_one(pairs(curve)).unwrap(), server.write_round_one(pairs(curve)).unwrap());
        for at in 0..2 {
            server.read_round_one(at == 1, &from_client[at]).unwrap();
            client.read_round_one(at == 1, &from_server[at]).unwrap();
        }
        [client, server]
    }

    fn second_round([client, server]: &mut [Exchange; 2]) {
        let nonce = drawn(client.curve());
        let (from_client, from_server) =
            (client.write_round_two(&nonce).unwrap(), server.write_round_two(&nonce).unwrap());
        server.read_round_two(&from_client).unwrap();
        client.read_round_two(&from_server).unwrap();
    }

    #[test]
    fn every_curve_agrees_and_another_password_does_not() {
        for curve in Curve::ALL {
            for compressed in [false, true] {
                let mut sides = pair(curve, Algorithm::Sha512, [b"password"; 2]);
                sides.iter_mut().for_each(|side| side.compressed = compressed);
                second_round(&mut sides);
                let keys = sides.map(|side| side.shared_key().unwrap());
                assert_eq!(keys[0], keys[1], "{curve:?}");
            }
            let mut sides = pair(curve, Algorithm::Sha256, [b"password", b"passwort"]);
            second_round(&mut sides);
            let keys = sides.map(|side| side.shared_key().unwrap());
            assert_ne!(keys[0], keys[1], "{curve:?}");
        }
    }

    /// RFC 8236 section 4: keys and proofs that are checked before they are used.
    #[test]
    fn what_is_refused() {
        let new = |role| Exchange::new(Curve::Secp256r1, Algorithm::Sha256, role, b"secret");
        let (mut client, mut server) = (new(Role::Client), new(Role::Server));
        let nonce = drawn(Curve::Secp256r1);
        assert_eq!(client.write_round_two(&nonce).err(), Some(EcError::Point));
        assert_eq!(client.shared_key().err(), Some(EcError::Point));
        let [first, second] = client.write_round_one(pairs(Curve::Secp256r1)).unwrap();
        assert_eq!(client.read_round_one(false, &first), Err(EcError::Signature), "our own");
        let with = |change: fn(&mut KeyProof)| {
            let mut changed = KeyProof { x: first.x.clone(), v: first.v.clone(), r: first.r.clone() };
            change(&mut changed);
            changed
        };
        for (changed, expected) in [
            (with(|proof| proof.x = vec![0]), EcError::Point),
            (with(|proof| proof.x[40] ^= 1), EcError::Point),
            (with(|proof| proof.v = vec![0]), EcError::Signature),
            (with(|proof| proof.v[40] ^= 1), EcError::Signature),
            (with(|proof| proof.v.clone_from(&proof.x)), EcError::Signature),
            (with(|proof| proof.r[0] ^= 1), EcError::Signature),
            (with(|proof| proof.r = vec![0]), EcError::Signature),
            (with(|proof| proof.r = vec![0xff; 32]), EcError::Scalar),
            (with(|proof| proof.r.insert(0, 1)), EcError::Scalar),
        ] {
            assert_eq!(server.read_round_one(false, &changed), Err(expected));
        }
        server.read_round_one(false, &first).unwrap();
        assert_eq!(server.write_round_two(&nonce).err(), Some(EcError::Point), "half of a round");
        server.read_round_one(true, &second).unwrap();
        assert_eq!(server.read_round_two(&first), Err(EcError::Point));
        server.write_round_one(pairs(Curve::Secp256r1)).unwrap();
        assert_eq!(server.read_round_two(&first), Err(EcError::Signature), "over another base");
        assert_eq!(server.shared_key().err(), Some(EcError::Point));
    }

    #[test]
    fn no_password_is_no_key_and_a_bad_source_gives_no_number() {
        let sides = pair(Curve::Secp256r1, Algorithm::Sha256, [&[0; 40], b""]);
        assert_eq!(sides.each_ref().map(Exchange::has_password), [true, false]);
        for side in &sides {
            assert_eq!(side.write_round_two(&[1]).err(), Some(EcError::Scalar));
        }
        let mut draws = 0;
        let result = random_scalar(Curve::Secp256r1, |out| {
            draws += 1;
            out.fill(0xff);
            Ok::<(), i32>(())
        });
        assert_eq!((result, draws), (Ok(None), 30));
        assert_eq!(random_scalar(Curve::Secp256r1, |_| Err(-7)), Err(-7));
        let top = random_scalar(Curve::Secp521r1, |out| {
            out.fill(0x81);
            Ok::<(), i32>(())
        });
        assert_eq!(top.unwrap().unwrap()[..3], [1, 0x03, 0x03]);
    }

    #[test]
    fn what_mbedtls_answers() {
        assert_eq!(works(), Ok(true));
    }
}
