//! `mbedtls/gcm.h`: GCM over AES, ARIA or Camellia. All that a context keeps, the key included, lies in it: there is nothing to
//! release, so that C code may copy it.
//! The layout is that of Debian 13 on x86_64, asserted here.

use std::ffi::{c_int, c_uchar, c_uint};

use super::block::{AesKey, Key, whole_bytes};
use super::boundary::{self, Plain};
use super::cipher::{block_algorithm, mbedtls_cipher_id_t};
use super::codes::{
    MBEDTLS_ERR_GCM_AUTH_FAILED, MBEDTLS_ERR_GCM_BAD_INPUT, MBEDTLS_ERR_GCM_BUFFER_TOO_SMALL,
};
use super::self_test::{self, Case};
use crate::crypto::at_once::AtOnce;
use crate::crypto::block::{Algorithm, BlockCipher, Direction};
use crate::crypto::gcm::{self, Gcm};

const MBEDTLS_GCM_ENCRYPT: c_int = 1;

/// A key of GCM, and a message at work. Its members are private.
#[repr(C)]
pub struct mbedtls_gcm_context {
    pub(crate) state: [u64; 53],
}
const _: () = assert!(size_of::<mbedtls_gcm_context>() == 424 && align_of::<mbedtls_gcm_context>() == 8);

/// From how many bytes on a message is faster by [`AtOnce`], whose own key schedule is made for each.
const AT_ONCE_MIN: usize = 64;

/// What lies in the memory of a `mbedtls_gcm_context`.
#[repr(C)]
struct State {
    key: AesKey,
    encrypts: u8,
    gcm: Gcm,
}
// SAFETY: integers and arrays of integers.
unsafe impl Plain for State {}

impl State {
    /// Begins a message. `None`: no key, or not a length of an IV.
    fn start(&mut self, mode: c_int, iv: &[u8]) -> Option<()> {
        // NIST SP 800-38D section 5.2.1.1; a slice is shorter than 2^61 - 1 bytes.
        if iv.is_empty() {
            return None;
        }
        self.encrypts = u8::from(mode == MBEDTLS_GCM_ENCRYPT);
        self.key.with_own(|cipher| self.gcm.start(cipher, iv))
    }

    /// A whole message where it stands, and its tag.
    fn whole(&mut self, mode: c_int, iv: &[u8], aad: &[u8], text: &mut [u8]) -> Option<[u8; gcm::TAG_LEN]> {
        if mode == MBEDTLS_GCM_ENCRYPT
            && let Some(tag) = self.at_once(iv, aad, text).and_then(|key| key.seal(iv, aad, text))
        {
            return Some(tag);
        }
        if mode == MBEDTLS_GCM_ENCRYPT {
            return self.key.with_own(|cipher| self.gcm.seal(cipher, iv, aad, text));
        }
        self.start(mode, iv)?;
        self.gcm.additional(aad);
        self.crypt(text)?;
        Some(self.gcm.tag())
    }

    /// Decrypts a whole message where it stands. `false`: `tag` is not its tag, and the text is wiped.
    fn open(&mut self, iv: &[u8], aad: &[u8], text: &mut [u8], tag: &[u8]) -> bool {
        if tag.len() == gcm::TAG_LEN
            && let Some(good) = self.at_once(iv, aad, text).and_then(|key| key.open(iv, aad, text, tag))
        {
            return good;
        }
        self.key.with_own(|cipher| self.gcm.open(cipher, iv, aad, text, tag)).unwrap_or(false)
    }

    /// What does a whole message faster, if there is something and the message is worth getting it ready.
    fn at_once(&self, iv: &[u8], aad: &[u8], text: &[u8]) -> Option<AtOnce> {
        if iv.len() != 12 || aad.len() + text.len() < AT_ONCE_MIN {
            return None;
        }
        AtOnce::gcm(self.key.raw())
    }

