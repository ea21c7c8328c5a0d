//! LMS signatures (RFC 8554), which are hashes only: verification with SHA-256 and digits of a byte.

use super::digest::{Algorithm, Hasher};

/// Bytes of a hash.
pub const HASH_LEN: usize = 32;
/// Bytes of a tree's identifier.
pub const IDENTIFIER_LEN: usize = 16;
/// The number of LMOTS_SHA256_N32_W8 (section 4.1).
pub const OTS_TYPE: u32 = 4;

/// Digits of a hash and of its checksum, each the beginning of a chain.
const CHAINS: usize = 34;

type Hash = [u8; HASH_LEN];

/// A tree of one-time keys.
pub struct PublicKey {
    /// The number of the tree's kind (section 5.1).
    pub tree_type: u32,
    /// How high it is.
    pub height: u32,
    /// I.
    pub identifier: [u8; IDENTIFIER_LEN],
    /// T\[1\], the root.
    pub root: Hash,
}

impl PublicKey {
    /// Whether `signature` is one over `message` by a one-time key of the tree.
    pub fn verify(&self, message: &[u8], signature: &[u8]) -> bool {
        self.candidate(message, signature).is_some_and(|root| root == self.root)
    }

    /// The root that the signature leads to (section 5.4.2, algorithm 6a). `None`: it does not have the form of one.
    fn candidate(&self, message: &[u8], signature: &[u8]) -> Option<Hash> {
        let (leaf, rest) = number(signature)?;
        let (ots_type, rest) = number(rest)?;
        let (chains, rest) = rest.split_at_checked((1 + CHAINS) * HASH_LEN)?;
        let (tree_type, path) = number(rest)?;
        let path = path.as_chunks::<HASH_LEN>();
        if (ots_type, tree_type) != (OTS_TYPE, self.tree_type)
            || leaf.checked_shr(self.height) != Some(0)
            || (path.0.len(), path.1) != (usize::try_from(self.height).ok()?, &[])
        {
            return None;
        }
        let one_time_key = self.one_time_key(leaf, chains, message)?;
        let mut at = leaf + 1u32.checked_shl(self.height)?;
        let mut node = self.hash(at, LEAF, &[&one_time_key]);
        for beside in path.0 {
            let [left, right] = if at.is_multiple_of(2) { [&node, beside] } else { [beside, &node] };
            at /= 2;
            node = self.hash(at, INTERIOR, &[left, right]);
        }
        Some(node)
    }

    /// The one-time public key that a one-time signature leads to (section 4.6, algorithm 4b).
    fn one_time_key(&self, leaf: u32, signature: &[u8], message: &[u8]) -> Option<Hash> {
        let (randomizer, starts) = signature.as_chunks::<HASH_LEN>().0.split_first()?;
        let digits = self.hash(leaf, MESSAGE, &[randomizer, message]);
        // Up to 32 times 255; section 4.4.
        let checksum: u16 = digits.iter().map(|digit| u16::from(255 - digit)).sum();
        let digits = digits.into_iter().chain(checksum.to_be_bytes());

        let mut ends = [[0; HASH_LEN]; CHAINS];
        for (((chain, end), start), digit) in (0..).zip(&mut ends).zip(starts).zip(digits) {
            *end = *start;
            for step in digit..255 {
                *end = self.hash(leaf, chain, &[&[step], end]);
            }
        }
        Some(self.hash(leaf, ONE_TIME_KEY, &[ends.as_flattened()]))
    }

    /// What every hash begins with are the identifier, a number, and what the hash is for.
    fn hash(&self, number: u32, purpose: u16, parts: &[&[u8]]) -> Hash {
        let mut hasher = Hasher::new(Algorithm::Sha256);
        hasher.update(&self.identifier);
        hasher.update(&number.to_be_bytes());
        hasher.update(&purpose.to_be_bytes());
        parts.iter().for_each(|part| hasher.update(part));
        hasher.finish().as_ref().try_into().unwrap_or_default()
    }
}

/// D_PBLC, D_MESG, D_LEAF and D_INTR (section 7.1); where none of them stands, it is the number of a chain.
const ONE_TIME_KEY: u16 = 0x8080;
const MESSAGE: u16 = 0x8181;
const LEAF: u16 = 0x8282;
const INTERIOR: u16 = 0x8383;

