//! `mbedtls/ssl_cache.h`: sessions by their id. TLS 1.3 resumes by ticket and asks no cache; programs may. Layouts are those of
//! Debian 13 on x86_64, asserted here.

use std::collections::VecDeque;
use std::ffi::{c_int, c_uchar, c_void};
use std::mem::offset_of;
use std::ptr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use zeroize::Zeroizing;

use super::boundary::{bytes, enter, enter_or, zero};
use super::codes::*;
use super::platform_time::mbedtls_time_t;
use super::ssl::{mbedtls_ssl_session, session};
use super::threading::mbedtls_threading_mutex_t;

/// One session in a cache. Its members are private.
#[repr(C)]
pub struct mbedtls_ssl_cache_entry {
    pub(crate) timestamp: mbedtls_time_t,
    pub(crate) session_id: [c_uchar; 32],
    pub(crate) session_id_len: usize,
    pub(crate) session: *mut c_uchar,
    pub(crate) session_len: usize,
    pub(crate) next: *mut mbedtls_ssl_cache_entry,
}
const _: () =
    assert!(size_of::<mbedtls_ssl_cache_entry>() == 72 && align_of::<mbedtls_ssl_cache_entry>() == 8);

/// A cache of sessions for servers; threads may share it. Starts with mbedtls_ssl_cache_init(), ends with
/// mbedtls_ssl_cache_free(). Its members are private.
#[repr(C)]
pub struct mbedtls_ssl_cache_context {
    pub(crate) chain: *mut mbedtls_ssl_cache_entry,
    /// How long a session is kept, in seconds.
    pub(crate) timeout: c_int,
    pub(crate) max_entries: c_int,
    pub(crate) mutex: mbedtls_threading_mutex_t,
}
const _: () =
    assert!(size_of::<mbedtls_ssl_cache_context>() == 64 && align_of::<mbedtls_ssl_cache_context>() == 8);
const _: () = assert!(offset_of!(mbedtls_ssl_cache_context, timeout) == 8);

/// Prepares a cache for use: it is empty, keeps 50 sessions, and each for a day.
///
/// \param cache  The cache, in memory of the caller; NULL does nothing. Whatever it held before is forgotten, not released.
///
/// # Safety
/// `cache` is null, or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_cache_init(cache: *mut mbedtls_ssl_cache_context) {
    enter_or((), || {
        // SAFETY: the caller vouches for `cache`; zero bytes are a cache.
        unsafe { zero(cache) };
        // SAFETY: as above.
        if let Some(cache) = unsafe { cache.as_mut() } {
            cache.timeout = DEFAULT_TIMEOUT;
            cache.max_entries = DEFAULT_MAX_ENTRIES;
        }
    });
}

/// Finds a session: an `mbedtls_ssl_cache_get_t` for `mbedtls_ssl_conf_session_cache()`.
///
/// \param data            The cache.
/// \param session_id      The id.
/// \param session_id_len  Its length.
/// \param session         Gets a copy; initialised, and what it held is released.
///
/// \return  0: found.
/// \return  MBEDTLS_ERR_SSL_CACHE_ENTRY_NOT_FOUND: not found, or too old; the session is as it was.
/// \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA: a NULL.
/// \return  MBEDTLS_ERR_SSL_ALLOC_FAILED: no memory.
///
/// # Safety
/// `data` is null, or an initialised `mbedtls_ssl_cache_context`; `session_id` is null, or holds `session_id_len` bytes;
/// `session` is null, or an initialised session that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_cache_get(
    data: *mut c_void,
    session_id: *const c_uchar,
    session_id_len: usize,
    session: *mut mbedtls_ssl_session,
) -> c_int {
    enter(|| {
        let _turn = turn();
        // SAFETY: the caller vouches for the cache and the id.
        let (cache, id) =
            unsafe { (data.cast::<mbedtls_ssl_cache_context>().as_mut(), bytes(session_id, session_id_len)) };
        let (Some(cache), Some(id)) = (cache, id) else {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        };
        let timeout = cache.timeout;
        // SAFETY: it is our turn.
        let entries = unsafe { entries(cache) };
        match entries.and_then(|entries| entries.iter().find(|entry| *entry.id == *id)) {
            // SAFETY: the caller vouches for `session`.
            Some(entry) if !entry.is_over(timeout) => unsafe { session::load(session, &entry.session) },
            _ => MBEDTLS_ERR_SSL_CACHE_ENTRY_NOT_FOUND,
        }
    })
}

