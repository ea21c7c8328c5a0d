//! The key schedule (RFC 8446 section 7.1) as a chain of types: early, handshake and master secret. Each method that moves on
//! consumes its secret, so that no key can be derived too soon or twice.

use crate::crypto::aead::{IV_LEN, RecordKey};
use crate::crypto::hash::HashAlgorithm;
use crate::crypto::hkdf::{self, Prk};
use crate::crypto::key_exchange::SharedSecret;
use crate::crypto::secret::{MAX_SECRET, Secret};
use crate::crypto::suite::CipherSuite;
use crate::tls::config::PskKind;
use crate::tls::error::Error;
use zeroize::Zeroizing;

const ZEROS: [u8; MAX_SECRET] = [0; MAX_SECRET];

/// The early secret: of a PSK, or of none.
pub(super) struct EarlySecret(Prk);

impl EarlySecret {
    pub(super) fn new(hash: HashAlgorithm, psk: Option<&Secret>) -> Self {
        let input = psk.map_or_else(|| zeros(hash), Secret::bytes);
        Self(Prk::extract(hash, zeros(hash), input))
    }

    /// The binder over a truncated ClientHello (RFC 8446 section 4.2.11.2).
    pub(super) fn binder(&self, kind: PskKind, transcript_hash: &[u8]) -> Secret {
        let key = self.binder_key(kind);
        let mac = hkdf::hmac(self.0.hash(), key.bytes(), transcript_hash);
        Secret::new(self.0.hash().len(), |room| room.copy_from_slice(mac.as_ref()))
    }

    /// Whether `binder` is the one over a truncated ClientHello, in constant time.
    pub(super) fn binder_matches(&self, kind: PskKind, transcript_hash: &[u8], binder: &[u8]) -> bool {
        hkdf::hmac_matches(self.0.hash(), self.binder_key(kind).bytes(), transcript_hash, binder)
    }

    fn binder_key(&self, kind: PskKind) -> Secret {
        let label: &[u8] = match kind {
            PskKind::External => b"ext binder",
            PskKind::Resumption => b"res binder",
        };
        let secret = derive(&self.0, label);
        Prk::from_secret(self.0.hash(), secret.bytes()).secret(b"finished", &[])
    }

    /// `client_early_traffic_secret`; the transcript is the ClientHello.
    pub(super) fn client_traffic(&self, transcript_hash: &[u8]) -> TrafficSecret {
        TrafficSecret::derive(&self.0, b"c e traffic", transcript_hash)
    }

    /// A name for the key, from which nothing about it can be learnt.
    pub(super) fn name(&self) -> [u8; 16] {
        let name = derive(&self.0, b"name of key");
        name.bytes().first_chunk().copied().unwrap_or_default()
    }

    /// Mixes in the (EC)DHE secret; `None`: psk_ke.
    pub(super) fn into_handshake(self, shared: Option<&SharedSecret>) -> HandshakeSecret {
        let salt = derive(&self.0, b"derived");
        let input = shared.map_or_else(|| zeros(self.0.hash()), Secret::bytes);
        HandshakeSecret(Prk::extract(self.0.hash(), salt.bytes(), input))
    }
}

/// The handshake secret.
pub(super) struct HandshakeSecret(Prk);

impl HandshakeSecret {
    /// `client_handshake_traffic_secret`; the transcript ends with ServerHello.
    pub(super) fn client_traffic(&self, transcript_hash: &[u8]) -> TrafficSecret {
        TrafficSecret::derive(&self.0, b"c hs traffic", transcript_hash)
    }

    /// `server_handshake_traffic_secret`; the transcript ends with ServerHello.
    pub(super) fn server_traffic(&self, transcript_hash: &[u8]) -> TrafficSecret {
        TrafficSecret::derive(&self.0, b"s hs traffic", transcript_hash)
    }

    pub(super) fn into_master(self) -> MasterSecret {
        let salt = derive(&self.0, b"derived");
        MasterSecret(Prk::extract(self.0.hash(), salt.bytes(), zeros(self.0.hash())))
    }
}

/// The master secret.
pub(super) struct MasterSecret(Prk);

impl MasterSecret {
    /// `client_application_traffic_secret_0`; the transcript ends with the server's Finished.
    pub(super) fn client_traffic(&self, transcript_hash: &[u8]) -> TrafficSecret {
        TrafficSecret::derive(&self.0, b"c ap traffic", transcript_hash)
    }

    /// `server_application_traffic_secret_0`; the transcript ends with the server's Finished.
    pub(super) fn server_traffic(&self, transcript_hash: &[u8]) -> TrafficSecret {
        TrafficSecret::derive(&self.0, b"s ap traffic", transcript_hash)
    }

