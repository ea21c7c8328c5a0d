//! The keys of the process, by number.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::algorithm::{allows, is_at_least, is_open};
use super::material::Material;
use super::{
    PSA_ERROR_INSUFFICIENT_MEMORY, PSA_ERROR_INVALID_ARGUMENT, PSA_ERROR_INVALID_HANDLE,
    PSA_ERROR_NOT_PERMITTED, psa_algorithm_t, psa_key_attributes_t, psa_key_id_t, psa_key_usage_t,
    psa_status_t,
};

/// A key, as it was when it was made: nothing changes it.
pub(super) struct Key {
    pub(super) attributes: psa_key_attributes_t,
    pub(super) material: Material,
}

/// The most keys at a time.
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

/// Keeps a key under a number of its own.
pub(super) fn insert(
    mut attributes: psa_key_attributes_t,
    material: Material,
) -> Result<psa_key_id_t, psa_status_t> {
    let mut store = lock();
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
    lock().keys.get(&id).cloned().ok_or(PSA_ERROR_INVALID_HANDLE)
}

/// The key of a number, if its policy allows this use with this algorithm.
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
    if is_at_least(alg) || (alg >> 24 == 6 && is_open(alg)) {
        return Err(PSA_ERROR_INVALID_ARGUMENT);
    }
    if allows(policy.alg, alg) || allows(policy.alg2, alg) { Ok(key) } else { Err(PSA_ERROR_NOT_PERMITTED) }
}

/// Forgets a key; its material is wiped as soon as nobody works with it.
pub(super) fn remove(id: psa_key_id_t) -> Result<(), psa_status_t> {
    lock().keys.remove(&id).map(|_| ()).ok_or(PSA_ERROR_INVALID_HANDLE)
}

/// Forgets all keys.
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
