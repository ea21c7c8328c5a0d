//! Socket addresses: those that a name stands for, and that of a peer.

use std::ffi::{CStr, c_int};
use std::ptr;

use super::super::codes::MBEDTLS_ERR_NET_UNKNOWN_HOST;

/// The addresses of a host and port, in the order in which they shall be tried.
pub(super) struct Addresses {
    first: *mut libc::addrinfo,
}

impl Addresses {
    pub(super) fn of(
        host: Option<&CStr>,
        port: Option<&CStr>,
        kind: c_int,
        protocol: c_int,
        flags: c_int,
    ) -> Result<Self, c_int> {
        let hints = libc::addrinfo {
            ai_flags: flags,
            ai_family: libc::AF_UNSPEC,
            ai_socktype: kind,
            ai_protocol: protocol,
            ai_addrlen: 0,
            ai_addr: ptr::null_mut(),
            ai_canonname: ptr::null_mut(),
            ai_next: ptr::null_mut(),
        };
        let (host, port) = (host.map_or(ptr::null(), CStr::as_ptr), port.map_or(ptr::null(), CStr::as_ptr));
        let mut first = ptr::null_mut();
        // SAFETY: the strings are null or terminated, `hints` is filled in, `first` receives the list.
        match unsafe { libc::getaddrinfo(host, port, &hints, &mut first) } {
            0 => Ok(Self { first }),
            _ => Err(MBEDTLS_ERR_NET_UNKNOWN_HOST),
        }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &libc::addrinfo> {
        // SAFETY: the list is well-formed, and lives as long as `self`, from which the references borrow.
        let deref = |entry: *mut libc::addrinfo| unsafe { entry.as_ref() };
        std::iter::successors(deref(self.first), move |entry| deref(entry.ai_next))
    }
}

impl Drop for Addresses {
    fn drop(&mut self) {
        // SAFETY: the list came from getaddrinfo and is not used again.
        unsafe { libc::freeaddrinfo(self.first) };
    }
}

/// The address of the other side, of whatever family.
pub(super) struct Peer {
    address: libc::sockaddr_storage,
    length: libc::socklen_t,
}

impl Peer {
    pub(super) fn new() -> Self {
        // SAFETY: zero bytes are a socket address, of no family.
        let address: libc::sockaddr_storage = unsafe { std::mem::zeroed() };
        Self { address, length: 128 }
    }

    /// Where the system writes an address, and its length.
    pub(super) fn room(&mut self) -> (*mut libc::sockaddr, *mut libc::socklen_t) {
        (ptr::from_mut(&mut self.address).cast(), &mut self.length)
    }

    /// The bytes of the IP address: 4, 16, or none for another family.
    pub(super) fn ip(&self) -> &[u8] {
        let address = ptr::from_ref(&self.address);
        match c_int::from(self.address.ss_family) {
            // SAFETY: the family says what the storage holds, and it is large enough for either.
            libc::AF_INET => unsafe {
                as_bytes(&raw const (*address.cast::<libc::sockaddr_in>()).sin_addr, 4)
            },
            // SAFETY: as above.
            libc::AF_INET6 => unsafe {
                as_bytes(&raw const (*address.cast::<libc::sockaddr_in6>()).sin6_addr, 16)
            },
            _ => &[],
        }
    }
}
const _: () = assert!(size_of::<libc::sockaddr_storage>() == 128);

/// # Safety
/// `p` is readable for `len` bytes during `'a`.
unsafe fn as_bytes<'a, T>(p: *const T, len: usize) -> &'a [u8] {
    // SAFETY: the caller vouches for `p`.
    unsafe { std::slice::from_raw_parts(p.cast(), len) }
}