    fn crypt(&mut self, text: &mut [u8]) -> Option<()> {
        self.key.with_own(|cipher| match self.encrypts {
            0 => self.gcm.decrypt(cipher, text),
            _ => self.gcm.encrypt(cipher, text),
        })
    }

    /// Whether the message can have so many bytes more.
    fn has_room_for(&self, len: usize) -> bool {
        self.gcm.text_len().checked_add(len as u64).is_some_and(|len| len <= gcm::TEXT_MAX)
    }
}

/// Makes a context ready for mbedtls_gcm_setkey().
///
/// \param ctx  Memory for a context, owned by the caller. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_gcm_context`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_gcm_init(ctx: *mut mbedtls_gcm_context) {
    // SAFETY: the caller vouches for `ctx`; zeros are a context without a key.
    boundary::enter_or((), || unsafe { boundary::zero(ctx) });
}

/// Wipes a context; afterwards it is as mbedtls_gcm_init() leaves it.
///
/// \param ctx  The context. NULL: nothing happens.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_gcm_context`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_gcm_free(ctx: *mut mbedtls_gcm_context) {
    // SAFETY: the caller vouches for `ctx`.
    boundary::enter_or((), || unsafe { boundary::wipe(ctx) });
}

/// Sets the cipher and its key, for encryption and decryption.
///
/// \param ctx      The context.
/// \param cipher   MBEDTLS_CIPHER_ID_AES, MBEDTLS_CIPHER_ID_ARIA or MBEDTLS_CIPHER_ID_CAMELLIA.
/// \param key      The key; it is copied.
/// \param keybits  Its length in bits: 128, 192 or 256.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_GCM_BAD_INPUT: another cipher or length, or `ctx` or `key` is NULL.
///
/// # Safety
/// `ctx` is null, or valid for writing a `mbedtls_gcm_context`; `key` is null, or readable for `keybits` bits.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_gcm_setkey(
    ctx: *mut mbedtls_gcm_context,
    cipher: mbedtls_cipher_id_t,
    key: *const c_uchar,
    keybits: c_uint,
) -> c_int {
    boundary::enter(|| {
        let len = whole_bytes(keybits);
        let Some((algorithm, len)) = block_algorithm(cipher).zip(len).filter(|(a, len)| a.takes(*len)) else {
            return MBEDTLS_ERR_GCM_BAD_INPUT;
        };
        // SAFETY: the caller vouches for both.
        let (state, key) = unsafe { (boundary::state::<_, State>(ctx), boundary::bytes(key, len)) };
        let (Some(state), Some(key)) = (state, key) else { return MBEDTLS_ERR_GCM_BAD_INPUT };
        let set = state.key.set(algorithm, Direction::Encrypt, key);
        let Some(gcm) = set.and_then(|()| state.key.with_own(Gcm::new)) else {
            return MBEDTLS_ERR_GCM_BAD_INPUT;
        };
        (state.encrypts, state.gcm) = (0, gcm);
        0
    })
}

