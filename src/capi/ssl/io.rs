//! The calls that move bytes: handshake, read, write, alerts, close.

use std::ffi::{c_int, c_uchar};
use std::mem;

use super::driver::{self, Driven, drive, failed, flush};
use super::handle::{Handle, enter_context};
use super::publish::publish;
use super::types::mbedtls_ssl_context;
use crate::capi::boundary::{bytes, bytes_mut};
use crate::capi::codes::{
    MBEDTLS_ERR_SSL_BAD_INPUT_DATA, MBEDTLS_ERR_SSL_CONN_EOF, MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY,
    MBEDTLS_ERR_SSL_RECEIVED_EARLY_DATA, MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET,
};
use crate::tls::connection::Connection;
use crate::tls::error::{Alert, Error};

/// Does the handshake, or goes on with it.
///
/// \param ssl  The context, set up, with its BIO.
///
/// \return 0 when the handshake is over, also when it was over before.
/// \return #MBEDTLS_ERR_SSL_WANT_READ or #MBEDTLS_ERR_SSL_WANT_WRITE if the BIO would block: call again when it is ready.
/// \return #MBEDTLS_ERR_SSL_CONN_EOF if the stream ended.
/// \return #MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY if the peer closed the connection in good order.
/// \return #MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE if the peer refused.
/// \return #MBEDTLS_ERR_X509_CERT_VERIFY_FAILED if the peer's certificate is not acceptable: see
///         mbedtls_ssl_get_verify_result().
/// \return #MBEDTLS_ERR_SSL_CERTIFICATE_VERIFICATION_WITHOUT_HOSTNAME if mbedtls_ssl_set_hostname() was not called.
/// \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA if \p ssl is null, not set up, or has no BIO.
/// \return Another code of this library or of a callback, which ends the connection: every later call gives it again, until
///         mbedtls_ssl_session_reset() or mbedtls_ssl_free().
///
/// # Safety
/// `ssl` is null, or an initialised context that nothing else uses during the call, but for its own callbacks.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_handshake(ssl: *mut mbedtls_ssl_context) -> c_int {
    // SAFETY: as this function's.
    unsafe { enter_context(ssl, |handle| driver::handshake(handle).map(|()| 0)) }
}

/// Does one step of the handshake: a message in, or a flight out.
///
/// mbedtls_ssl_is_handshake_over() says when there are no more.
///
/// \param ssl  The context, set up, with its BIO.
///
/// \return 0 when the step was done.
/// \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA if the handshake is over, or as for mbedtls_ssl_handshake().
/// \return Any other code of mbedtls_ssl_handshake().
///
/// # Safety
/// As for mbedtls_ssl_handshake().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_handshake_step(ssl: *mut mbedtls_ssl_context) -> c_int {
    let body = |handle: Handle| {
        if handle.with(|inner| inner.is_over) {
            return Err(MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
        }
        driver::step(handle).map(|()| 0)
    };
    // SAFETY: as this function's.
    unsafe { enter_context(ssl, body) }
}

/// Reads application data. The handshake is done first, if it is not over.
///
/// A NewSessionTicket that arrives is passed over, unless the program opted in with
/// mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(): then it is reported, and the next call reads on.
///
/// \param ssl  The context, set up, with its BIO.
/// \param buf  Where to put the data.
/// \param len  Room in \p buf, in bytes.
///
/// \return The number of bytes, at most \p len. What one record holds beyond that is there for the next call.
/// \return 0 if the stream ended without close_notify, or if \p len is 0.
/// \return #MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY if the peer has closed its side; writing is still possible. Later calls give 0.
/// \return #MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET if a ticket came and the program opted in: nothing is wrong;
///         mbedtls_ssl_get_session() exports it.
/// \return #MBEDTLS_ERR_SSL_WANT_READ or #MBEDTLS_ERR_SSL_WANT_WRITE if the BIO would block: call again when it is ready.
/// \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA if a pointer is null or \p ssl is not set up.
/// \return Another code, as for mbedtls_ssl_handshake().
///
/// # Safety
/// As for mbedtls_ssl_handshake(); `buf` is null or valid for writing `len` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_read(
    ssl: *mut mbedtls_ssl_context,
    buf: *mut c_uchar,
    len: usize,
) -> c_int {
    let body = |handle: Handle| {
        // SAFETY: as this function's.
        let buf = unsafe { bytes_mut(buf, len) }.ok_or(MBEDTLS_ERR_SSL_BAD_INPUT_DATA)?;
        driver::handshake(handle)?;
        loop {
            let copied = handle.connection(|c| copy_data(c, buf))?;
            if let Some(n) = copied {
                return Ok(c_int::try_from(n).unwrap_or(c_int::MAX));
            }
            match drive(handle) {
                Ok(Driven::Progress | Driven::Done | Driven::Data) => {}
                Ok(Driven::Ticket) => return Err(MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET),
                Ok(Driven::EarlyData) => return Err(MBEDTLS_ERR_SSL_RECEIVED_EARLY_DATA),
                Ok(Driven::Closed) => {
                    // Some programs read on until there is nothing, whatever they are told before that.
                    let has_told = handle.with(|inner| mem::replace(&mut inner.has_told_of_close, true));
                    return if has_told { Ok(0) } else { Err(MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY) };
                }
                Err(MBEDTLS_ERR_SSL_CONN_EOF) => return Ok(0),
                Err(code) => return Err(code),
            }
        }
    };
    // SAFETY: as this function's.
    unsafe { enter_context(ssl, body) }
}

