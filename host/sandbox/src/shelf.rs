//! Loaded rules in memory, least recently used first out, and one loader per rule at a time.

use std::collections::HashMap;
use std::sync::{Arc, Weak};

use parking_lot::Mutex;
use redress_domain::Digest;

use crate::rule::Rule;

/// Rules by digest, within a budget of bytes of native code.
pub(crate) struct Shelf {
    inner: Mutex<Inner>,
    budget: usize,
}

struct Inner {
    rules: HashMap<Digest, Place>,
    /// Held while a rule is loaded, so that a hundred callers compile it once.
    gates: HashMap<Digest, Weak<tokio::sync::Mutex<()>>>,
    weight: usize,
    clock: u64,
}

struct Place {
    rule: Arc<Rule>,
    used: u64,
}

impl Shelf {
    pub(crate) fn new(budget: usize) -> Self {
        Self { inner: Mutex::new(Inner { rules: HashMap::new(), gates: HashMap::new(), weight: 0, clock: 0 }), budget }
    }

    pub(crate) fn get(&self, digest: &Digest) -> Option<Arc<Rule>> {
        let mut inner = self.inner.lock();
        inner.clock += 1;
        let now = inner.clock;
        let place = inner.rules.get_mut(digest)?;
        place.used = now;
        Some(Arc::clone(&place.rule))
    }

    /// Puts a rule in, and takes out what was not used for longest until the budget holds. Calls under way keep theirs.
    pub(crate) fn put(&self, rule: Arc<Rule>) {
        let mut inner = self.inner.lock();
        inner.clock += 1;
        let used = inner.clock;
        inner.weight += rule.weight;
        if let Some(old) = inner.rules.insert(rule.digest, Place { rule, used }) {
            inner.weight -= old.rule.weight;
        }
        while inner.weight > self.budget && inner.rules.len() > 1 {
            let Some(oldest) = inner.rules.iter().min_by_key(|(_, place)| place.used).map(|(digest, _)| *digest) else { return };
            if let Some(place) = inner.rules.remove(&oldest) {
                inner.weight -= place.rule.weight;
            }
        }
    }

    /// The gate of a rule: whoever holds it loads, the others wait and then find it loaded.
    pub(crate) fn gate(&self, digest: &Digest) -> Arc<tokio::sync::Mutex<()>> {
        let mut inner = self.inner.lock();
        if let Some(gate) = inner.gates.get(digest).and_then(Weak::upgrade) {
            return gate;
        }
        inner.gates.retain(|_, gate| gate.strong_count() > 0);
        let gate = Arc::new(tokio::sync::Mutex::new(()));
        inner.gates.insert(*digest, Arc::downgrade(&gate));
        gate
    }

    pub(crate) fn len(&self) -> usize {
        self.inner.lock().rules.len()
    }
}
