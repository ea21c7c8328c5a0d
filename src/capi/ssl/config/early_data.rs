//! Early data. Debian's `mbedtls_ssl_config` has no members for it, so it lives in members that nothing else needs: a bit beside
//! those of the tickets, and the length of DTLS connection identifiers.

use super::resumption::{TAKE_EARLY_DATA, flag};
use crate::capi::ssl::types::mbedtls_ssl_config;

/// `MBEDTLS_SSL_MAX_EARLY_DATA_SIZE`.
const DEFAULT_SIZE: u32 = 1024;

/// Whether early data is sent (client) or taken (server).
pub(crate) fn early_data_enabled(conf: &mbedtls_ssl_config) -> bool {
    conf.session_tickets & TAKE_EARLY_DATA != 0
}

pub(crate) fn enable_early_data(conf: &mut mbedtls_ssl_config, on: bool) {
    flag(conf, TAKE_EARLY_DATA, on);
}

/// Bytes of early data that a ticket allows (server).
pub(crate) fn max_early_data_size(conf: &mbedtls_ssl_config) -> u32 {
    // Zero: it was never set.
    conf.cid_len.checked_sub(1).map_or(DEFAULT_SIZE, |size| u32::try_from(size).unwrap_or(u32::MAX))
}

pub(crate) fn set_max_early_data_size(conf: &mut mbedtls_ssl_config, size: u32) {
    conf.cid_len = usize::try_from(size).map_or(usize::MAX, |size| size.saturating_add(1));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn size_and_switch_are_kept() {
        // SAFETY: all zero bytes are a configuration.
        let mut conf = unsafe { std::mem::zeroed() };
        assert_eq!((early_data_enabled(&conf), max_early_data_size(&conf)), (false, 1024));
        for size in [0, 1, 1024, u32::MAX] {
            set_max_early_data_size(&mut conf, size);
            assert_eq!(max_early_data_size(&conf), size);
        }
        for on in [true, false] {
            enable_early_data(&mut conf, on);
            assert_eq!(early_data_enabled(&conf), on);
        }
    }
}