/// Encrypts or decrypts a whole message and gives its tag. Whoever decrypts has to compare the tag:
/// mbedtls_gcm_auth_decrypt() does.
///
/// \param ctx      The context with the key.
/// \param mode     MBEDTLS_GCM_ENCRYPT or MBEDTLS_GCM_DECRYPT.
/// \param length   The length of the text, in bytes.
/// \param iv       The IV; never twice with the same key.
/// \param iv_len   Its length in bytes, at least 1; 12 is usual.
/// \param add      Data that the tag covers, too. May be NULL if `add_len` is 0.
/// \param add_len  Its length in bytes.
/// \param input    The text.
/// \param output   Where as many bytes go; may be `input`.
/// \param tag_len  How many bytes of the tag are wanted: 4 to 16.
/// \param tag      Where they go.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_GCM_BAD_INPUT: a length is out of range, a pointer is NULL, or there is no key.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; the other pointers are null, or readable or
/// writable for their lengths.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_gcm_crypt_and_tag(
    ctx: *mut mbedtls_gcm_context,
    mode: c_int,
    length: usize,
    iv: *const c_uchar,
    iv_len: usize,
    add: *const c_uchar,
    add_len: usize,
    input: *const c_uchar,
    output: *mut c_uchar,
    tag_len: usize,
    tag: *mut c_uchar,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for all of them.
        let (state, iv, aad) = unsafe {
            (boundary::state::<_, State>(ctx), boundary::bytes(iv, iv_len), boundary::bytes(add, add_len))
        };
        let (Some(state), Some(iv), Some(aad)) = (state, iv, aad) else { return MBEDTLS_ERR_GCM_BAD_INPUT };
        if !(4..=gcm::TAG_LEN).contains(&tag_len) || tag.is_null() || length as u64 > gcm::TEXT_MAX {
            return MBEDTLS_ERR_GCM_BAD_INPUT;
        }
        if iv.is_empty() || !state.key.raw().is_set() {
            return MBEDTLS_ERR_GCM_BAD_INPUT;
        }
        // SAFETY: the caller vouches for `length` bytes at both, which share none with IV and additional data.
        let Some(text) = (unsafe { boundary::moved(input, output, length) }) else {
            return MBEDTLS_ERR_GCM_BAD_INPUT;
        };
        let Some(made) = state.whole(mode, iv, aad, text) else { return MBEDTLS_ERR_GCM_BAD_INPUT };
        // SAFETY: the caller vouches for `tag_len` bytes, which are at most those of a tag.
        unsafe { boundary::put(tag, made.get(..tag_len).unwrap_or_default()) };
        0
    })
}

/// Decrypts a whole message and compares its tag.
///
/// \param ctx      The context with the key.
/// \param length   The length of the text, in bytes.
/// \param iv       The IV.
/// \param iv_len   Its length in bytes, at least 1.
/// \param add      Data that the tag covers, too. May be NULL if `add_len` is 0.
/// \param add_len  Its length in bytes.
/// \param tag      The tag, or its first bytes.
/// \param tag_len  How many there are: 4 to 16.
/// \param input    The encrypted text.
/// \param output   Where as many bytes go; may be `input`. They are zeros if the tag is wrong.
///
/// \return  0: the tag is right.
/// \return  MBEDTLS_ERR_GCM_AUTH_FAILED: it is not.
/// \return  MBEDTLS_ERR_GCM_BAD_INPUT: a length is out of range, a pointer is NULL, or there is no key.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; the other pointers are null, or readable or
/// writable for their lengths.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_gcm_auth_decrypt(
    ctx: *mut mbedtls_gcm_context,
    length: usize,
    iv: *const c_uchar,
    iv_len: usize,
    add: *const c_uchar,
    add_len: usize,
    tag: *const c_uchar,
    tag_len: usize,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    boundary::enter(|| {
        let mut wanted = [0; gcm::TAG_LEN];
        // SAFETY: the caller vouches for all of them.
        let (state, iv, aad, given) = unsafe {
            (
                boundary::state::<_, State>(ctx),
                boundary::bytes(iv, iv_len),
                boundary::bytes(add, add_len),
                boundary::bytes(tag, tag_len),
            )
        };
        // The tag is copied, since it may stand behind the text that is overwritten.
        let Some((given, wanted)) = given.zip(wanted.get_mut(..tag_len)).filter(|_| tag_len >= 4) else {
            return MBEDTLS_ERR_GCM_BAD_INPUT;
        };
        wanted.copy_from_slice(given);
        let (Some(state), Some(iv), Some(aad)) = (state, iv, aad) else { return MBEDTLS_ERR_GCM_BAD_INPUT };
        if iv.is_empty() || !state.key.raw().is_set() || length as u64 > gcm::TEXT_MAX {
            return MBEDTLS_ERR_GCM_BAD_INPUT;
        }
        // SAFETY: the caller vouches for `length` bytes at both, which share none with IV and additional data.
        let Some(text) = (unsafe { boundary::moved(input, output, length) }) else {
            return MBEDTLS_ERR_GCM_BAD_INPUT;
        };
        if state.open(iv, aad, text, wanted) { 0 } else { MBEDTLS_ERR_GCM_AUTH_FAILED }
    })
}

