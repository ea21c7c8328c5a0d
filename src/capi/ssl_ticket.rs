//! `mbedtls/ssl_ticket.h`: the tickets of a server. Layouts are those of Debian 13 on x86_64, asserted here.

mod keeper;

use std::ffi::{c_int, c_uchar, c_void};
use std::ptr;

use zeroize::Zeroize;

use self::keeper::{Keeper, is_over};
use super::boundary::{bytes, bytes_mut, enter, enter_or, zero};
use super::cipher::{mbedtls_cipher_context_t, mbedtls_cipher_type_t};
use super::codes::*;
use super::platform_time::{mbedtls_ms_time, mbedtls_ms_time_t, mbedtls_time_t};
use super::platform_util::mbedtls_f_rng_t;
use super::ssl::{mbedtls_ssl_session, session};
use super::threading::mbedtls_threading_mutex_t;
use crate::crypto::ticket_key::TicketCipher;

/// One ticket key. Its members are private.
#[repr(C)]
pub struct mbedtls_ssl_ticket_key {
    pub(crate) name: [c_uchar; 4],
    pub(crate) generation_time: mbedtls_time_t,
    pub(crate) lifetime: u32,
    pub(crate) ctx: mbedtls_cipher_context_t,
}
const _: () =
    assert!(size_of::<mbedtls_ssl_ticket_key>() == 120 && align_of::<mbedtls_ssl_ticket_key>() == 8);

/// Ticket keys for servers; threads may share it. Starts with mbedtls_ssl_ticket_init() and
/// mbedtls_ssl_ticket_setup(), ends with mbedtls_ssl_ticket_free(). Its members are private.
#[repr(C)]
pub struct mbedtls_ssl_ticket_context {
    pub(crate) keys: [mbedtls_ssl_ticket_key; 2],
    pub(crate) active: c_uchar,
    pub(crate) ticket_lifetime: u32,
    pub(crate) f_rng:
        Option<unsafe extern "C" fn(p_rng: *mut c_void, output: *mut c_uchar, output_size: usize) -> c_int>,
    pub(crate) p_rng: *mut c_void,
    pub(crate) mutex: mbedtls_threading_mutex_t,
}
const _: () =
    assert!(size_of::<mbedtls_ssl_ticket_context>() == 312 && align_of::<mbedtls_ssl_ticket_context>() == 8);

/// Prepares a ticket context for use: it makes no tickets yet. Call `mbedtls_ssl_ticket_setup()` next.
///
/// \param ctx  The context, in memory of the caller; NULL does nothing. Whatever it held before is forgotten, not
///             released.
///
/// # Safety
/// `ctx` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_ticket_init(ctx: *mut mbedtls_ssl_ticket_context) {
    // SAFETY: as this function's; zero bytes are a context without keys.
    enter_or((), || unsafe { zero(ctx) });
}

/// Makes the first key, and so prepares a context for use with `mbedtls_ssl_conf_session_tickets_cb()`. One context may serve
/// any number of configurations and threads.
///
/// \param ctx       The context, initialised; keys it had are released.
/// \param f_rng     The source of keys and nonces. It is not called by two threads at once for this context.
/// \param p_rng     Its first argument; it has to live as long as the context.
/// \param cipher    MBEDTLS_CIPHER_AES_256_GCM, MBEDTLS_CIPHER_AES_128_GCM or MBEDTLS_CIPHER_CHACHA20_POLY1305.
/// \param lifetime  How long a ticket is accepted, in seconds. A key makes tickets for that long; then a new one does.
///                  TLS 1.3 allows at most 604800, seven days.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA: `ctx` or `f_rng` is NULL, or `cipher` is no AEAD.
/// \return  MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE: an AEAD that this library does not have.
/// \return  Another value: what `f_rng` returned.
///
/// # Safety
/// `ctx` is null, or an initialised context that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_ticket_setup(
    ctx: *mut mbedtls_ssl_ticket_context,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
    cipher: mbedtls_cipher_type_t,
    lifetime: u32,
) -> c_int {
    enter(|| {
        if ctx.is_null() || f_rng.is_none() {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        }
        let cipher = match ticket_cipher(cipher) {
            Ok(cipher) => cipher,
            Err(code) => return code,
        };
        // SAFETY: the caller vouches for `f_rng` and `p_rng`.
        let keeper = Keeper::new(cipher, lifetime, now(), &mut unsafe { random(f_rng, p_rng) });
        match keeper {
            // SAFETY: the caller vouches for `ctx`.
            Ok(keeper) => unsafe {
                mbedtls_ssl_ticket_free(ctx);
                ((*ctx).f_rng, (*ctx).p_rng) = (f_rng, p_rng);
                (*ctx).ticket_lifetime = lifetime;
                let [slot, _] = &mut (*ctx).keys;
                slot.ctx.cipher_ctx = Box::into_raw(Box::new(keeper)).cast();
                0
            },
            Err(code) => code,
        }
    })
}

