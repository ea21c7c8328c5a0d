//! A saved session, loaded and saved again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mbedtls_compat_fuzz::{OURS, Room};

fuzz_target!(|data: &[u8]| {
    let mut room = Room::new();
    let session = room.context();
    let (mut saved, mut length) = (vec![0_u8; 65536], 0);
    // SAFETY: a context that is set up, used and freed, and buffers with their lengths.
    unsafe {
        (OURS.mbedtls_ssl_session_init)(session);
        if (OURS.mbedtls_ssl_session_load)(session, data.as_ptr(), data.len()) == 0 {
            let code = (OURS.mbedtls_ssl_session_save)(session, saved.as_mut_ptr(), saved.len(), &mut length);
            assert_eq!(code, 0, "what was loaded can be saved");
        }
        (OURS.mbedtls_ssl_session_free)(session);
    }
});
