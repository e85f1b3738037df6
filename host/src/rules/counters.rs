//! What moves with every ticket of a tenant: its next number, the turn of round robin, and the load of the desk between two
//! snapshots.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use parking_lot::Mutex;
use redress_domain::id::{TenantId, UserId};
use redress_domain::rule::Desk;
use redress_store::audit::Trail;
use redress_store::{Error as StoreError, Store, sequence};

/// Numbers reserved at once: a crash loses at most so many, a row is touched once for so many tickets.
const BLOCK: u32 = 64;
/// Name of the sequence that counts tickets.
const TICKET: &str = "ticket";

/// A tenant's counters.
#[derive(Default)]
pub(super) struct Counters {
    numbers: tokio::sync::Mutex<Block>,
    turn: AtomicU32,
    desk: Mutex<Option<Arc<Desk>>>,
}

#[derive(Default)]
struct Block {
    next: i64,
    end: i64,
}

impl Counters {
    /// The next ticket number of the tenant; numbers grow, with gaps after a restart.
    pub(super) async fn next_number(&self, store: &Store, tenant: TenantId) -> Result<i64, StoreError> {
        let mut block = self.numbers.lock().await;
        if block.next >= block.end {
            let tenant_store = store.tenant(tenant);
            // A block of numbers serves many tickets: taking it is no change of the caller's.
            let reserved = Trail::aside(tenant_store.write(|tx| Box::pin(async move { sequence::reserve(tx, TICKET, BLOCK).await })));
            let first = reserved.await?;
            *block = Block { next: first, end: first + i64::from(BLOCK) };
            // After a restart the turns go on where the numbers do. Beyond 2^32 tickets they begin again, which is fair too.
            self.turn.fetch_max(u32::try_from(first).unwrap_or(0), Ordering::Relaxed);
        }
        block.next += 1;
        Ok(block.next - 1)
    }

    /// The desk for one routing question; every call is one turn further.
    pub(super) fn take_turn(&self, stored: &Arc<Desk>) -> Arc<Desk> {
        let mut desk = Arc::clone(self.desk.lock().as_ref().unwrap_or(stored));
        Arc::make_mut(&mut desk).turn = self.turn.fetch_add(1, Ordering::Relaxed);
        desk
    }

    /// The desk as it is.
    pub(super) fn desk(&self, stored: &Arc<Desk>) -> Arc<Desk> {
        let mut desk = Arc::clone(self.desk.lock().as_ref().unwrap_or(stored));
        Arc::make_mut(&mut desk).turn = self.turn.load(Ordering::Relaxed);
        desk
    }

    /// Counts a ticket that a person got, until the next snapshot counts it from the database.
    pub(super) fn assigned(&self, user: UserId) {
        let id = user.to_string();
        if let Some(desk) = self.desk.lock().as_mut()
            && let Some(agent) = Arc::make_mut(desk).agents.iter_mut().find(|agent| agent.id == id)
        {
            agent.open_tickets = agent.open_tickets.saturating_add(1);
        }
    }

    /// Takes over the desk of a new snapshot.
    pub(super) fn refresh(&self, stored: &Arc<Desk>) {
        *self.desk.lock() = Some(Arc::clone(stored));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_is_one_turn_further_and_a_snapshot_does_not_turn_back() {
        let counters = Counters::default();
        let stored = Arc::new(Desk { queues: Vec::new(), agents: Vec::new(), turn: 0 });
        assert_eq!(counters.take_turn(&stored).turn, 0);
        assert_eq!(counters.take_turn(&stored).turn, 1);
        counters.refresh(&stored);
        assert_eq!(counters.take_turn(&stored).turn, 2);
    }
}
