//! Reads what changed.

use std::collections::HashMap;
use std::time::Duration;

use redress_domain::id::{TenantId, TicketId};
use redress_store::ticket::{self, Changed};
use tokio::sync::broadcast::Sender;

use super::Told;
use crate::app::App;

/// Between two looks.
const LOOK: Duration = Duration::from_secs(1);

/// A change is seen when it is committed, which may be so long after its moment; and clocks of several nodes differ.
const LATE: chrono::Duration = chrono::Duration::seconds(5);

/// Changes that are told one by one.
const MOST: u32 = 500;

/// Tells until nobody watches, or the server stops.
pub(super) async fn run(app: App, tenant: TenantId, sender: Sender<Told>) {
    let store = app.store.tenant(tenant);
    let mut since = app.clock.now();
    let mut told: Option<HashMap<TicketId, i64>> = None;
    while !app.live.leave(tenant, &sender) {
        let now = app.clock.now();
        let from = since.plus(-LATE);
        let found = store.read(move |tx| Box::pin(async move { ticket::changed(tx, from, MOST).await })).await;
        match found {
            Ok(changed) => {
                // What was there before anybody watched is not told.
                if let Some(before) = &told {
                    tell(&sender, before, &changed);
                }
                told = Some(changed.into_iter().map(|one| (one.id, one.version)).collect());
                since = now;
            }
            Err(error) => tracing::warn!(tenant.id = %tenant, %error, "who watches is told later: the database did not answer"),
        }
        tokio::select! {
            () = app.stop.cancelled() => return,
            () = tokio::time::sleep(LOOK) => {}
        }
    }
}

fn tell(sender: &Sender<Told>, before: &HashMap<TicketId, i64>, changed: &[Changed]) {
    // Nobody may be there any more: then nobody missed anything.
    if changed.len() >= MOST as usize {
        let _ = sender.send(Told::Many);
        return;
    }
    for one in changed.iter().rev().filter(|one| before.get(&one.id) != Some(&one.version)) {
        let _ = sender.send(Told::Ticket(one.clone()));
    }
}
