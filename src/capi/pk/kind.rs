//! What kind of key a context holds, and what `pk_ctx` points to.

use std::ffi::{CStr, c_int};
use std::ptr;
use std::sync::Arc;

use super::*;
use crate::capi::ecp::mbedtls_ecp_keypair_free;
use crate::capi::rsa::mbedtls_rsa_free;
use crate::crypto::sign::PrivateKey;

/// What `pk_info` points to.
pub(super) struct Info {
    pub(super) kind: mbedtls_pk_type_t,
    pub(super) name: &'static CStr,
    /// The types of operation that such a key is for.
    can_do: &'static [mbedtls_pk_type_t],
}

static RSA: Info =
    Info { kind: MBEDTLS_PK_RSA, name: c"RSA", can_do: &[MBEDTLS_PK_RSA, MBEDTLS_PK_RSASSA_PSS] };
static ECKEY: Info = Info {
    kind: MBEDTLS_PK_ECKEY,
    name: c"EC",
    can_do: &[MBEDTLS_PK_ECKEY, MBEDTLS_PK_ECKEY_DH, MBEDTLS_PK_ECDSA],
};
static ECKEY_DH: Info =
    Info { kind: MBEDTLS_PK_ECKEY_DH, name: c"EC_DH", can_do: &[MBEDTLS_PK_ECKEY, MBEDTLS_PK_ECKEY_DH] };
static ECDSA: Info = Info { kind: MBEDTLS_PK_ECDSA, name: c"ECDSA", can_do: &[MBEDTLS_PK_ECDSA] };
static RSA_ALT: Info = Info { kind: MBEDTLS_PK_RSA_ALT, name: c"RSA-alt", can_do: &[MBEDTLS_PK_RSA] };
pub(super) static ED25519: Info =
    Info { kind: MBEDTLS_PK_OPAQUE, name: c"Ed25519", can_do: &[MBEDTLS_PK_OPAQUE] };

/// An Ed25519 key, which C cannot look into.
pub(super) struct Ed25519 {
    pub(super) private: Option<Arc<PrivateKey>>,
    pub(super) public: PublicKey,
}

/// What a context holds.
pub(super) enum Key<'a> {
    Rsa(&'a mbedtls_rsa_context),
    Ec(&'static Info, &'a mbedtls_ecp_keypair),
    Ed25519(&'a Ed25519),
    Alternative(&'a Alternative),
}

impl Info {
    pub(super) fn can_do(&self, kind: mbedtls_pk_type_t) -> bool {
        self.can_do.contains(&kind)
    }

    /// Whether a key on a curve is for signatures.
    pub(super) fn signs(&self) -> bool {
        self.can_do(MBEDTLS_PK_ECDSA)
    }
}

impl Key<'_> {
    /// # Safety
    /// The key is initialised and not changed meanwhile.
    pub(super) unsafe fn bits(&self) -> usize {
        match self {
            // SAFETY: the caller vouches for the key.
            Self::Rsa(rsa) => unsafe { rsa::mbedtls_rsa_get_bitlen(*rsa) },
            Self::Ec(_, ec) => ec.grp.pbits,
            Self::Ed25519(_) => 256,
            // SAFETY: as above.
            Self::Alternative(key) => unsafe { key.len() }.saturating_mul(8),
        }
    }

    fn kind(&self) -> mbedtls_pk_type_t {
        match self {
            Self::Rsa(_) => MBEDTLS_PK_RSA,
            Self::Ec(info, _) => info.kind,
            Self::Ed25519(_) => MBEDTLS_PK_OPAQUE,
            Self::Alternative(_) => MBEDTLS_PK_RSA_ALT,
        }
    }
}

/// What C asks for by number.
pub(super) fn from_type(kind: mbedtls_pk_type_t) -> Option<&'static Info> {
    [&RSA, &ECKEY, &ECKEY_DH, &ECDSA].into_iter().find(|info| info.kind == kind)
}

/// The kind of key in a context, or `None` if it has none.
///
/// # Safety
/// `pk` is null, or initialised.
pub(super) unsafe fn info(pk: *const mbedtls_pk_context) -> Option<&'static Info> {
    // SAFETY: the caller vouches for `pk`; a non-null `pk_info` is one of the statics above.
    unsafe { pk.as_ref()?.pk_info.cast::<Info>().as_ref() }
}

/// The key in a context, or `None` if it has none.
///
/// # Safety
/// `pk` is null, or initialised and not changed during `'a`.
pub(super) unsafe fn key<'a>(pk: *const mbedtls_pk_context) -> Option<Key<'a>> {
    // SAFETY: the caller vouches for `pk`; `pk_info` says what `pk_ctx` points to.
    unsafe {
        let info = info(pk)?;
        let ctx = (*pk).pk_ctx;
        Some(match info.kind {
            MBEDTLS_PK_RSA => Key::Rsa(ctx.cast::<mbedtls_rsa_context>().as_ref()?),
            MBEDTLS_PK_OPAQUE => Key::Ed25519(ctx.cast::<Ed25519>().as_ref()?),
            MBEDTLS_PK_RSA_ALT => Key::Alternative(ctx.cast::<Alternative>().as_ref()?),
            _ => Key::Ec(info, ctx.cast::<mbedtls_ecp_keypair>().as_ref()?),
        })
    }
}

