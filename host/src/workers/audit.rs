//! Seals the operation log (Z37): every row is held by a seal within seconds, and each seal holds the one before.

use std::time::Duration;

use redress_store::{Error, audit};
use tokio::time::{MissedTickBehavior, interval};

use crate::app::App;

/// Between two looks for rows that no seal holds.
const LOOK: Duration = Duration::from_secs(5);
/// Most tenants sealed in one look.
const TENANTS: u32 = 500;

/// Seals until the server stops.
pub(super) async fn run(app: App) {
    let mut tick = interval(LOOK);
    tick.set_missed_tick_behavior(MissedTickBehavior::Skip);
    loop {
        tokio::select! {
            () = app.stop.cancelled() => return,
            _ = tick.tick() => if let Err(error) = seal(&app).await {
                tracing::warn!(%error, "the operation log was not sealed; the next look tries again");
            },
        }
    }
}

/// Seals everything that has no seal. Several nodes may do it at once: one of them sets a seal, the others find nothing left.
///
/// # Errors
/// What the database says.
pub async fn seal(app: &App) -> Result<(), Error> {
    let tenants = app.store.read(|tx| Box::pin(async move { audit::unsealed(tx, TENANTS).await })).await?;
    for tenant in tenants {
        loop {
            let now = app.clock.now();
            let sealed = app.store.tenant(tenant).write(move |tx| Box::pin(async move { audit::seal(tx, now).await })).await;
            match sealed {
                Ok(Some(seal)) => {
                    // Whoever keeps the server's log keeps a witness that the database cannot change.
                    tracing::info!(tenant.id = %tenant, seal = seal.seq, hash = %seal.hash, entries = seal.entries, "operation log sealed");
                    if seal.entries < audit::SEALED_AT_ONCE {
                        break;
                    }
                }
                Ok(None) | Err(Error::NotUnique { .. }) => break,
                Err(error) => return Err(error),
            }
        }
    }
    Ok(())
}
