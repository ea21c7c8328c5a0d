//! Keys: `mbedtls/pk.h`.
//!
//! The C types' layouts are those of Debian 13 on x86_64, asserted here. `pk_info` says what kind of key the context
//! holds, and so what `pk_ctx` points to: an RSA context or a key on a curve, whose numbers are the key, or what only we
//! look into. An empty context is all zero bytes.

mod alternative;
mod crypt;
mod kind;
mod parse;
pub(crate) mod prepared;
mod psa;
mod sign;
mod write;

use std::ffi::{CStr, c_char, c_int, c_uint, c_void};
use std::mem::offset_of;
use std::ptr;
use std::sync::Arc;

use super::boundary::{self, enter, enter_or};
use super::codes::*;
use super::ecp::{self, mbedtls_ecp_keypair};
use super::md::mbedtls_md_type_t;
use super::platform_util::mbedtls_f_rng_t;
use super::rsa::{self, mbedtls_rsa_context};
use crate::crypto;
use crate::crypto::verify::PublicKey;
use crate::x509::key;

pub use alternative::*;
pub use crypt::*;
use kind::{Info, Key};
pub use parse::*;
pub use psa::*;
pub use sign::*;
pub use write::*;

/// A kind of key, by number.
pub type mbedtls_pk_type_t = c_uint;

/// No key.
pub(crate) const MBEDTLS_PK_NONE: mbedtls_pk_type_t = 0;
/// RSA.
pub(crate) const MBEDTLS_PK_RSA: mbedtls_pk_type_t = 1;
/// A key on an elliptic curve, for signatures and key agreement.
pub(crate) const MBEDTLS_PK_ECKEY: mbedtls_pk_type_t = 2;
/// A key on an elliptic curve, for key agreement only.
pub(crate) const MBEDTLS_PK_ECKEY_DH: mbedtls_pk_type_t = 3;
/// A key on an elliptic curve, for signatures only.
pub(crate) const MBEDTLS_PK_ECDSA: mbedtls_pk_type_t = 4;
/// RSA done by functions of the program.
pub(crate) const MBEDTLS_PK_RSA_ALT: mbedtls_pk_type_t = 5;
/// RSA with the padding PSS.
pub(crate) const MBEDTLS_PK_RSASSA_PSS: mbedtls_pk_type_t = 6;
/// A key whose numbers a program cannot reach. Ed25519 keys are of this type.
pub(crate) const MBEDTLS_PK_OPAQUE: mbedtls_pk_type_t = 7;

/// What the library knows about a type of key; programs only hold pointers to it.
pub enum mbedtls_pk_info_t {}

/// A key: public, or a pair. Starts with mbedtls_pk_init(), ends with mbedtls_pk_free(). Its members are
/// private.
#[repr(C)]
pub struct mbedtls_pk_context {
    pub(crate) pk_info: *const mbedtls_pk_info_t,
    pub(crate) pk_ctx: *mut c_void,
}
const _: () = assert!(size_of::<mbedtls_pk_context>() == 16 && align_of::<mbedtls_pk_context>() == 8);
const _: () = assert!(offset_of!(mbedtls_pk_context, pk_ctx) == 8);

/// What a signature with the padding PSS has to be like.
#[repr(C)]
pub struct mbedtls_pk_rsassa_pss_options {
    /// The hash function of the mask, and of the hash.
    pub mgf1_hash_id: mbedtls_md_type_t,
    /// The length of the salt, or #MBEDTLS_RSA_SALT_LEN_ANY.
    pub expected_salt_len: c_int,
}
const _: () = assert!(size_of::<mbedtls_pk_rsassa_pss_options>() == 8);

/// A part of a key, for messages. Its members are private.
#[repr(C)]
pub struct mbedtls_pk_debug_item {
    pub(crate) r#type: mbedtls_pk_debug_type,
    pub(crate) name: *const c_char,
    pub(crate) value: *mut c_void,
}
const _: () = assert!(size_of::<mbedtls_pk_debug_item>() == 24);
const _: () = assert!(offset_of!(mbedtls_pk_debug_item, value) == 16);

/// A kind of [`mbedtls_pk_debug_item`], by number.
pub type mbedtls_pk_debug_type = c_uint;

/// The progress of an operation in parts. Nothing is done in parts here.
pub type mbedtls_pk_restart_ctx = c_void;

