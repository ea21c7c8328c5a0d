//! The C types of `mbedtls/net_sockets.h`: layouts are those of Debian 13 on x86_64, asserted here.

use std::ffi::c_int;
use std::mem::offset_of;

/// A socket.
#[repr(C)]
pub struct mbedtls_net_context {
    /// The file descriptor; -1 when there is none.
    pub fd: c_int,
}
const _: () = assert!(size_of::<mbedtls_net_context>() == 4 && align_of::<mbedtls_net_context>() == 4);
const _: () = assert!(offset_of!(mbedtls_net_context, fd) == 0);
