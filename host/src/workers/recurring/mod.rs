//! Does work that comes back: claims each due occurrence, prepares what it sends, and sends it in the transaction that sets the
//! next one, so that an occurrence is done exactly once however many nodes work and whenever one dies.
//!
//! A new kind of work is one more arm of [`prepare`]: it reads and computes, and answers messages. Occurrences that were missed
//! while no node worked run once, not once each.

mod overdue;

use redress_domain::Timestamp;
use redress_domain::id::TenantId;
use redress_domain::outbox::OutboxMessage;
use redress_domain::recurring::{Recurring, RecurringKind};
use redress_store::{outbox, recurring};

use crate::app::App;
use crate::workers::poll::poll;

/// Occurrences claimed at once.
const BATCH: u32 = 16;

/// Why an occurrence was not done.
#[derive(Debug, thiserror::Error)]
enum Failure {
    /// What it asks for cannot be read.
    #[error("its spec cannot be read: {0}")]
    Spec(#[from] serde_json::Error),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] redress_store::Error),
    /// The tenant's words cannot be read.
    #[error(transparent)]
    Rules(#[from] crate::rules::RulesError),
}

/// Works until the server stops.
pub(super) async fn run(app: App) {
    poll(app, |app| async move { round(&app).await }).await;
}

/// Claims and does what is due. True when there may be more.
pub async fn round(app: &App) -> bool {
    let now = app.clock.now();
    let until = now.plus(chrono::Duration::seconds(app.config.worker.lease_s.into()));
    let claimed = app.store.write(move |tx| Box::pin(async move { recurring::claim_due(tx, now, until, BATCH).await })).await;
    let due = match claimed {
        Ok(due) => due,
        Err(error) => {
            tracing::warn!(%error, "recurring jobs cannot be read; the next look tries again");
            return false;
        }
    };
    let full = u32::try_from(due.len()).is_ok_and(|count| count == BATCH);
    for (tenant, job) in due {
        let Ok(kind) = job.kind.parse::<RecurringKind>() else {
            tracing::warn!(kind = job.kind, "a recurring job of an unknown kind waits for the newer version that set it");
            continue;
        };
        if let Err(error) = settle(app, tenant, &job, kind, now).await {
            tracing::warn!(tenant.id = %tenant, recurring.id = %job.id, %error, "recurring job {} was not done; its lease ends and it is tried again", job.name);
        }
    }
    full
}

/// Does one occurrence. One that fails is noted, and the next one tries again: what it would have said is stale by then.
async fn settle(app: &App, tenant: TenantId, job: &Recurring, kind: RecurringKind, now: Timestamp) -> Result<(), redress_store::Error> {
    let (messages, error) = match prepare(app, tenant, job, kind, now).await {
        Ok(messages) => (messages, None),
        Err(Failure::Store(error)) => return Err(error),
        Err(failure) => {
            tracing::warn!(tenant.id = %tenant, recurring.id = %job.id, error = %failure, "recurring job {} failed: {failure}", job.name);
            (Vec::new(), Some(failure.to_string()))
        }
    };
    let (leaves, done, next) = (!messages.is_empty(), job.clone(), job.next(now));
    let store = app.store.tenant(tenant);
    let written = store.write::<_, redress_store::Error>(move |tx| {
        Box::pin(async move {
            // Somebody else has done it, or changed it: then nothing leaves.
            if recurring::advance(tx, &done, next, error.as_deref()).await? {
                outbox::insert_many(tx, &messages).await?;
            }
            Ok(())
        })
    });
    written.await?;
    if leaves {
        app.wake.outbox();
    }
    Ok(())
}

/// What an occurrence sends.
async fn prepare(app: &App, tenant: TenantId, job: &Recurring, kind: RecurringKind, now: Timestamp) -> Result<Vec<OutboxMessage>, Failure> {
    match kind {
        RecurringKind::OverdueDigest => overdue::digest(app, tenant, job, now).await,
    }
}