/// The private key in a context as TLS has it, or `None` if it has none that TLS signs with.
///
/// # Safety
/// `pk` is null, or initialised and not changed meanwhile.
pub(crate) unsafe fn private_key(pk: *const mbedtls_pk_context) -> Option<Arc<crypto::sign::PrivateKey>> {
    // SAFETY: passed on to the caller.
    unsafe {
        match kind::key(pk)? {
            Key::Rsa(rsa) => rsa::private_key(rsa),
            Key::Ec(info, ec) if info.signs() => ecp::private_key(ec),
            Key::Ed25519(ed25519) => ed25519.private.clone(),
            Key::Ec(..) | Key::Alternative(_) => None,
        }
    }
}

/// The public key in a context, or the public half of its private key.
///
/// # Safety
/// `pk` is null, or initialised and not changed meanwhile.
pub(crate) unsafe fn public_key(pk: *const mbedtls_pk_context) -> Option<PublicKey> {
    // SAFETY: passed on to the caller.
    unsafe {
        match kind::key(pk)? {
            Key::Rsa(rsa) => rsa::public_key(rsa),
            Key::Ec(_, ec) => ecp::public_key(ec),
            Key::Ed25519(ed25519) => Some(ed25519.public.clone()),
            Key::Alternative(_) => None,
        }
    }
}

/// Reads a SubjectPublicKeyInfo into an empty context: 0 or a code.
///
/// # Safety
/// `pk` is null, or initialised and used by nobody else meanwhile.
pub(crate) unsafe fn set_public_key(pk: *mut mbedtls_pk_context, spki_der: &[u8]) -> c_int {
    // SAFETY: passed on to the caller.
    unsafe { parse::store_public(pk, || key::spki(spki_der)) }
}

/// Sets a context up as empty. Call it once, before anything else is done with the context.
///
/// \param ctx  The context; NULL does nothing.
///
/// # Safety
/// `ctx` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_init(ctx: *mut mbedtls_pk_context) {
    enter_or((), || {
        // SAFETY: the caller vouches for `ctx`; zero bytes are an empty context.
        unsafe { boundary::zero(ctx) };
    });
}

/// Releases the key in a context and leaves it empty, ready for another key.
///
/// \param ctx  The context; NULL, or a context without a key, does nothing.
///
/// # Safety
/// `ctx` is null, or initialised and used by nobody else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_free(ctx: *mut mbedtls_pk_context) {
    enter_or((), || {
        // SAFETY: the caller vouches for `ctx`.
        unsafe { kind::release(ctx) };
    });
}

/// Makes a context hold a key of a type, without its numbers yet: see mbedtls_pk_rsa() and mbedtls_pk_ec().
///
/// \param ctx   An empty context.
/// \param info  The type: what mbedtls_pk_info_from_type() gave.
///
/// \return 0 if it was done.
/// \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if \p ctx is NULL or holds a key, or \p info is NULL.
///
/// # Safety
/// `ctx` is null, or initialised and used by nobody else; `info` is null, or came from mbedtls_pk_info_from_type().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_setup(
    ctx: *mut mbedtls_pk_context,
    info: *const mbedtls_pk_info_t,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for both.
        match unsafe { (ctx.as_mut(), info.cast::<Info>().as_ref()) } {
            (Some(pk), Some(info)) if pk.pk_info.is_null() => kind::setup(pk, info),
            _ => MBEDTLS_ERR_PK_BAD_INPUT_DATA,
        }
    })
}

/// Tells what kind of key a context holds.
///
/// \param ctx  The context; may be NULL.
///
/// \return The type that mbedtls_pk_setup() was called with; of a key that was read #MBEDTLS_PK_RSA, #MBEDTLS_PK_ECKEY, or
///         #MBEDTLS_PK_OPAQUE for Ed25519, which has no type of its own.
/// \return #MBEDTLS_PK_NONE if there is no key.
///
/// # Safety
/// `ctx` is null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_get_type(ctx: *const mbedtls_pk_context) -> mbedtls_pk_type_t {
    // SAFETY: the caller vouches for `ctx`.
    enter_or(MBEDTLS_PK_NONE, || unsafe { kind::info(ctx) }.map_or(MBEDTLS_PK_NONE, |info| info.kind))
}

/// Tells the size of the key in a context: of the modulus for RSA, of the field for EC, 256 for Ed25519.
///
/// \param ctx  The context; may be NULL.
///
/// \return The size in bits; 0 if there is no key, or it has no numbers yet.
///
/// # Safety
/// `ctx` is null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_get_bitlen(ctx: *const mbedtls_pk_context) -> usize {
    // SAFETY: the caller vouches for `ctx`.
    enter_or(0, || unsafe { kind::key(ctx).map_or(0, |key| key.bits()) })
}