/// Hands in a key, for instance one that several servers share. It makes the tickets from now on; the one before it still reads
/// them, and the one before that does not.
///
/// \param ctx       The context, set up.
/// \param name      The name of the key, MBEDTLS_SSL_TICKET_KEY_NAME_BYTES bytes; different for each key.
/// \param nlength   Its length; bytes beyond that are not looked at.
/// \param k         The key: 32 bytes for MBEDTLS_CIPHER_AES_256_GCM and MBEDTLS_CIPHER_CHACHA20_POLY1305, 16 for
///                  MBEDTLS_CIPHER_AES_128_GCM.
/// \param klength   Its length; bytes beyond that are not looked at.
/// \param lifetime  The new lifetime of tickets, in seconds.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA: a NULL, a context that is not set up, or a name or key that is too short.
///
/// # Safety
/// `ctx` is null, or an initialised context; `name` and `k` are null, or hold what their lengths say.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_ticket_rotate(
    ctx: *mut mbedtls_ssl_ticket_context,
    name: *const c_uchar,
    nlength: usize,
    k: *const c_uchar,
    klength: usize,
    lifetime: u32,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for the context and the buffers.
        let (keeper, name, key) = unsafe { (keeper(ctx), bytes(name, nlength), bytes(k, klength)) };
        let (Some(keeper), Some(name), Some(key)) = (keeper, name, key) else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        keeper.rotate(name, key, lifetime, now()).err().unwrap_or(0)
    })
}

/// Turns a session into a ticket: an `mbedtls_ssl_ticket_write_t` for `mbedtls_ssl_conf_session_tickets_cb()`.
///
/// \param p_ticket         The context, set up.
/// \param session          The session of a server.
/// \param start            Where the ticket goes.
/// \param end              The end of the room there.
/// \param tlen             Gets the length of the ticket, or 0.
/// \param ticket_lifetime  Gets how long the ticket is accepted, in seconds.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL: the ticket does not fit.
/// \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA: a NULL, a context that is not set up, or a session that makes no sense.
/// \return  MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE: the session is empty, or not one of TLS 1.3.
/// \return  Another value: what `f_rng` returned.
///
/// # Safety
/// `p_ticket` is null, or an initialised `mbedtls_ssl_ticket_context`; `session` is null, or an initialised session; `start` is
/// null, or valid for writing up to `end`; the other two are null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_ticket_write(
    p_ticket: *mut c_void,
    session: *const mbedtls_ssl_session,
    start: *mut c_uchar,
    end: *const c_uchar,
    tlen: *mut usize,
    ticket_lifetime: *mut u32,
) -> c_int {
    let ctx: *mut mbedtls_ssl_ticket_context = p_ticket.cast();
    enter(|| {
        // SAFETY: the caller vouches for both.
        let (Some(tlen), Some(ticket_lifetime)) = (unsafe { (tlen.as_mut(), ticket_lifetime.as_mut()) })
        else {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        };
        *tlen = 0;
        let room = end.addr().checked_sub(start.addr());
        // SAFETY: the caller vouches for `start` up to `end`.
        let out = room.and_then(|room| unsafe { bytes_mut(start, room) });
        // SAFETY: the caller vouches for `ctx`.
        let (Some(keeper), Some(out)) = (unsafe { keeper(ctx) }, out) else {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        };
        // SAFETY: `ctx` is not null, as it has a keeper; the caller of setup vouched for the generator.
        let mut random = unsafe { random((*ctx).f_rng, (*ctx).p_rng) };
        // SAFETY: the caller vouches for `session`.
        match keeper.write(out, now(), &mut random, |text| unsafe { session::save(session, text) }) {
            Ok(written) => {
                (*tlen, *ticket_lifetime) = written;
                0
            }
            Err(code) => code,
        }
    })
}