/// Makes an empty context hold a key without numbers.
pub(super) fn setup(pk: &mut mbedtls_pk_context, info: &'static Info) -> c_int {
    match info.kind {
        MBEDTLS_PK_RSA => hold(pk, info, rsa::EMPTY),
        MBEDTLS_PK_ECKEY | MBEDTLS_PK_ECKEY_DH | MBEDTLS_PK_ECDSA => hold(pk, info, ecp::EMPTY_KEY),
        _ => return MBEDTLS_ERR_PK_BAD_INPUT_DATA,
    }
    0
}

/// Makes an empty context hold an RSA key without numbers.
pub(super) fn setup_rsa(pk: &mut mbedtls_pk_context) -> &mut mbedtls_rsa_context {
    let rsa = Box::leak(Box::new(rsa::EMPTY));
    pk.pk_info = ptr::from_ref(&RSA).cast();
    pk.pk_ctx = ptr::from_mut(rsa).cast();
    rsa
}

/// Makes an empty context hold a key on a curve without numbers.
pub(super) fn setup_ec(pk: &mut mbedtls_pk_context) -> &mut mbedtls_ecp_keypair {
    let ec = Box::leak(Box::new(ecp::EMPTY_KEY));
    pk.pk_info = ptr::from_ref(&ECKEY).cast();
    pk.pk_ctx = ptr::from_mut(ec).cast();
    ec
}

pub(super) fn setup_ed25519(pk: &mut mbedtls_pk_context, key: Ed25519) {
    hold(pk, &ED25519, key);
}

pub(super) fn setup_alternative(pk: &mut mbedtls_pk_context, key: Alternative) {
    hold(pk, &RSA_ALT, key);
}

fn hold<T>(pk: &mut mbedtls_pk_context, info: &'static Info, key: T) {
    pk.pk_info = ptr::from_ref(info).cast();
    pk.pk_ctx = Box::into_raw(Box::new(key)).cast();
}

/// Releases the key in a context and leaves it empty.
///
/// # Safety
/// `pk` is null, or initialised and used by nobody else.
pub(super) unsafe fn release(pk: *mut mbedtls_pk_context) {
    // SAFETY: the caller vouches for `pk`.
    let (Some(info), Some(pk)) = (unsafe { (info(pk), pk.as_mut()) }) else { return };
    let ctx = std::mem::replace(&mut pk.pk_ctx, ptr::null_mut());
    pk.pk_info = ptr::null();
    if ctx.is_null() {
        return;
    }
    // SAFETY: `hold` and its like made this pointer with a `Box` of what `info` says, and the context has just forgotten it.
    unsafe {
        match info.kind {
            MBEDTLS_PK_RSA => {
                mbedtls_rsa_free(ctx.cast());
                drop(Box::from_raw(ctx.cast::<mbedtls_rsa_context>()));
            }
            MBEDTLS_PK_OPAQUE => drop(Box::from_raw(ctx.cast::<Ed25519>())),
            MBEDTLS_PK_RSA_ALT => drop(Box::from_raw(ctx.cast::<Alternative>())),
            _ => {
                mbedtls_ecp_keypair_free(ctx.cast());
                drop(Box::from_raw(ctx.cast::<mbedtls_ecp_keypair>()));
            }
        }
    }
}

/// Whether two keys belong together: 0 or a code.
///
/// # Safety
/// The keys are initialised and not changed meanwhile.
pub(super) unsafe fn check_pair(public: &Key<'_>, private: &Key<'_>) -> c_int {
    match (public, private) {
        // SAFETY: the caller vouches for the keys.
        (Key::Rsa(public), Key::Rsa(private)) => unsafe { rsa::check_pair(public, private) },
        (Key::Rsa(public), Key::Alternative(private)) => private.pairs_with(public),
        (Key::Ec(..), Key::Ec(..)) if public.kind() != private.kind() => MBEDTLS_ERR_PK_TYPE_MISMATCH,
        // SAFETY: as above.
        (Key::Ec(_, public), Key::Ec(_, private)) => unsafe { ecp::check_pair(public, private) },
        (Key::Ed25519(public), Key::Ed25519(private)) => {
            if public.public.bytes() != private.public.bytes() {
                MBEDTLS_ERR_ECP_BAD_INPUT_DATA
            } else if private.private.is_none() {
                MBEDTLS_ERR_ECP_INVALID_KEY
            } else {
                0
            }
        }
        _ => MBEDTLS_ERR_PK_TYPE_MISMATCH,
    }
}
