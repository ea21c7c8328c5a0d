//! What `mbedtls_ssl_conf_own_cert` collects: a list of certificate chains with their keys.

use std::ptr;

use crate::capi::boundary::{c_free, c_new};
use crate::capi::pk::mbedtls_pk_context;
use crate::capi::x509_crt::mbedtls_x509_crt;

/// One own certificate chain and its private key. The nodes are ours, what they point to is the caller's.
#[repr(C)]
pub(crate) struct mbedtls_ssl_key_cert {
    pub(crate) cert: *mut mbedtls_x509_crt,
    pub(crate) key: *mut mbedtls_pk_context,
    pub(crate) next: *mut mbedtls_ssl_key_cert,
}

/// The node is put behind the others, since the first chain that fits the handshake is the one used.
/// False: no memory, and the list is as it was.
///
/// # Safety
/// `head` is valid, and holds null or a list made by this function.
pub(crate) unsafe fn append(
    head: *mut *mut mbedtls_ssl_key_cert,
    cert: *mut mbedtls_x509_crt,
    key: *mut mbedtls_pk_context,
) -> bool {
    let node = c_new(mbedtls_ssl_key_cert { cert, key, next: ptr::null_mut() });
    if node.is_null() {
        return false;
    }
    let mut link = head;
    // SAFETY: `link` is `head` or the `next` of a node of the list, so it is valid at every turn.
    unsafe {
        while !(*link).is_null() {
            link = &raw mut (**link).next;
        }
        *link = node;
    }
    true
}

/// Releases the nodes and empties the list.
///
/// # Safety
/// As for [`append`].
pub(crate) unsafe fn free(head: *mut *mut mbedtls_ssl_key_cert) {
    // SAFETY: the caller vouches for `head`; every node came from `append` and is released once.
    unsafe {
        let mut node = ptr::replace(head, ptr::null_mut());
        while !node.is_null() {
            let next = (*node).next;
            c_free(node);
            node = next;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nodes_keep_their_order() {
        let mut head = ptr::null_mut();
        let certs = [ptr::without_provenance_mut(8), ptr::without_provenance_mut(16)];
        // SAFETY: `head` is a local list; the pointers in it are only compared.
        unsafe {
            for cert in certs {
                assert!(append(&raw mut head, cert, ptr::null_mut()));
            }
            assert_eq!((*head).cert, certs[0]);
            assert_eq!((*(*head).next).cert, certs[1]);
            free(&raw mut head);
        }
        assert!(head.is_null());
    }
}