/// Names the kind of key in a context, for messages.
///
/// \param ctx  The context; may be NULL.
///
/// \return "RSA", "EC", "EC_DH", "ECDSA", "RSA-alt" or "Ed25519"; "invalid PK" if there is no key. The string is static: do not release it.
///
/// # Safety
/// `ctx` is null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_get_name(ctx: *const mbedtls_pk_context) -> *const c_char {
    const NO_KEY: &CStr = c"invalid PK";
    // SAFETY: the caller vouches for `ctx`.
    enter_or(NO_KEY.as_ptr(), || unsafe { kind::info(ctx) }.map_or(NO_KEY, |info| info.name).as_ptr())
}

/// Tells whether the key in a context is one for a type of operation.
///
/// \param ctx   The context; may be NULL.
/// \param type  RSA keys are for #MBEDTLS_PK_RSA and #MBEDTLS_PK_RSASSA_PSS; EC keys for #MBEDTLS_PK_ECKEY,
///              #MBEDTLS_PK_ECKEY_DH and #MBEDTLS_PK_ECDSA; Ed25519 keys for #MBEDTLS_PK_OPAQUE.
///
/// \return 1 if it is.
/// \return 0 if it is not, or if there is no key.
///
/// # Safety
/// `ctx` is null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_can_do(
    ctx: *const mbedtls_pk_context,
    r#type: mbedtls_pk_type_t,
) -> c_int {
    enter_or(0, || {
        // SAFETY: the caller vouches for `ctx`.
        unsafe { kind::info(ctx) }.is_some_and(|info| info.can_do(r#type)).into()
    })
}

/// Checks that a public and a private key belong together. A private key counts as its public half, too.
///
/// \param pub_   The context with the public key.
/// \param prv    The context with the private key.
/// \param f_rng  Not used; may be NULL.
/// \param p_rng  Not used; may be NULL.
///
/// \return 0 if they are a pair.
/// \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if one of the contexts is NULL or empty.
/// \return #MBEDTLS_ERR_PK_TYPE_MISMATCH if the keys are of different kinds.
/// \return #MBEDTLS_ERR_RSA_KEY_CHECK_FAILED if they are RSA keys that are no pair, or \p prv has no private key.
/// \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if they are EC or Ed25519 keys that are no pair.
/// \return #MBEDTLS_ERR_ECP_INVALID_KEY if they are EC or Ed25519 keys and \p prv has no private key.
///
/// # Safety
/// Both contexts are null, or initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_check_pair(
    pub_: *const mbedtls_pk_context,
    prv: *const mbedtls_pk_context,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    let _ = (f_rng, p_rng);
    enter(|| {
        // SAFETY: the caller vouches for both contexts.
        let (Some(public), Some(private)) = (unsafe { (kind::key(pub_), kind::key(prv)) }) else {
            return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
        };
        // SAFETY: as above.
        unsafe { kind::check_pair(&public, &private) }
    })
}

/// Finds what the library knows about a type of key.
///
/// \param pk_type  The type.
///
/// \return Static information, for the types #MBEDTLS_PK_RSA to #MBEDTLS_PK_ECDSA. Do not release it.
/// \return NULL for every other type.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_pk_info_from_type(pk_type: mbedtls_pk_type_t) -> *const mbedtls_pk_info_t {
    kind::from_type(pk_type).map_or(ptr::null(), |info| ptr::from_ref(info).cast())
}

#[cfg(test)]
mod tests {
    use std::ffi::CString;
    use std::fs;

    use super::*;

    /// A context that releases its key.
    struct Context(mbedtls_pk_context);

    impl Context {
        fn new() -> Self {
            let mut pk = mbedtls_pk_context { pk_info: ptr::dangling(), pk_ctx: ptr::dangling_mut() };
            // SAFETY: `pk` is writable.
            unsafe { mbedtls_pk_init(&raw mut pk) };
            Self(pk)
        }

        fn key(name: &str) -> Self {
            let mut pk = Self::new();
            assert_eq!(pk.keyfile(name, None), 0, "{name}");
            pk
        }

        fn public(name: &str) -> Self {
            let mut pk = Self::new();
            // SAFETY: the context is initialised and the path a string.
            let code = unsafe { mbedtls_pk_parse_public_keyfile(&raw mut pk.0, path(name).as_ptr()) };
            assert_eq!(code, 0, "{name}");
            pk
        }

        fn keyfile(&mut self, name: &str, password: Option<&CStr>) -> c_int {
            let password = password.map_or(ptr::null(), CStr::as_ptr);
            // SAFETY: the context is initialised, the others are strings.
            unsafe {
                mbedtls_pk_parse_keyfile(
                    &raw mut self.0,
                    path(name).as_ptr(),
                    password,
                    None,
                    ptr::null_mut(),
                )
            }
        }

