//! Which tickets a canary gets.

use crate::digest::Digest;
use crate::id::{BindingId, TicketId};

/// True when a ticket is among the `percent` of all tickets that a candidate for `base` is asked about.
///
/// The same ticket always falls into the same place, on every node and after a restart, and a larger share holds every ticket
/// of a smaller one. The binding is part of the hash, so that two trials do not meet the same customers.
pub fn in_canary(base: BindingId, ticket: TicketId, percent: u8) -> bool {
    let mut bytes = [0; 32];
    bytes[..16].copy_from_slice(base.as_uuid().as_bytes());
    bytes[16..].copy_from_slice(ticket.as_uuid().as_bytes());
    let hash = Digest::of(&bytes);
    let place = u64::from_be_bytes(hash.as_bytes()[..8].try_into().unwrap_or_default()) % 100;
    place < u64::from(percent)
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn ticket(n: u128) -> TicketId {
        TicketId::from_uuid(Uuid::from_u128(n))
    }

    #[test]
    fn the_share_is_met_and_grows_around_what_it_had() {
        let base = BindingId::from_uuid(Uuid::from_u128(7));
        let count = |percent| (0..10_000).filter(|&n| in_canary(base, ticket(n), percent)).count();
        assert!((900..1100).contains(&count(10)), "{}", count(10));
        assert_eq!((count(0), count(100)), (0, 10_000));
        assert!((0..10_000).all(|n| !in_canary(base, ticket(n), 10) || in_canary(base, ticket(n), 20)));
    }

    #[test]
    fn two_trials_choose_different_tickets() {
        let [a, b] = [1, 2].map(|n| BindingId::from_uuid(Uuid::from_u128(n)));
        let both = (0..10_000).filter(|&n| in_canary(a, ticket(n), 10) && in_canary(b, ticket(n), 10)).count();
        assert!(both < 200, "{both}");
    }
}