/// Stores a copy of a session: an `mbedtls_ssl_cache_set_t` for `mbedtls_ssl_conf_session_cache()`. It takes the place of one
/// with the same id; if the cache is full, the oldest one goes.
///
/// \param data            The cache.
/// \param session_id      The id.
/// \param session_id_len  Its length, at most 32.
/// \param session         The session.
///
/// \return  0: done.
/// \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA: a NULL, an id that is too long, or a session that makes no sense.
/// \return  MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE: the session is empty, or not one of TLS 1.3.
///
/// # Safety
/// `data` is null, or an initialised `mbedtls_ssl_cache_context`; `session_id` is null, or holds `session_id_len` bytes;
/// `session` is null, or an initialised session that nobody changes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_cache_set(
    data: *mut c_void,
    session_id: *const c_uchar,
    session_id_len: usize,
    session: *const mbedtls_ssl_session,
) -> c_int {
    enter(|| {
        let _turn = turn();
        // SAFETY: the caller vouches for the cache and the id.
        let (cache, id) =
            unsafe { (data.cast::<mbedtls_ssl_cache_context>().as_mut(), bytes(session_id, session_id_len)) };
        let (Some(cache), Some(id)) = (cache, id.filter(|id| id.len() <= ID_MAX)) else {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        };
        // SAFETY: the caller vouches for `session`.
        let session = match unsafe { saved(session) } {
            Ok(session) => session,
            Err(code) => return code,
        };
        let (timeout, max) = (cache.timeout, usize::try_from(cache.max_entries).unwrap_or(0));
        if cache.chain.is_null() {
            cache.chain = Box::into_raw(Box::new(Entries::new())).cast();
        }
        // SAFETY: it is our turn.
        if let Some(entries) = unsafe { entries(cache) } {
            entries.retain(|entry| *entry.id != *id && !entry.is_over(timeout));
            entries.push_back(Entry { id: id.into(), session, stored: Instant::now() });
            while entries.len() > max {
                entries.pop_front();
            }
        }
        0
    })
}

/// Forgets a session.
///
/// \param data            The cache.
/// \param session_id      The id.
/// \param session_id_len  Its length.
///
/// \return  0: it is not there (any more).
/// \return  MBEDTLS_ERR_SSL_BAD_INPUT_DATA: a NULL.
///
/// # Safety
/// `data` is null, or an initialised `mbedtls_ssl_cache_context`; `session_id` is null, or holds `session_id_len` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_cache_remove(
    data: *mut c_void,
    session_id: *const c_uchar,
    session_id_len: usize,
) -> c_int {
    enter(|| {
        let _turn = turn();
        // SAFETY: the caller vouches for the cache and the id.
        let (cache, id) =
            unsafe { (data.cast::<mbedtls_ssl_cache_context>().as_mut(), bytes(session_id, session_id_len)) };
        let (Some(cache), Some(id)) = (cache, id) else {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        };
        // SAFETY: it is our turn.
        if let Some(entries) = unsafe { entries(cache) } {
            entries.retain(|entry| *entry.id != *id);
        }
        0
    })
}

/// Sets how long a session is kept.
///
/// \param cache    The cache; NULL does nothing.
/// \param timeout  Seconds; 0 is without limit, and so is less.
///
/// # Safety
/// `cache` is null, or an initialised cache.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_cache_set_timeout(
    cache: *mut mbedtls_ssl_cache_context,
    timeout: c_int,
) {
    enter_or((), || {
        let _turn = turn();
        // SAFETY: the caller vouches for `cache`.
        if let Some(cache) = unsafe { cache.as_mut() } {
            cache.timeout = timeout.max(0);
        }
    });
}