        fn pairs_with(&self, private: &Self) -> c_int {
            // SAFETY: both contexts are initialised.
            unsafe { mbedtls_pk_check_pair(&raw const self.0, &raw const private.0, None, ptr::null_mut()) }
        }
    }

    impl Drop for Context {
        fn drop(&mut self) {
            // SAFETY: the context is initialised; a second call finds it empty.
            unsafe {
                mbedtls_pk_free(&raw mut self.0);
                mbedtls_pk_free(&raw mut self.0);
            }
        }
    }

    fn path(name: &str) -> CString {
        CString::new(format!("{}/tests/keys/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
    }

    #[test]
    fn kinds_and_sizes() {
        let cases = [
            (
                Context::key("rsa2048.pem"),
                MBEDTLS_PK_RSA,
                2048,
                c"RSA",
                [true, false, false, false, true, false],
            ),
            (
                Context::public("rsa1024.pub.der"),
                MBEDTLS_PK_RSA,
                1024,
                c"RSA",
                [true, false, false, false, true, false],
            ),
            (
                Context::key("secp384r1.pem"),
                MBEDTLS_PK_ECKEY,
                384,
                c"EC",
                [false, true, true, true, false, false],
            ),
            (
                Context::public("secp521r1.pub.der"),
                MBEDTLS_PK_ECKEY,
                521,
                c"EC",
                [false, true, true, true, false, false],
            ),
            (
                Context::key("ed25519.pk8.pem"),
                MBEDTLS_PK_OPAQUE,
                256,
                c"Ed25519",
                [false, false, false, false, false, true],
            ),
            (Context::new(), MBEDTLS_PK_NONE, 0, c"invalid PK", [false; 6]),
        ];
        for (pk, kind, bits, name, can) in cases {
            let pk = &raw const pk.0;
            // SAFETY: the context is initialised; the name is a static string.
            unsafe {
                assert_eq!(mbedtls_pk_get_type(pk), kind);
                assert_eq!(mbedtls_pk_get_bitlen(pk), bits);
                assert_eq!(CStr::from_ptr(mbedtls_pk_get_name(pk)), name);
                assert_eq!([1, 2, 3, 4, 6, 7].map(|kind| mbedtls_pk_can_do(pk, kind) == 1), can, "{name:?}");
            }
        }
    }

    #[test]
    fn a_context_takes_one_key_after_another_and_is_empty_after_an_error() {
        let mut pk = Context::new();
        assert_eq!(pk.keyfile("missing", None), MBEDTLS_ERR_PK_FILE_IO_ERROR);
        assert_eq!(pk.keyfile(".", None), MBEDTLS_ERR_PK_FILE_IO_ERROR);
        assert_eq!(pk.keyfile("message", None), MBEDTLS_ERR_PK_KEY_INVALID_FORMAT);
        assert_eq!(pk.keyfile("prime256v1.des3.pk8.pem", None), MBEDTLS_ERR_PK_PASSWORD_REQUIRED);
        assert_eq!(pk.keyfile("prime256v1.des3.pk8.pem", Some(c"wrong")), MBEDTLS_ERR_PK_PASSWORD_MISMATCH);
        assert!(pk.0.pk_ctx.is_null());
        assert_eq!(pk.keyfile("prime256v1.des3.pk8.pem", Some(c"secret")), 0);
        // SAFETY: the context is initialised.
        assert_eq!(unsafe { set_public_key(&raw mut pk.0, &[]) }, MBEDTLS_ERR_PK_BAD_INPUT_DATA);
        assert_eq!(pk.keyfile("secp384r1.pem", None), 0);
        // SAFETY: as above.
        assert_eq!(unsafe { mbedtls_pk_get_bitlen(&raw const pk.0) }, 384);
        assert_eq!(pk.keyfile("message", None), MBEDTLS_ERR_PK_KEY_INVALID_FORMAT);
        assert!(pk.0.pk_ctx.is_null());
    }

    #[test]
    fn pairs() {
        let (rsa, ec, ed) =
            (Context::key("rsa2048.pem"), Context::key("prime256v1.pem"), Context::key("ed25519.pk8.pem"));
        let (rsa_pub, ec_pub) = (Context::public("rsa2048.pub.pem"), Context::public("prime256v1.pub.pem"));
        let (rsa3072, p384) = (Context::key("rsa3072.pem"), Context::key("secp384r1.pem"));
        for (public, private) in [(&rsa_pub, &rsa), (&rsa, &rsa), (&ec_pub, &ec), (&ec, &ec), (&ed, &ed)] {
            assert_eq!(public.pairs_with(private), 0);
        }
        let other_ed = Context::key("other.ed25519.pk8.der");
        let cases = [
            (&rsa_pub, &rsa3072, MBEDTLS_ERR_RSA_KEY_CHECK_FAILED),
            (&rsa_pub, &rsa_pub, MBEDTLS_ERR_RSA_KEY_CHECK_FAILED),
            (&ec_pub, &p384, MBEDTLS_ERR_ECP_BAD_INPUT_DATA),
            (&ed, &other_ed, MBEDTLS_ERR_ECP_BAD_INPUT_DATA),
            (&ec_pub, &ec_pub, MBEDTLS_ERR_ECP_INVALID_KEY),
            (&ec_pub, &rsa, MBEDTLS_ERR_PK_TYPE_MISMATCH),
            (&rsa_pub, &ec, MBEDTLS_ERR_PK_TYPE_MISMATCH),
            (&ed, &ec, MBEDTLS_ERR_PK_TYPE_MISMATCH),
        ];
        for (public, private, code) in cases {
            assert_eq!(public.pairs_with(private), code);
        }
        let empty = Context::new();
        assert_eq!(empty.pairs_with(&ec), MBEDTLS_ERR_PK_BAD_INPUT_DATA);
        assert_eq!(ec.pairs_with(&empty), MBEDTLS_ERR_PK_BAD_INPUT_DATA);
    }

    #[test]
    fn nothing_is_no_crash() {
        let none = ptr::null_mut::<mbedtls_pk_context>();
        let mut pk = Context::new();
        let pk = &raw mut pk.0;
        let nothing = ptr::null_mut();
        // SAFETY: null is allowed everywhere here.
        unsafe {
            mbedtls_pk_init(none);
            mbedtls_pk_free(none);
            assert_eq!(mbedtls_pk_get_type(none), MBEDTLS_PK_NONE);
            assert_eq!(mbedtls_pk_get_bitlen(none), 0);
            assert_eq!(CStr::from_ptr(mbedtls_pk_get_name(none)), c"invalid PK");
            assert_eq!(mbedtls_pk_can_do(none, MBEDTLS_PK_RSA), 0);
            assert!(private_key(none).is_none() && public_key(none).is_none());
            let path = path("prime256v1.pem");
            for code in [
                mbedtls_pk_check_pair(none, none, None, nothing),
                mbedtls_pk_parse_keyfile(none, path.as_ptr(), ptr::null(), None, nothing),
                mbedtls_pk_parse_keyfile(pk, ptr::null(), ptr::null(), None, nothing),
                mbedtls_pk_parse_public_keyfile(pk, ptr::null()),
                mbedtls_pk_parse_public_key(none, b"0".as_ptr(), 1),
                mbedtls_pk_parse_public_key(pk, ptr::null(), 1),
                mbedtls_pk_parse_key(pk, ptr::null(), 1, ptr::null(), 0, None, nothing),
                mbedtls_pk_parse_key(pk, b"0".as_ptr(), 1, ptr::null(), 1, None, nothing),
            ] {
                assert_eq!(code, MBEDTLS_ERR_PK_BAD_INPUT_DATA);
            }
            let empty = mbedtls_pk_parse_key(pk, ptr::null(), 0, ptr::null(), 0, None, nothing);
            assert_eq!(empty, MBEDTLS_ERR_PK_KEY_INVALID_FORMAT);
        }
    }

    #[test]
    fn the_keys_of_a_context() {
        let (private, public) = (Context::key("prime256v1.pem"), Context::public("prime256v1.pub.pem"));
        let mut from_certificate = Context::new();
        let spki = fs::read(path("prime256v1.pub.der").to_str().unwrap()).unwrap();
        // SAFETY: the contexts are initialised and not changed while their keys are looked at.
        unsafe {
            assert!(private_key(&raw const private.0).is_some());
            assert!(private_key(&raw const public.0).is_none());
            assert_eq!(set_public_key(&raw mut from_certificate.0, &spki), 0);
            let bytes = [&private, &public, &from_certificate]
                .map(|pk| public_key(&raw const pk.0).unwrap().bytes().to_vec());
            assert!(bytes[0] == bytes[1] && bytes[1] == bytes[2]);
        }
    }

    #[test]
    fn types_by_number() {
        for (kind, known) in
            [(0, false), (1, true), (2, true), (3, true), (4, true), (5, false), (7, false), (99, false)]
        {
            assert_eq!(!mbedtls_pk_info_from_type(kind).is_null(), known, "{kind}");
        }
    }
}