/// Turns a ticket back into a session: an `mbedtls_ssl_ticket_parse_t` for `mbedtls_ssl_conf_session_tickets_cb()`. The ticket
/// may come from anybody: what this context has not made is refused.
///
/// \param p_ticket  The context, set up.
/// \param session   The session, initialised; what it held is released. On failure it is empty, or as it was.
/// \param buf       The ticket; it is overwritten, and holds no secret afterwards.
/// \param len       Its length.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_SSL_INVALID_MAC: the ticket was changed, or forged.
/// \return  MBEDTLS_ERR_SSL_SESSION_TICKET_EXPIRED: it is too old, or its key is gone.
/// \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA: a NULL, a context that is not set up, or something that has not the form of a
///          ticket.
/// \return  MBEDTLS_ERR_SSL_ALLOC_FAILED: no memory.
///
/// # Safety
/// `p_ticket` is null, or an initialised `mbedtls_ssl_ticket_context`; `session` is null, or an initialised session that nothing
/// else uses; `buf` is null, or valid for `len` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_ticket_parse(
    p_ticket: *mut c_void,
    session: *mut mbedtls_ssl_session,
    buf: *mut c_uchar,
    len: usize,
) -> c_int {
    enter(|| {
        // SAFETY: the caller vouches for the context and the buffer.
        let (Some(keeper), Some(ticket)) = (unsafe { (keeper(p_ticket.cast()), bytes_mut(buf, len)) }) else {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        };
        let loaded = match keeper.read(ticket) {
            // SAFETY: the caller vouches for `session`.
            Ok(text) => unsafe {
                let loaded = session::load(session, text);
                text.zeroize();
                loaded
            },
            Err(code) => return code,
        };
        if loaded != 0 {
            return loaded;
        }
        // SAFETY: a session that was loaded is not null.
        let refusal = match unsafe { &*session } {
            s if s.endpoint != IS_SERVER => MBEDTLS_ERR_SSL_BAD_INPUT_DATA,
            s if is_over(s.ticket_creation_time, keeper.lifetime(), now()) => {
                MBEDTLS_ERR_SSL_SESSION_TICKET_EXPIRED
            }
            _ => return 0,
        };
        // SAFETY: as above.
        unsafe { session::mbedtls_ssl_session_free(session) };
        refusal
    })
}

/// Releases the keys and leaves the context as `mbedtls_ssl_ticket_init()` does.
///
/// \param ctx  The context; NULL does nothing. No configuration may use it any more.
///
/// # Safety
/// `ctx` is null, or an initialised context that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_ticket_free(ctx: *mut mbedtls_ssl_ticket_context) {
    enter_or((), || {
        // SAFETY: the caller vouches for `ctx`.
        let Some(context) = (unsafe { ctx.as_mut() }) else {
            return;
        };
        let [slot, _] = &mut context.keys;
        let keeper = std::mem::replace(&mut slot.ctx.cipher_ctx, ptr::null_mut());
        if !keeper.is_null() {
            // SAFETY: setup put it there, and it is released once.
            drop(unsafe { Box::from_raw(keeper.cast::<Keeper>()) });
        }
        // SAFETY: as above.
        unsafe { zero(ctx) };
    });
}

const IS_SERVER: u8 = 1;

/// What setup has made; it hangs from the first key's cipher context.
///
/// # Safety
/// `ctx` is null, or an initialised context that is not released during `'a`.
unsafe fn keeper<'a>(ctx: *const mbedtls_ssl_ticket_context) -> Option<&'a Keeper> {
    // SAFETY: the caller vouches for `ctx`; the pointer is null or what setup put there.
    unsafe {
        let [slot, _] = &ctx.as_ref()?.keys;
        slot.ctx.cipher_ctx.cast::<Keeper>().cast_const().as_ref()
    }
}

/// C's generator as a closure.
///
/// # Safety
/// `f_rng` may be called with `p_rng` while the closure lives.
unsafe fn random(f_rng: mbedtls_f_rng_t, p_rng: *mut c_void) -> impl FnMut(&mut [u8]) -> Result<(), c_int> {
    move |buf| {
        let f_rng = f_rng.ok_or(MBEDTLS_ERR_SSL_NO_RNG)?;
        // SAFETY: the caller vouches for the function; `buf` is valid for its length.
        match unsafe { f_rng(p_rng, buf.as_mut_ptr(), buf.len()) } {
            0 => Ok(()),
            code => Err(code),
        }
    }
}

fn ticket_cipher(cipher: mbedtls_cipher_type_t) -> Result<TicketCipher, c_int> {
    match cipher {
        14 => Ok(TicketCipher::Aes128Gcm),
        16 => Ok(TicketCipher::Aes256Gcm),
        77 => Ok(TicketCipher::ChaCha20Poly1305),
        // AES-192-GCM, CCM, and the GCM and CCM of Camellia and ARIA
        15 | 29..=31 | 38..=40 | 44..=46 | 62..=67 => Err(MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE),
        _ => Err(MBEDTLS_ERR_SSL_BAD_INPUT_DATA),
    }
}

/// The clock of `ticket_creation_time`.
fn now() -> mbedtls_ms_time_t {
    // SAFETY: there is nothing to keep.
    unsafe { mbedtls_ms_time() }
}

#[cfg(test)]
mod tests;