/// Begins a message that comes in pieces: mbedtls_gcm_update_ad(), mbedtls_gcm_update(), mbedtls_gcm_finish() follow.
///
/// \param ctx     The context with the key.
/// \param mode    MBEDTLS_GCM_ENCRYPT or MBEDTLS_GCM_DECRYPT.
/// \param iv      The IV; never twice with the same key.
/// \param iv_len  Its length in bytes, at least 1.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_GCM_BAD_INPUT: `iv_len` is 0, a pointer is NULL, or there is no key.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; `iv` is null, or readable for `iv_len` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_gcm_starts(
    ctx: *mut mbedtls_gcm_context,
    mode: c_int,
    iv: *const c_uchar,
    iv_len: usize,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for both.
        let (state, iv) = unsafe { (boundary::state::<_, State>(ctx), boundary::bytes(iv, iv_len)) };
        let started = state.zip(iv).and_then(|(state, iv)| state.start(mode, iv));
        if started.is_some() { 0 } else { MBEDTLS_ERR_GCM_BAD_INPUT }
    })
}

/// Takes in data that the tag covers beside the text; all of it before the text.
///
/// \param ctx      The context, started.
/// \param add      The data. May be NULL if `add_len` is 0.
/// \param add_len  Its length in bytes.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_GCM_BAD_INPUT: a pointer is NULL.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; `add` is null, or readable for `add_len` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_gcm_update_ad(
    ctx: *mut mbedtls_gcm_context,
    add: *const c_uchar,
    add_len: usize,
) -> c_int {
    boundary::enter(|| {
        // SAFETY: the caller vouches for both.
        let (state, aad) = unsafe { (boundary::state::<_, State>(ctx), boundary::bytes(add, add_len)) };
        let (Some(state), Some(aad)) = (state, aad) else { return MBEDTLS_ERR_GCM_BAD_INPUT };
        state.gcm.additional(aad);
        0
    })
}

/// Encrypts or decrypts the next part of the text. What was decrypted is not to be used before the tag was compared.
///
/// \param ctx            The context, started.
/// \param input          The part.
/// \param input_length   Its length in bytes.
/// \param output         Where as many bytes go; may be `input`, or end before it begins, but not begin inside of it.
/// \param output_size    The room there.
/// \param output_length  Receives how many bytes were written: `input_length`.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_GCM_BUFFER_TOO_SMALL: `output_size` is less than `input_length`.
/// \return  MBEDTLS_ERR_GCM_BAD_INPUT: the text gets longer than GCM allows, `output` begins inside of the input, a pointer is
///          NULL, or there is no key.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; the other pointers are null, or readable or
/// writable for their lengths.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_gcm_update(
    ctx: *mut mbedtls_gcm_context,
    input: *const c_uchar,
    input_length: usize,
    output: *mut c_uchar,
    output_size: usize,
    output_length: *mut usize,
) -> c_int {
    boundary::enter(|| {
        if output_size < input_length {
            return MBEDTLS_ERR_GCM_BUFFER_TOO_SMALL;
        }
        if output_length.is_null() {
            return MBEDTLS_ERR_GCM_BAD_INPUT;
        }
        // SAFETY: the caller vouches for the non-null `output_length`.
        unsafe { output_length.write(input_length) };
        if input_length == 0 {
            return 0;
        }
        let behind = output.addr().wrapping_sub(input.addr());
        // SAFETY: the caller vouches for `ctx`.
        let state = unsafe { boundary::state::<_, State>(ctx) };
        let Some(state) = state.filter(|state| state.has_room_for(input_length)) else {
            return MBEDTLS_ERR_GCM_BAD_INPUT;
        };
        if !state.key.raw().is_set() || behind != 0 && behind < input_length {
            return MBEDTLS_ERR_GCM_BAD_INPUT;
        }
        // SAFETY: the caller vouches for `input_length` bytes at both.
        let Some(text) = (unsafe { boundary::moved(input, output, input_length) }) else {
            return MBEDTLS_ERR_GCM_BAD_INPUT;
        };
        if state.crypt(text).is_some() { 0 } else { MBEDTLS_ERR_GCM_BAD_INPUT }
    })
}