    /// `exporter_master_secret`; the transcript ends with the server's Finished.
    pub(super) fn exporter(&self, transcript_hash: &[u8]) -> ExporterSecret {
        ExporterSecret { secret: self.0.secret(b"exp master", transcript_hash), hash: self.0.hash() }
    }

    /// `resumption_master_secret`; the transcript ends with the client's Finished.
    pub(super) fn into_resumption(self, transcript_hash: &[u8]) -> ResumptionSecret {
        ResumptionSecret { secret: self.0.secret(b"res master", transcript_hash), hash: self.0.hash() }
    }
}

/// A secret that protects one direction for a while.
pub(super) struct TrafficSecret {
    secret: Secret,
    hash: HashAlgorithm,
}

impl TrafficSecret {
    fn derive(from: &Prk, label: &[u8], transcript_hash: &[u8]) -> Self {
        Self { secret: from.secret(label, transcript_hash), hash: from.hash() }
    }

    /// The bytes, for those who log keys.
    pub(super) fn bytes(&self) -> &[u8] {
        self.secret.bytes()
    }

    /// The record key (RFC 8446 section 7.3).
    pub(super) fn record_key(&self, suite: CipherSuite) -> Result<RecordKey, Error> {
        let prk = Prk::from_secret(self.hash, self.secret.bytes());
        let mut key = Zeroizing::new([0; 32]);
        let mut iv = [0; IV_LEN];
        let key = key.get_mut(..suite.key_len()).ok_or(Error::Internal)?;
        if !prk.expand_label(b"key", &[], key) || !prk.expand_label(b"iv", &[], &mut iv) {
            return Err(Error::Internal);
        }
        RecordKey::new(suite, key, iv).ok_or(Error::Internal)
    }

    /// `verify_data` of a Finished under this secret (RFC 8446 section 4.4.4).
    pub(super) fn finished(&self, transcript_hash: &[u8]) -> Secret {
        let mac = hkdf::hmac(self.hash, self.finished_key().bytes(), transcript_hash);
        Secret::new(self.hash.len(), |room| room.copy_from_slice(mac.as_ref()))
    }

    /// Whether `verify_data` is that of a Finished under this secret, in constant time.
    pub(super) fn finished_matches(&self, transcript_hash: &[u8], verify_data: &[u8]) -> bool {
        hkdf::hmac_matches(self.hash, self.finished_key().bytes(), transcript_hash, verify_data)
    }

    fn finished_key(&self) -> Secret {
        Prk::from_secret(self.hash, self.secret.bytes()).secret(b"finished", &[])
    }

    /// The next generation (RFC 8446 section 7.2).
    pub(super) fn next(&self) -> Self {
        let secret = Prk::from_secret(self.hash, self.secret.bytes()).secret(b"traffic upd", &[]);
        Self { secret, hash: self.hash }
    }
}

/// What exported keying material comes from (RFC 8446 section 7.5).
pub(super) struct ExporterSecret {
    secret: Secret,
    hash: HashAlgorithm,
}

impl ExporterSecret {
    /// Fills `out`; false: `out` or `label` is longer than the construction allows.
    #[must_use]
    pub(super) fn export(&self, label: &[u8], context: &[u8], out: &mut [u8]) -> bool {
        let secret = Zeroizing::new([0_u8; MAX_SECRET]);
        let mut secret = secret;
        let Some(room) = secret.get_mut(..self.hash.len()) else { return false };
        let prk = Prk::from_secret(self.hash, self.secret.bytes());
        prk.expand_label(label, self.hash.digest(&[]).as_ref(), room)
            && Prk::from_secret(self.hash, room).expand_label(
                b"exporter",
                self.hash.digest(context).as_ref(),
                out,
            )
    }
}

/// What the keys of tickets come from (RFC 8446 section 4.6.1).
pub(super) struct ResumptionSecret {
    secret: Secret,
    hash: HashAlgorithm,
}

impl ResumptionSecret {
    /// The key that goes with a ticket.
    pub(super) fn psk(&self, nonce: &[u8]) -> Secret {
        Prk::from_secret(self.hash, self.secret.bytes()).secret(b"resumption", nonce)
    }
}

/// Derive-Secret over no messages.
fn derive(prk: &Prk, label: &[u8]) -> Secret {
    prk.secret(label, prk.hash().digest(&[]).as_ref())
}

fn zeros(hash: HashAlgorithm) -> &'static [u8] {
    ZEROS.get(..hash.len()).unwrap_or(&ZEROS)
}
