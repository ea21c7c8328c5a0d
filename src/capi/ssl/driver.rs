//! The driver: the only place that calls the BIO, and that asks C what the protocol cannot know.
//!
//! No Rust reference to the state is alive while C code runs: it may call back into the library with the same context.

use std::ffi::c_int;

use super::answers;
use super::extra;
use super::failure::code;
use super::handle::Handle;
use super::publish::{publish, publish_protocol};
use super::start;
use super::trace;
use super::types::mbedtls_ssl_context;
use crate::capi::codes::{
    MBEDTLS_ERR_SSL_BAD_INPUT_DATA, MBEDTLS_ERR_SSL_CONN_EOF, MBEDTLS_ERR_SSL_INTERNAL_ERROR,
    MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY, MBEDTLS_ERR_SSL_RECEIVED_EARLY_DATA, MBEDTLS_ERR_SSL_WANT_WRITE,
};
use crate::capi::platform_time::mbedtls_ms_time;
use crate::tls::connection::{Connection, Question, Reports, SecretLabel, Step};
use crate::tls::error::Error;

/// What the driver came to, when it did not wait for bytes.
pub(super) enum Driven {
    /// A message was taken or sent.
    Progress,
    /// The handshake is over; its last flight may still wait to be sent.
    Done,
    /// Application data can be read.
    Data,
    /// Early data can be read.
    EarlyData,
    /// A ticket was received and kept.
    Ticket,
    /// The peer has closed its side.
    Closed,
}

/// Sends what waits to be sent.
pub(super) fn flush(handle: Handle) -> Result<(), c_int> {
    loop {
        let (bytes, len) = handle.connection(|c| (c.output().as_ptr(), c.output().len()))?;
        if len == 0 {
            return Ok(());
        }
        // SAFETY: the handle vouches for the context.
        let (f_send, p_bio) = unsafe { ((*handle.raw()).f_send, (*handle.raw()).p_bio) };
        let f_send = f_send.ok_or(MBEDTLS_ERR_SSL_BAD_INPUT_DATA)?;
        // SAFETY: the callback is the caller's; the bytes stay where they are until `sent` says that they have left.
        let ret = unsafe { f_send(p_bio, bytes, len) };
        trace::transfer(handle, "f_send", ret, len);
        let sent = transferred(ret, len)?;
        if sent == 0 {
            return Err(MBEDTLS_ERR_SSL_INTERNAL_ERROR); // it neither sent nor said why
        }
        handle.connection(|c| c.sent(sent))?;
    }
}

/// During a handshake the peer waits for what we have to say. Afterwards reading does not wait for writing.
fn flush_before_receiving(handle: Handle) -> Result<(), c_int> {
    let is_over = handle.with(|inner| inner.is_over);
    flush(handle)
        .or_else(|code| if is_over && code == MBEDTLS_ERR_SSL_WANT_WRITE { Ok(()) } else { Err(code) })
}

/// Receives once: at most what the current record lacks.
fn fill(handle: Handle) -> Result<(), c_int> {
    let (space, len) = handle.connection(|c| {
        let space = c.input_space();
        (space.as_mut_ptr(), space.len())
    })?;
    // SAFETY: the handle vouches for the context and its configuration.
    let (bio, read_timeout) = unsafe { (&*handle.raw(), (*handle.conf()).read_timeout) };
    let &mbedtls_ssl_context { p_bio, f_recv, f_recv_timeout, .. } = bio;
    // SAFETY: the callbacks are the caller's; the buffer is `len` bytes of ours, which nothing else touches meanwhile.
    let ret = unsafe {
        match (f_recv_timeout, f_recv) {
            (Some(f_recv_timeout), _) => f_recv_timeout(p_bio, space, len, read_timeout),
            (None, Some(f_recv)) => f_recv(p_bio, space, len),
            (None, None) => return Err(MBEDTLS_ERR_SSL_BAD_INPUT_DATA),
        }
    };
    trace::transfer(handle, "f_recv", ret, len);
    let received = transferred(ret, len)?;
    if received == 0 {
        return Err(MBEDTLS_ERR_SSL_CONN_EOF);
    }
    handle.connection(|c| c.received(received))?.map_err(|error| failed(handle, error))
}

/// What a BIO callback returned: a number of bytes, or its code. More than there was room for is a bug of the callback's.
fn transferred(ret: c_int, len: usize) -> Result<usize, c_int> {
    match usize::try_from(ret) {
        Ok(n) if n <= len => Ok(n),
        Ok(_) => Err(MBEDTLS_ERR_SSL_INTERNAL_ERROR),
        Err(_) => Err(ret),
    }
}