fn number(bytes: &[u8]) -> Option<(u32, &[u8])> {
    bytes.split_first_chunk().map(|(number, rest)| (u32::from_be_bytes(*number), rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::block::tests::unhex;

    const MESSAGE: &[u8] =
        b"The powers not delegated to the United States by the Constitution, nor prohibited by it to the \
        States, are reserved to the States respectively, or to the people.\n";

    const SIGNATURE: &str = "0000000a000000040703c491e7558b35011ece3592eaa5da4d918786771233e8353bc4f62323185c95cae05b\
        899e35dffd717054706209988ebfdf6e37960bb5c38d7657e8bffeef9bc042da4b4525650485c66d0ce19b317587c6ba4bffcc428e25d089\
        31e72dfb6a120c5612344258b85efdb7db1db9e1865a73caf96557eb39ed3e3f426933ac9eeddb03a1d2374af7bf77185577456237f9de2d\
        60113c23f846df26fa942008a698994c0827d90e86d43e0df7f4bfcdb09b86a373b98288b7094ad81a0185ac100e4f2c5fc38c003c1ab6fe\
        a479eb2f5ebe48f584d7159b8ada03586e65ad9c969f6aecbfe44cf356888a7b15a3ff074f771760b26f9c04884ee1faa329fbf4e61af23a\
        ee7fa5d4d9a5dfcf43c4c26ce8aea2ce8a2990d7ba7b57108b47dabfbeadb2b25b3cacc1ac0cef346cbb90fb044beee4fac2603a442bdf7e\
        507243b7319c9944b1586e899d431c7f91bcccc8690dbf59b28386b2315f3d36ef2eaa3cf30b2b51f48b71b003dfb08249484201043f65f5\
        a3ef6bbd61ddfee81aca9ce60081262a00000480dcbc9a3da6fbef5c1c0a55e48a0e729f9184fcb1407c31529db268f6fe50032a363c9801\
        306837fafabdf957fd97eafc80dbd165e435d0e2dfd836a28b354023924b6fb7e48bc0b3ed95eea64c2d402f4d734c8dc26f3ac591825dae\
        f01eae3c38e3328d00a77dc657034f287ccb0f0e1c9a7cbdc828f627205e4737b84b58376551d44c12c3c215c812a0970789c83de51d6ad7\
        87271963327f0a5fbb6b5907dec02c9a90934af5a1c63b72c82653605d1dcce51596b3c2b45696689f2eb382007497557692caac4d57b5de\
        9f5569bc2ad0137fd47fb47e664fcb6db4971f5b3e07aceda9ac130e9f38182de994cff192ec0e82fd6d4cb7f3fe00812589b7a7ce515440\
        456433016b84a59bec6619a1c6c0b37dd1450ed4f2d8b584410ceda8025f5d2d8dd0d2176fc1cf2cc06fa8c82bed4d944e71339ece780fd0\
        25bd41ec34ebff9d4270a3224e019fcb444474d482fd2dbe75efb20389cc10cd600abb54c47ede93e08c114edb04117d714dc1d525e11bed\
        8756192f929d15462b939ff3f52f2252da2ed64d8fae88818b1efa2c7b08c8794fb1b214aa233db3162833141ea4383f1a6f120be1db82ce\
        3630b3429114463157a64e91234d475e2f79cbf05e4db6a9407d72c6bff7d1198b5c4d6aad2831db61274993715a0182c7dc8089e32c8531\
        deed4f7431c07c02195eba2ef91efb5613c37af7ae0c066babc69369700e1dd26eddc0d216c781d56e4ce47e3303fa73007ff7b949ef23be\
        2aa4dbf25206fe45c20dd888395b2526391a724996a44156beac808212858792bf8e74cba49dee5e8812e019da87454bff9e847ed83db07a\
        f313743082f880a278f682c2bd0ad6887cb59f652e155987d61bbf6a88d36ee93b6072e6656d9ccbaae3d655852e38deb3a2dcf8058dc9fb\
        6f2ab3d3b3539eb77b248a661091d05eb6e2f297774fe6053598457cc61908318de4b826f0fc86d4bb117d33e865aa805009cc2918d9c2f8\
        40c4da43a703ad9f5b5806163d7161696b5a0adc00000005d5c0d1bebb06048ed6fe2ef2c6cef305b3ed633941ebc8b3bec9738754cddd60\
        e1920ada52f43d055b5031cee6192520d6a5115514851ce7fd448d4a39fae2ab2335b525f484e9b40d6a4a969394843bdcf6d14c48e8015e\
        08ab92662c05c6e9f90b65a7a6201689999f32bfd368e5e3ec9cb70ac7b8399003f175c40885081a09ab3034911fe125631051df0408b394\
        6b0bde790911e8978ba07dd56c73e7ee";

    /// The second level of RFC 8554 appendix F, test case 1: a tree of height 5.
    fn key() -> PublicKey {
        PublicKey {
            tree_type: 5,
            height: 5,
            identifier: unhex("d2f14ff6346af964569f7d6cb880a1b6").try_into().unwrap(),
            root: unhex("6c5004917da6eafe4d9ef6c6407b3db0e5485b122d9ebe15cda93cfec582d7ab")
                .try_into()
                .unwrap(),
        }
    }

    #[test]
    fn the_published_signature_verifies_and_changed_ones_do_not() {
        let signature = unhex(SIGNATURE);
        assert!(key().verify(MESSAGE, &signature));
        assert!(!key().verify(&MESSAGE[1..], &signature));
        for at in (0..signature.len()).step_by(7) {
            let mut changed = signature.clone();
            changed[at] ^= 1;
            assert!(!key().verify(MESSAGE, &changed), "{at}");
        }
        let other = PublicKey { identifier: [0; 16], ..key() };
        assert!(!other.verify(MESSAGE, &signature));
    }

    #[test]
    fn nothing_of_another_form_verifies() {
        let mut signature = unhex(SIGNATURE);
        for len in 0..signature.len() {
            assert!(!key().verify(MESSAGE, &signature[..len]), "{len}");
        }
        assert!(!PublicKey { height: 4, ..key() }.verify(MESSAGE, &signature));
        assert!(!PublicKey { height: 32, ..key() }.verify(MESSAGE, &signature));
        assert!(!PublicKey { tree_type: 6, ..key() }.verify(MESSAGE, &signature));
        signature.push(0);
        assert!(!key().verify(MESSAGE, &signature));
        signature.pop();
        // A leaf behind the last one.
        signature[3] += 32;
        assert!(!key().verify(MESSAGE, &signature));
    }
}
