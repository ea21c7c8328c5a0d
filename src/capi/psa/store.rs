//! The keys of the process, by number. A key that is kept in a file is read when it is first asked for.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::algorithm::{allows, is_at_least, is_open, is_signature};
use super::keys::{PSA_KEY_PERSISTENCE_READ_ONLY, is_user_id, persistence};
use super::material::Material;
use super::{
    PSA_ERROR_DOES_NOT_EXIST, PSA_ERROR_INSUFFICIENT_MEMORY, PSA_ERROR_INVALID_ARGUMENT,
    PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED, mbedtls_psa_stats_t, psa_algorithm_t,
    psa_key_attributes_t, psa_key_id_t, psa_key_usage_t, psa_status_t, saved,
};

/// A key, as it was when it was made: nothing changes it.
pub(super) struct Key {
    pub(super) attributes: psa_key_attributes_t,
    pub(super) material: Material,
}

/// The most keys in memory at a time.
const MAX_KEYS: usize = 1 << 16;
/// The numbers that keys get: those that the specification leaves to implementations.
const FIRST: psa_key_id_t = 0x4000_0000;
const LAST: psa_key_id_t = 0x7fff_0000;

struct Store {
    keys: BTreeMap<psa_key_id_t, Arc<Key>>,
    /// Where the search for a free number begins: numbers come again late.
    next: psa_key_id_t,
}

static STORE: Mutex<Store> = Mutex::new(Store { keys: BTreeMap::new(), next: FIRST });

impl Store {
    /// Keeps a key that is in a file in memory as well, as long as there is room.
    fn remember(&mut self, key: Arc<Key>) {
        let id = key.attributes.id;
        if self.keys.len() < MAX_KEYS || self.keys.contains_key(&id) {
            self.keys.insert(id, key);
        }
    }
}

/// Keeps a key: in a file under the number that it comes with, or in memory under a number that it gets.
pub(super) fn insert(
    mut attributes: psa_key_attributes_t,
    material: Material,
) -> Result<psa_key_id_t, psa_status_t> {
    let mut store = lock();
    if persistence(attributes.lifetime) != 0 {
        saved::save(&attributes, &material)?;
        store.remember(Arc::new(Key { attributes, material }));
        return Ok(attributes.id);
    }
    if store.keys.len() >= MAX_KEYS {
        return Err(PSA_ERROR_INSUFFICIENT_MEMORY);
    }
    let mut id = store.next;
    while store.keys.contains_key(&id) {
        id = after(id);
    }
    store.next = after(id);
    attributes.id = id;
    store.keys.insert(id, Arc::new(Key { attributes, material }));
    Ok(id)
}

/// The key of a number.
pub(super) fn find(id: psa_key_id_t) -> Result<Arc<Key>, psa_status_t> {
    // The store stays locked while a file is read: otherwise a key could come back that another thread destroys meanwhile.
    let mut store = lock();
    if let Some(key) = store.keys.get(&id) {
        return Ok(Arc::clone(key));
    }
    if !is_user_id(id) {
        return Err(PSA_ERROR_INVALID_HANDLE);
    }
    let key = Arc::new(saved::load(id)?.ok_or(PSA_ERROR_INVALID_HANDLE)?);
    store.remember(Arc::clone(&key));
    Ok(key)
}

/// The key of a number, if its policy allows this use with this algorithm. Algorithm 0 is the caller's to refuse.
pub(super) fn find_for(
    id: psa_key_id_t,
    usage: psa_key_usage_t,
    alg: psa_algorithm_t,
) -> Result<Arc<Key>, psa_status_t> {
    let key = find(id)?;
    let policy = &key.attributes.policy;
    if policy.usage & usage != usage {
        return Err(PSA_ERROR_NOT_PERMITTED);
    }
    if alg == 0 {
        return Ok(key);
    }
    if is_at_least(alg) || (is_signature(alg) && is_open(alg)) {
        return Err(PSA_ERROR_INVALID_ARGUMENT);
    }
    let allowed = |policy| allows(key.attributes.r#type, policy, alg);
    if allowed(policy.alg) || allowed(policy.alg2) { Ok(key) } else { Err(PSA_ERROR_NOT_PERMITTED) }
}

/// Forgets a key and removes its file; its material is wiped as soon as nobody works with it.
pub(super) fn remove(id: psa_key_id_t) -> Result<(), psa_status_t> {
    let mut store = lock();
    if !is_user_id(id) {
        return store.keys.remove(&id).map(|_| ()).ok_or(PSA_ERROR_INVALID_HANDLE);
    }
    let attributes = match store.keys.get(&id) {
        Some(key) => key.attributes,
        None => saved::attributes(id)?.ok_or(PSA_ERROR_INVALID_HANDLE)?,
    };
    if persistence(attributes.lifetime) == PSA_KEY_PERSISTENCE_READ_ONLY {
        return Err(PSA_ERROR_NOT_PERMITTED);
    }
    store.keys.remove(&id);
    saved::remove(id)
}

/// Forgets a key that can be read again from its file; one that is in memory only stays.
pub(super) fn purge(id: psa_key_id_t) -> Result<(), psa_status_t> {
    let mut store = lock();
    let key = store.keys.get(&id).ok_or(PSA_ERROR_DOES_NOT_EXIST)?;
    if persistence(key.attributes.lifetime) != 0 {
        store.keys.remove(&id);
    }
    Ok(())
}

/// Forgets a key, and destroys one that is in memory only.
pub(super) fn close(id: psa_key_id_t) -> Result<(), psa_status_t> {
    lock().keys.remove(&id).map(|_| ()).ok_or(PSA_ERROR_INVALID_HANDLE)
}

/// How many keys there are, and what room there is.
pub(super) fn stats() -> mbedtls_psa_stats_t {
    let store = lock();
    let is_kept = |key: &&Arc<Key>| persistence(key.attributes.lifetime) != 0;
    let persistent = store.keys.values().filter(is_kept).count();
    mbedtls_psa_stats_t {
        volatile_slots: store.keys.len() - persistent,
        persistent_slots: persistent,
        external_slots: 0,
        half_filled_slots: 0,
        cache_slots: 0,
        empty_slots: MAX_KEYS - store.keys.len(),
        locked_slots: 0,
        max_open_internal_key_id: store.keys.range(..FIRST).next_back().map_or(0, |(id, _)| *id),
        max_open_external_key_id: 0,
    }
}

/// Forgets all keys; their files stay.
pub(super) fn clear() {
    lock().keys.clear();
}

fn after(id: psa_key_id_t) -> psa_key_id_t {
    if id < LAST { id + 1 } else { FIRST }
}

/// A panic elsewhere leaves the map whole.
fn lock() -> MutexGuard<'static, Store> {
    STORE.lock().unwrap_or_else(PoisonError::into_inner)
}
