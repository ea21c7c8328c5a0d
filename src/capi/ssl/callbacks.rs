//! The callback types of `mbedtls/ssl.h`. In C they name function types; here each is what a pointer to one is.

use std::ffi::{c_int, c_uchar, c_void};

use super::types::*;

/// Looks a session up in a cache (server). Finds the session with the `session_id_len` bytes of `session_id`
/// and copies it to `session`, which the caller has initialised and will free. `data` is what was registered
/// along with the function. Returns 0, or any other value when there is none: then a full handshake takes
/// place.
pub type mbedtls_ssl_cache_get_t = Option<
    unsafe extern "C" fn(
        data: *mut c_void,
        session_id: *const c_uchar,
        session_id_len: usize,
        session: *mut mbedtls_ssl_session,
    ) -> c_int,
>;
/// Puts a copy of `session` into a cache (server), under the `session_id_len` bytes of `session_id`. `data` is
/// what was registered along with the function. Returns 0 if it was stored; the handshake goes on in any case.
pub type mbedtls_ssl_cache_set_t = Option<
    unsafe extern "C" fn(
        data: *mut c_void,
        session_id: *const c_uchar,
        session_id_len: usize,
        session: *const mbedtls_ssl_session,
    ) -> c_int,
>;
/// Checks the cookie of a ClientHello (DTLS server): `cookie` of `clen` bytes against the client's transport
/// address `info` of `ilen` bytes. Returns 0 if it fits, any other value if not.
pub type mbedtls_ssl_cookie_check_t = Option<
    unsafe extern "C" fn(
        ctx: *mut c_void,
        cookie: *const c_uchar,
        clen: usize,
        info: *const c_uchar,
        ilen: usize,
    ) -> c_int,
>;
/// Writes a cookie for a client (DTLS server) at `*p`, at most up to `end`, and moves `*p` behind it; `info` of
/// `ilen` bytes is the client's transport address. Returns 0 or an error code.
pub type mbedtls_ssl_cookie_write_t = Option<
    unsafe extern "C" fn(
        ctx: *mut c_void,
        p: *mut *mut c_uchar,
        end: *mut c_uchar,
        info: *const c_uchar,
        ilen: usize,
    ) -> c_int,
>;
/// Hears of each secret of a handshake, for key logs and protocols such as EAP-TLS. `secret` of `secret_len`
/// bytes is valid during the call only; `client_random` and `server_random` are 32 bytes each.
pub type mbedtls_ssl_export_keys_t = Option<
    unsafe extern "C" fn(
        p_expkey: *mut c_void,
        kind: mbedtls_ssl_key_export_type,
        secret: *const c_uchar,
        secret_len: usize,
        client_random: *const c_uchar,
        server_random: *const c_uchar,
        tls_prf_type: mbedtls_tls_prf_types,
    ),
>;
/// Asks a timer. Returns 0: no delay has passed; 1: the intermediate one has; 2: the final one has; -1: it is
/// not running.
pub type mbedtls_ssl_get_timer_t = Option<unsafe extern "C" fn(ctx: *mut c_void) -> c_int>;
/// Receives up to `len` bytes into `buf` without waiting longer than the transport does. `ctx` is what was
/// registered along with the function. Returns how many bytes came; 0 at the end of the stream;
/// `MBEDTLS_ERR_SSL_WANT_READ` if none are there yet; another negative code for an error.
pub type mbedtls_ssl_recv_t =
    Option<unsafe extern "C" fn(ctx: *mut c_void, buf: *mut c_uchar, len: usize) -> c_int>;
/// As `mbedtls_ssl_recv_t`, but waits `timeout` milliseconds for the first byte, or for ever when that is 0.
/// Also returns `MBEDTLS_ERR_SSL_TIMEOUT`.
pub type mbedtls_ssl_recv_timeout_t =
    Option<unsafe extern "C" fn(ctx: *mut c_void, buf: *mut c_uchar, len: usize, timeout: u32) -> c_int>;
/// Sends up to `len` bytes of `buf`. `ctx` is what was registered along with the function. Returns how many
/// bytes were taken, which may be fewer; `MBEDTLS_ERR_SSL_WANT_WRITE` if none can be taken yet; another
/// negative code for an error.
pub type mbedtls_ssl_send_t =
    Option<unsafe extern "C" fn(ctx: *mut c_void, buf: *const c_uchar, len: usize) -> c_int>;
/// Starts a timer with an intermediate delay `int_ms` and a final one `fin_ms`, in milliseconds. A final delay
/// of 0 stops it.
pub type mbedtls_ssl_set_timer_t = Option<unsafe extern "C" fn(ctx: *mut c_void, int_ms: u32, fin_ms: u32)>;
/// Opens a ticket that a client brought (server): `buf` of `len` bytes, which may be overwritten. Fills
/// `session`, which the caller has initialised and will free. Returns 0; `MBEDTLS_ERR_SSL_INVALID_MAC` if the
/// ticket is not one of ours; `MBEDTLS_ERR_SSL_SESSION_TICKET_EXPIRED` if it is too old. Any code but 0 leads
/// to a full handshake.
pub type mbedtls_ssl_ticket_parse_t = Option<
    unsafe extern "C" fn(
        p_ticket: *mut c_void,
        session: *mut mbedtls_ssl_session,
        buf: *mut c_uchar,
        len: usize,
    ) -> c_int,
>;
/// Makes a ticket of `session` (server) from `start` on, at most up to `end`. Sets `*tlen` to its length and
/// `*lifetime` to its lifetime in seconds. Returns 0 or an error code; then no ticket is sent.
pub type mbedtls_ssl_ticket_write_t = Option<
    unsafe extern "C" fn(
        p_ticket: *mut c_void,
        session: *const mbedtls_ssl_session,
        start: *mut c_uchar,
        end: *const c_uchar,
        tlen: *mut usize,
        lifetime: *mut u32,
    ) -> c_int,
>;

/// Called in the midst of a server's handshake, with the context. Returns 0 to go on; any other value ends the
/// handshake with an alert.
pub type mbedtls_ssl_hs_cb_t = Option<unsafe extern "C" fn(ssl: *mut mbedtls_ssl_context) -> c_int>;
