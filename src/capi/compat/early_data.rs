//! Early data (0-RTT): Mbed TLS has these functions, but Debian's build of it leaves them out.

use std::ffi::{c_int, c_uchar};

use crate::capi::boundary::enter_or;
use crate::capi::ssl::{config, early_data, mbedtls_ssl_config, mbedtls_ssl_context};

/// Whether early data is sent (client) or taken (server): data in the first flight, before the server has answered. It is off
/// by default.
///
/// Early data is less protected than other data (RFC 8446 section 2.3): it is not forward secret, and it can be replayed. This
/// library takes early data once under each ticket within one process; it cannot know what other processes and machines take.
/// Send and take only what does no harm when it comes twice.
///
/// A server with early data on gets MBEDTLS_ERR_SSL_RECEIVED_EARLY_DATA from mbedtls_ssl_handshake(),
/// mbedtls_ssl_handshake_step(), mbedtls_ssl_read() or mbedtls_ssl_write() when some has come: it calls
/// mbedtls_ssl_read_early_data(), and then the same function again.
///
/// \param conf                The configuration; NULL does nothing. mbedtls_ssl_config_defaults() switches early data off.
/// \param early_data_enabled  MBEDTLS_SSL_EARLY_DATA_ENABLED or MBEDTLS_SSL_EARLY_DATA_DISABLED.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_early_data(
    conf: *mut mbedtls_ssl_config,
    early_data_enabled: c_int,
) {
    enter_or((), || {
        // SAFETY: the caller vouches for `conf`.
        if let Some(conf) = unsafe { conf.as_mut() } {
            early_data::enable(conf, early_data_enabled == ENABLED);
        }
    });
}

/// How much early data a server's new tickets allow. It does not change what tickets that were issued before allow. A client
/// that sends more loses its connection.
///
/// \param conf                 The configuration; NULL does nothing.
/// \param max_early_data_size  Bytes; 0: tickets allow none. The default is MBEDTLS_SSL_MAX_EARLY_DATA_SIZE.
///
/// # Safety
/// `conf` is null, or an initialised configuration that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_max_early_data_size(
    conf: *mut mbedtls_ssl_config,
    max_early_data_size: u32,
) {
    enter_or((), || {
        // SAFETY: the caller vouches for `conf`.
        if let Some(conf) = unsafe { conf.as_mut() } {
            config::set_max_early_data_size(conf, max_early_data_size);
        }
    });
}

/// Reads early data, when another function has returned MBEDTLS_ERR_SSL_RECEIVED_EARLY_DATA (server).
///
/// \param ssl  The context, in the midst of its handshake.
/// \param buf  Where to put the data.
/// \param len  Room in `buf`, in bytes.
///
/// \return  The number of bytes, at most `len`. What one record holds beyond that is there for the next call.
/// \return  MBEDTLS_ERR_SSL_CANNOT_READ_EARLY_DATA: none is there; go on with the handshake.
/// \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA: a pointer is NULL, or `ssl` is not set up.
///
/// # Safety
/// `ssl` is null, or an initialised context that nothing else uses during the call; `buf` is null or valid for writing `len`
/// bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_read_early_data(
    ssl: *mut mbedtls_ssl_context,
    buf: *mut c_uchar,
    len: usize,
) -> c_int {
    // SAFETY: as this function's.
    unsafe { early_data::read(ssl, buf, len) }
}

/// Writes early data: one record (client). The first call sends the ClientHello along with it. Then go on with
/// mbedtls_ssl_handshake().
///
/// There has to be a session (mbedtls_ssl_set_session()) whose ticket allows early data, and its application protocol, if it has
/// one, must be offered again. Whether the server takes the data is known after the handshake: see
/// mbedtls_ssl_get_early_data_status().
///
/// After MBEDTLS_ERR_SSL_WANT_WRITE call again with the same arguments.
///
/// \param ssl  The context, set up, with its BIO.
/// \param buf  The data.
/// \param len  Its length in bytes.
///
/// \return  The number of bytes written, which may be less than `len`: what one record holds, and what the ticket still allows.
/// \return  MBEDTLS_ERR_SSL_CANNOT_WRITE_EARLY_DATA: early data is off, the session does not allow it, the ticket's amount is used
///          up, the server has refused it or has finished its flight. Nothing is wrong: go on with the handshake.
/// \return  MBEDTLS_ERR_SSL_WANT_WRITE: the BIO would block; call again when it is ready.
/// \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA: a pointer is NULL, or `ssl` is not set up or a server's.
/// \return  Another code, as for mbedtls_ssl_handshake().
///
/// # Safety
/// `ssl` is null, or an initialised context that nothing else uses during the call, but for its own callbacks; `buf` is null or
/// readable for `len` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_write_early_data(
    ssl: *mut mbedtls_ssl_context,
    buf: *const c_uchar,
    len: usize,
) -> c_int {
    // SAFETY: as this function's.
    unsafe { early_data::write(ssl, buf, len) }
}

/// What became of a client's early data. When it was rejected, the server has not seen it: send it again with
/// mbedtls_ssl_write().
///
/// \param ssl  The context, its handshake over.
///
/// \return  MBEDTLS_SSL_EARLY_DATA_STATUS_NOT_INDICATED: this connection could have none.
/// \return  MBEDTLS_SSL_EARLY_DATA_STATUS_ACCEPTED: the server took what was written, if any was.
/// \return  MBEDTLS_SSL_EARLY_DATA_STATUS_REJECTED: the server did not.
/// \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA: `ssl` is NULL, not set up or a server's, or the handshake is not over.
///
/// # Safety
/// `ssl` is null, or an initialised context that nothing else uses during the call.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_get_early_data_status(ssl: *mut mbedtls_ssl_context) -> c_int {
    // SAFETY: as this function's.
    unsafe { early_data::status(ssl) }
}

/// `MBEDTLS_SSL_EARLY_DATA_ENABLED`.
const ENABLED: c_int = 1;
