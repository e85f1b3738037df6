//! Identifiers and seeds of one turn: all of its moment, and sorted as they were made.

use std::sync::atomic::Ordering;

use redress_domain::id::Entropy;
use redress_domain::{Clock, Timestamp};

use super::Turn;
use crate::clock::SharedEntropy;

impl Turn {
    /// A new identifier at the turn's "now"; later ones sort behind earlier ones.
    pub(in crate::workflow) fn id<T>(&self, make: fn(&dyn Clock, &mut dyn Entropy) -> T) -> T {
        let place = self.made.fetch_add(1, Ordering::Relaxed);
        make(&At(self.facts.now), &mut Counted { place: Some(place), entropy: self.facts.entropy.clone() })
    }
}

/// Randomness whose first word begins with a counter: the 12 bits of a UUIDv7 that follow its millisecond (RFC 9562 §6.2,
/// method 1), so that what one turn makes keeps its order.
struct Counted {
    place: Option<u16>,
    entropy: SharedEntropy,
}

impl Entropy for Counted {
    fn next_u64(&mut self) -> u64 {
        let random = self.entropy.next_u64();
        match self.place.take() {
            Some(place) => (u64::from(place & 0xfff) << 48) | (random >> 16),
            None => random,
        }
    }
}

/// Two words of randomness for one rule call.
pub(in crate::workflow) fn seed(entropy: &SharedEntropy) -> (u32, u32) {
    let bits = entropy.clone().next_u64();
    #[expect(clippy::cast_possible_truncation, reason = "the two halves of a 64-bit word")]
    ((bits >> 32) as u32, bits as u32)
}

/// A clock that stands still, so that all identifiers of a turn carry its moment.
pub struct At(pub Timestamp);

impl Clock for At {
    fn now(&self) -> Timestamp {
        self.0
    }
}