/// Sets how many sessions are kept.
///
/// \param cache  The cache; NULL does nothing.
/// \param max    The count; 0 or less keeps none.
///
/// # Safety
/// `cache` is null, or an initialised cache.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_cache_set_max_entries(
    cache: *mut mbedtls_ssl_cache_context,
    max: c_int,
) {
    enter_or((), || {
        let _turn = turn();
        // SAFETY: the caller vouches for `cache`.
        if let Some(cache) = unsafe { cache.as_mut() } {
            cache.max_entries = max.max(0);
        }
    });
}

/// Wipes and releases all sessions.
///
/// \param cache  The cache; NULL does nothing.
///
/// # Safety
/// `cache` is null, or an initialised cache that nothing else uses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_cache_free(cache: *mut mbedtls_ssl_cache_context) {
    enter_or((), || {
        let _turn = turn();
        // SAFETY: the caller vouches for `cache`.
        let Some(context) = (unsafe { cache.as_mut() }) else {
            return;
        };
        let chain = std::mem::replace(&mut context.chain, ptr::null_mut());
        if !chain.is_null() {
            // SAFETY: `mbedtls_ssl_cache_set` put it there, and it is released once.
            drop(unsafe { Box::from_raw(chain.cast::<Entries>()) });
        }
    });
}

/// Oldest first. Hangs from `chain`, made by the first session that is stored.
type Entries = VecDeque<Entry>;

struct Entry {
    id: Box<[u8]>,
    session: Zeroizing<Vec<u8>>,
    stored: Instant,
}

impl Entry {
    fn is_over(&self, timeout: c_int) -> bool {
        u64::try_from(timeout).is_ok_and(|timeout| timeout != 0 && self.stored.elapsed().as_secs() > timeout)
    }
}

/// One lock for all caches: no handshake waits for it.
static TURN: Mutex<()> = Mutex::new(());

fn turn() -> MutexGuard<'static, ()> {
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// # Safety
/// The caller holds the lock.
unsafe fn entries(cache: &mut mbedtls_ssl_cache_context) -> Option<&mut Entries> {
    // SAFETY: `chain` is null or the `Entries` that hang from it, which nobody else touches now.
    unsafe { cache.chain.cast::<Entries>().as_mut() }
}

/// # Safety
/// `session` is null, or an initialised session that nobody changes.
unsafe fn saved(session: *const mbedtls_ssl_session) -> Result<Zeroizing<Vec<u8>>, c_int> {
    // SAFETY: the caller vouches for `session`.
    let len = unsafe { session::save(session, &mut []) }?;
    let mut bytes = Zeroizing::new(vec![0; len]);
    // SAFETY: as above.
    unsafe { session::save(session, &mut bytes) }?;
    Ok(bytes)
}

const DEFAULT_TIMEOUT: c_int = 86_400;
const DEFAULT_MAX_ENTRIES: c_int = 50;
const ID_MAX: usize = 32;

#[cfg(test)]
mod tests {
    use super::*;
    use std::mem::MaybeUninit;

    struct Cache(mbedtls_ssl_cache_context);

    impl Cache {
        fn new() -> Self {
            let mut cache = MaybeUninit::uninit();
            // SAFETY: init writes all of it.
            unsafe {
                mbedtls_ssl_cache_init(cache.as_mut_ptr());
                Self(cache.assume_init())
            }
        }

        fn set(&mut self, id: &[u8], suite: c_int) -> c_int {
            // SAFETY: a zeroed session is an initialised one.
            let mut session: mbedtls_ssl_session = unsafe { MaybeUninit::zeroed().assume_init() };
            (session.tls_version, session.endpoint, session.ciphersuite) = (0x0304, 1, suite);
            // SAFETY: live values.
            unsafe {
                mbedtls_ssl_cache_set((&raw mut self.0).cast(), id.as_ptr(), id.len(), &raw const session)
            }
        }