/// Moves waiting data to `buf`; `None`: none waits.
pub(super) fn copy_data(connection: &mut Connection, buf: &mut [u8]) -> Option<usize> {
    let data = connection.data();
    if data.is_empty() {
        return None;
    }
    let n = data.len().min(buf.len());
    if let (Some(room), Some(data)) = (buf.get_mut(..n), data.get(..n)) {
        room.copy_from_slice(data);
    }
    connection.data_taken(n);
    Some(n)
}

/// Writes application data: one record. The handshake is done first, if it is not over.
///
/// After #MBEDTLS_ERR_SSL_WANT_WRITE or #MBEDTLS_ERR_SSL_WANT_READ call again with the same arguments. Received tickets never
/// change what this function returns.
///
/// \param ssl  The context, set up, with its BIO.
/// \param buf  The data.
/// \param len  Its length in bytes.
///
/// \return The number of bytes written, which may be less than \p len: as much as one record holds
///         (mbedtls_ssl_get_max_out_record_payload()).
/// \return #MBEDTLS_ERR_SSL_WANT_READ or #MBEDTLS_ERR_SSL_WANT_WRITE if the BIO would block: call again when it is ready.
/// \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA if a pointer is null, \p ssl is not set up, or close_notify was sent.
/// \return Another code, as for mbedtls_ssl_handshake().
///
/// # Safety
/// As for mbedtls_ssl_handshake(); `buf` is null or readable for `len` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_write(
    ssl: *mut mbedtls_ssl_context,
    buf: *const c_uchar,
    len: usize,
) -> c_int {
    let body = |handle: Handle| {
        // SAFETY: as this function's.
        let data = unsafe { bytes(buf, len) }.ok_or(MBEDTLS_ERR_SSL_BAD_INPUT_DATA)?;
        driver::handshake(handle)?;
        if handle.with(|inner| inner.unreported).is_none() {
            flush(handle)?;
            let written = handle.connection(|c| c.write(data))?.map_err(|error| failed(handle, error))?;
            let written = c_int::try_from(written).unwrap_or(c_int::MAX);
            handle.with(|inner| inner.unreported = Some(written));
        }
        flush(handle)?;
        Ok(handle.with(|inner| inner.unreported.take()).unwrap_or(0))
    };
    // SAFETY: as this function's.
    unsafe { enter_context(ssl, body) }
}

/// Tells the peer that nothing more will be written.
///
/// \param ssl  The context, set up, with its BIO.
///
/// \return 0 on success, also when it was told before, or when there is no connection yet to close.
/// \return #MBEDTLS_ERR_SSL_WANT_WRITE if the BIO would block: call again when it is ready.
/// \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA if \p ssl is null or not set up.
/// \return The code that ended the connection, if an error did.
///
/// # Safety
/// As for mbedtls_ssl_handshake().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_close_notify(ssl: *mut mbedtls_ssl_context) -> c_int {
    let body = |handle: Handle| {
        if !handle.with(|inner| inner.is_over) {
            return Ok(0);
        }
        handle.connection(Connection::close)?.map_err(|error| failed(handle, error))?;
        flush(handle).map(|()| 0)
    };
    // SAFETY: as this function's.
    unsafe { enter_context(ssl, body) }
}

/// Sends an alert.
///
/// After a fatal one, close the connection: the peer will.
///
/// \param ssl      The context, set up, with its BIO.
/// \param level    MBEDTLS_SSL_ALERT_LEVEL_WARNING or MBEDTLS_SSL_ALERT_LEVEL_FATAL.
/// \param message  The description: one of MBEDTLS_SSL_ALERT_MSG_...
///
/// \return 0 on success.
/// \return #MBEDTLS_ERR_SSL_WANT_WRITE if the BIO would block: the alert is kept, and leaves with the next call.
/// \return #MBEDTLS_ERR_SSL_BAD_INPUT_DATA if \p ssl is null, not set up, or has no BIO.
/// \return The code that ended the connection, if an error did.
///
/// # Safety
/// As for mbedtls_ssl_handshake().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_send_alert_message(
    ssl: *mut mbedtls_ssl_context,
    level: c_uchar,
    message: c_uchar,
) -> c_int {
    let body = |handle: Handle| {
        super::start::begin(handle)?;
        flush(handle)?;
        let queued = handle.connection(|c| c.send_alert(level, Alert(message)))?;
        queued.map_err(|error: Error| failed(handle, error))?;
        let result = flush(handle);
        publish(handle);
        result.map(|()| 0)
    };
    // SAFETY: as this function's.
    unsafe { enter_context(ssl, body) }
}