/// Goes one step on, receiving what is missing. Before it waits for the peer, everything that waits is sent, a whole
/// flight at once.
pub(super) fn drive(handle: Handle) -> Result<Driven, c_int> {
    loop {
        let mut step = handle.connection(Connection::step)?;
        while let Ok(Step::Ask(question)) = step {
            step = ask(handle, question);
        }
        report_secrets(handle);
        trace::messages(handle);
        match step.map_err(|error| failed(handle, error))? {
            Step::NeedInput => {
                flush_before_receiving(handle)?;
                fill(handle)?;
            }
            Step::Progress => return Ok(Driven::Progress),
            Step::Done => {
                answers::finish(handle)?;
                trace::agreed(handle);
                return Ok(Driven::Done);
            }
            Step::Data => return Ok(Driven::Data),
            Step::EarlyData => return Ok(Driven::EarlyData),
            Step::Ticket(ticket) => {
                // SAFETY: no precondition.
                let received_at = unsafe { mbedtls_ms_time() };
                let is_told = extra::ticket(handle, ticket, received_at);
                return Ok(if is_told { Driven::Ticket } else { Driven::Progress });
            }
            Step::Closed => return Ok(Driven::Closed),
            Step::Ask(_) => return Err(MBEDTLS_ERR_SSL_INTERNAL_ERROR), // answered above
        }
    }
}

/// Puts a question to C and its answer to the connection.
fn ask(handle: Handle, question: Question) -> Result<Step, Error> {
    trace::messages(handle);
    publish_protocol(handle);
    let answered = answers::answer(handle, question);
    answered.unwrap_or_else(|error| {
        let failed = handle.connection(|c| c.fail(error));
        Err(failed.unwrap_or(error))
    })
}

/// The code of an error that ended the connection. Its alert is sent, if the BIO takes it now; if not, the next call tries again.
pub(super) fn failed(handle: Handle, error: Error) -> c_int {
    let code = code(error);
    if error == Error::CertificateRequired {
        handle.with(|inner| inner.verify_result = answers::CERT_MISSING);
    }
    trace::failure(handle, error, code);
    // The error is what counts; whether the alert could leave changes nothing.
    let _ = flush(handle);
    code
}

/// Takes the handshake to its end.
pub(super) fn handshake(handle: Handle) -> Result<(), c_int> {
    while !handle.with(|inner| inner.is_over) {
        step(handle)?;
    }
    Ok(())
}

/// Takes the handshake one step on.
pub(super) fn step(handle: Handle) -> Result<(), c_int> {
    let result = try_step(handle);
    publish(handle);
    result
}

fn try_step(handle: Handle) -> Result<(), c_int> {
    if handle.with(|inner| inner.connection.is_none()) {
        return start::begin(handle); // a step of its own, as programs that count steps expect
    }
    if !handle.with(|inner| inner.connection.as_ref().is_some_and(Connection::is_established)) {
        match drive(handle)? {
            Driven::Progress | Driven::Done => {}
            Driven::Closed => return Err(MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY),
            Driven::EarlyData => return Err(MBEDTLS_ERR_SSL_RECEIVED_EARLY_DATA),
            Driven::Data | Driven::Ticket => return Err(MBEDTLS_ERR_SSL_INTERNAL_ERROR), // they follow the handshake
        }
    }
    if handle.connection(|c| c.is_established())? {
        flush(handle)?;
        handle.with(|inner| inner.is_over = true);
    }
    Ok(())
}

/// Hands the secrets that came to be to those who asked for them.
fn report_secrets(handle: Handle) {
    // SAFETY: the handle vouches for the context.
    let (f_export_keys, p_export_keys) =
        unsafe { ((*handle.raw()).f_export_keys, (*handle.raw()).p_export_keys) };
    let Some(f_export_keys) = f_export_keys else { return };
    let Ok(Some(Reports { secrets, client_random, server_random })) =
        handle.connection(Connection::take_secrets)
    else {
        return;
    };
    for reported in secrets {
        let kind = match reported.label {
            SecretLabel::ClientEarly => 1,
            SecretLabel::ClientHandshake => 3,
            SecretLabel::ServerHandshake => 4,
            SecretLabel::ClientApplication => 5,
            SecretLabel::ServerApplication => 6,
        };
        let (bytes, len) = (reported.secret.bytes().as_ptr(), reported.secret.bytes().len());
        // SAFETY: the callback is the caller's; what it is handed lives until it returns.
        unsafe {
            f_export_keys(
                p_export_keys,
                kind,
                bytes,
                len,
                client_random.as_ptr(),
                server_random.as_ptr(),
                PRF_NONE,
            );
        }
    }
}

const PRF_NONE: u32 = 0;