/// Ends a message and gives its tag. Whoever decrypts has to compare it.
///
/// \param ctx            The context, started.
/// \param output         Not used: mbedtls_gcm_update() has written all of the text. May be NULL.
/// \param output_size    Not used.
/// \param output_length  Receives 0.
/// \param tag            Where the tag goes.
/// \param tag_len        How many bytes of it are wanted: 4 to 16.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_GCM_BAD_INPUT: `tag_len` is out of range, or a pointer is NULL.
///
/// # Safety
/// `ctx` is null, or points to a context that no other thread uses meanwhile; `output_length` is null or valid; `tag` is null,
/// or writable for `tag_len` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_gcm_finish(
    ctx: *mut mbedtls_gcm_context,
    output: *mut c_uchar,
    output_size: usize,
    output_length: *mut usize,
    tag: *mut c_uchar,
    tag_len: usize,
) -> c_int {
    boundary::enter(|| {
        let _ = (output, output_size);
        // SAFETY: the caller vouches for both.
        let (state, written) = unsafe { (boundary::state::<_, State>(ctx), output_length.as_mut()) };
        if let Some(written) = written {
            *written = 0;
        }
        let Some(state) = state.filter(|_| (4..=gcm::TAG_LEN).contains(&tag_len) && !tag.is_null()) else {
            return MBEDTLS_ERR_GCM_BAD_INPUT;
        };
        // SAFETY: the caller vouches for `tag_len` bytes.
        unsafe { boundary::put(tag, state.gcm.tag().get(..tag_len).unwrap_or_default()) };
        0
    })
}

/// Computes known answers.
///
/// \param verbose  Not 0: says on the standard output what was computed and whether it was right.
///
/// \return  0: all were right.
/// \return  1: one was not.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_gcm_self_test(verbose: c_int) -> c_int {
    boundary::enter(|| self_test::run(verbose, KNOWN_ANSWERS))
}

/// Test cases 4, 5, 6 and 16 of the specification of GCM by McGrew and Viega.
const KNOWN_ANSWERS: &[Case] = &[
    (c"AES-128-GCM", || known(16, "cafebabefacedbaddecaf888", 12, "5bc94fbc3221a5db94fae95ae7121a47")),
    (c"AES-128-GCM with a short IV", || known(16, "cafebabefacedbad", 8, "3612d2e79e3b0785561be14aaca2fccb")),
    (c"AES-128-GCM with a long IV", || {
        let iv = "9313225df88406e555909c5aff5269aa6a7a9538534f7da1e4c303d2a318a728c3c0c95156809539fcf0e2429a6b525416aedbf5a0de6a57a637b39b";
        known(16, iv, 60, "619cc5aefffe0bfa462af43c1699d050")
    }),
    (c"AES-256-GCM", || known(32, "cafebabefacedbaddecaf888", 12, "76fc6ece0f4e1768cddf8853bb2d551b")),
];

fn known(key_len: usize, iv: &str, iv_len: usize, tag: &str) -> bool {
    let key = self_test::hex::<32>("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
    let plain = self_test::hex::<60>(
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
    );
    let aad = self_test::hex::<20>("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    let (iv, tag) = (self_test::hex::<60>(iv), self_test::hex::<16>(tag));
    let iv = iv.get(..iv_len).unwrap_or_default();
    let key = key.get(..key_len).unwrap_or_default();
    let Some(cipher) = BlockCipher::new(Algorithm::Aes, Direction::Encrypt, key) else { return false };
    let mut text = plain;
    let right = gcm::seal(&cipher, iv, &aad, &mut text) == tag;
    right && gcm::open(&cipher, iv, &aad, &mut text, &tag) && text == plain
}