        /// The suite of the session, or the code.
        fn get(&mut self, id: &[u8]) -> Result<c_int, c_int> {
            // SAFETY: a zeroed session is an initialised one.
            let mut session: mbedtls_ssl_session = unsafe { MaybeUninit::zeroed().assume_init() };
            let cache = (&raw mut self.0).cast();
            // SAFETY: live values.
            match unsafe { mbedtls_ssl_cache_get(cache, id.as_ptr(), id.len(), &raw mut session) } {
                0 => Ok(session.ciphersuite),
                code => Err(code),
            }
        }
    }

    impl Drop for Cache {
        fn drop(&mut self) {
            // SAFETY: initialised, and not used again.
            unsafe { mbedtls_ssl_cache_free(&raw mut self.0) };
        }
    }

    const NOT_FOUND: Result<c_int, c_int> = Err(MBEDTLS_ERR_SSL_CACHE_ENTRY_NOT_FOUND);

    #[test]
    fn a_session_is_found_by_its_id_until_it_is_removed() {
        let mut cache = Cache::new();
        assert_eq!(cache.get(b"id"), NOT_FOUND);
        assert_eq!(cache.set(b"id", 0x1301), 0);
        assert_eq!(cache.set(b"id", 0x1302), 0);
        assert_eq!(cache.get(b"id"), Ok(0x1302));
        assert_eq!(cache.get(b"i"), NOT_FOUND);
        let data = (&raw mut cache.0).cast();
        for _ in 0..2 {
            // SAFETY: live values.
            assert_eq!(unsafe { mbedtls_ssl_cache_remove(data, b"id".as_ptr(), 2) }, 0);
            assert_eq!(cache.get(b"id"), NOT_FOUND);
        }
    }

    #[test]
    fn the_oldest_makes_room() {
        let mut cache = Cache::new();
        // SAFETY: a live cache.
        unsafe { mbedtls_ssl_cache_set_max_entries(&raw mut cache.0, 2) };
        for id in [b"a", b"b", b"c"] {
            assert_eq!(cache.set(id, 0x1301), 0);
        }
        assert_eq!(cache.get(b"a"), NOT_FOUND);
        assert_eq!((cache.get(b"b"), cache.get(b"c")), (Ok(0x1301), Ok(0x1301)));
        // SAFETY: a live cache.
        unsafe { mbedtls_ssl_cache_set_max_entries(&raw mut cache.0, -1) };
        assert_eq!(cache.set(b"d", 0x1301), 0);
        assert_eq!(cache.get(b"d"), NOT_FOUND);
    }

    #[test]
    fn what_cannot_be_stored_says_so() {
        let mut cache = Cache::new();
        assert_eq!(cache.set(&[1; 33], 0x1301), MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
        assert_eq!(cache.set(&[1; 32], 0x1301), 0);
        let null = ptr::null_mut();
        // SAFETY: nulls are allowed.
        unsafe {
            let data = (&raw mut cache.0).cast();
            assert_eq!(mbedtls_ssl_cache_set(data, b"x".as_ptr(), 1, null), MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
            assert_eq!(mbedtls_ssl_cache_set(data, null.cast(), 1, null), MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
            assert_eq!(
                mbedtls_ssl_cache_get(null.cast(), b"x".as_ptr(), 1, null),
                MBEDTLS_ERR_SSL_BAD_INPUT_DATA
            );
            assert_eq!(
                mbedtls_ssl_cache_remove(null.cast(), b"x".as_ptr(), 1),
                MBEDTLS_ERR_SSL_BAD_INPUT_DATA
            );
            mbedtls_ssl_cache_free(ptr::null_mut());
            mbedtls_ssl_cache_set_timeout(ptr::null_mut(), 1);
        }
    }
}
