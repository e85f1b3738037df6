//! Keeps a binding's next tick in step with the binding.

use redress_domain::Timestamp;
use redress_domain::binding::Binding;
use redress_domain::rule::Hook;
use redress_store::tick::{self, NextTick};
use redress_store::{Error, TenantTx};

/// Sets the next tick of a schedule binding that is switched on, and takes it away otherwise. A timetable that has no tick any
/// more never ticks again.
pub(super) async fn keep(tx: &mut TenantTx, binding: &Binding, now: Timestamp) -> Result<(), Error> {
    if binding.hook != Hook::Schedule {
        return Ok(());
    }
    let due = binding.timetable.as_ref().filter(|_| binding.enabled).and_then(|timetable| timetable.next(now).ok());
    match due {
        Some(due_at) => {
            let next = NextTick { binding: binding.id, due_at, previous_at: None, after: None, failures: 0 };
            tick::put(tx, &next).await
        }
        None => tick::remove(tx, binding.id).await,
    }
}
