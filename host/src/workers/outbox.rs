//! Delivers the outbox: claims what is due under a lease, sends it, and notes the attempt. What fails is tried again with
//! growing pauses, and after the last try it becomes a dead letter that a person can see and send again.

use std::time::{Duration, Instant};

use redress_domain::id::{Entropy as _, OutboxId, TenantId};
use redress_domain::outbox::{OutboxMessage, WebhookEndpoint};
use redress_store::outbox::{self, Attempt};
use redress_store::{Error as StoreError, webhook};
use tokio::task::JoinSet;
use tokio::time::{MissedTickBehavior, interval};

use crate::app::App;
use crate::notify::deliver::{self, DeliveryError};
use crate::notify::link;
use crate::workers::mail;

/// How long messages gather after the first of them has rung: what is written in the same moment is claimed at once.
const GATHER: Duration = Duration::from_millis(20);
/// Longest pause between two tries, in milliseconds: one hour.
const LONGEST_PAUSE: u64 = 3_600_000;

/// Delivers until the server stops, then waits for the deliveries that have begun.
pub(super) async fn run(app: App) {
    let mut tick = interval(app.config.worker.poll());
    tick.set_missed_tick_behavior(MissedTickBehavior::Skip);
    let mut under_way = JoinSet::new();
    let most = app.config.worker.batch as usize;
    loop {
        tokio::select! {
            () = app.stop.cancelled() => break,
            _ = tick.tick() => {}
            () = app.wake.outbox_rang() => tokio::time::sleep(GATHER).await,
            Some(_) = under_way.join_next(), if under_way.len() >= most => {}
        }
        while let Some(_done) = under_way.try_join_next() {}
        // One slow receiver takes one place, not the whole round.
        let room = most - under_way.len();
        if room > 0 {
            for (tenant, message) in claim(&app, room).await {
                under_way.spawn(settle(app.clone(), tenant, message));
            }
        }
    }
    while under_way.join_next().await.is_some() {}
}

async fn claim(app: &App, room: usize) -> Vec<(TenantId, OutboxMessage)> {
    let now = app.clock.now();
    // A claim outlives the slowest answer, so that no two nodes send the same message at once.
    let mail = if app.mailer.is_some() { app.config.mail.longest().as_secs() } else { 0 };
    let lease = u64::from(app.config.worker.lease_s).max(app.config.worker.timeout_s.max(mail).saturating_add(10));
    let until = now.plus(chrono::Duration::seconds(i64::try_from(lease).unwrap_or(i64::MAX / 1000)));
    let limit = u32::try_from(room).unwrap_or(u32::MAX);
    match app.store.write(move |tx| Box::pin(async move { outbox::claim_due(tx, now, until, limit).await })).await {
        Ok(claimed) => claimed,
        Err(error) => {
            tracing::warn!(%error, "the outbox cannot be read; the next look tries again");
            Vec::new()
        }
    }
}

/// Delivers one message and notes what became of it.
async fn settle(app: App, tenant: TenantId, message: OutboxMessage) {
    let begun = Instant::now();
    let result = deliver(&app, tenant, &message).await;
    let duration_ms = u32::try_from(begun.elapsed().as_millis()).unwrap_or(u32::MAX);
    let next = After::of(&app, &message, &result);
    metrics::counter!("redress_outbox_attempts_total", "channel" => message.channel.clone(), "result" => next.name()).increment(1);
    if let Err(error) = &result {
        tracing::warn!(
            tenant.id = %tenant, outbox.id = %message.id, webhook.id = message.webhook.map(|id| id.to_string()), attempt = message.attempts + 1,
            result = next.name(), %error, "message {} did not arrive: {error}", message.id
        );
    }
    let attempt = Attempt {
        attempt: message.attempts + 1,
        at: app.clock.now(),
        status: match &result {
            Ok(arrived) => arrived.status,
            Err(error) => error.status(),
        },
        error: result.as_ref().err().map(ToString::to_string),
        duration_ms,
    };
    let left = result.map(|arrived| arrived.left).unwrap_or_default();
    if let Err(error) = note(&app, tenant, message.id, attempt, next, left).await {
        tracing::warn!(outbox.id = %message.id, %error, "what became of message {} was not noted; its lease ends and it is sent again", message.id);
    }
}

/// What came of a delivery that went well.
#[derive(Default)]
struct Arrived {
    /// HTTP status, or the mail server's reply code.
    status: Option<u16>,
    /// Messages to keep in its place, for recipients who did not get it.
    left: Vec<OutboxMessage>,
}

async fn deliver(app: &App, tenant: TenantId, message: &OutboxMessage) -> Result<Arrived, DeliveryError> {
    match message.channel.as_str() {
        "webhook" => {
            let endpoint = match message.webhook {
                Some(id) => endpoint(app, tenant, id).await?,
                None => None,
            };
            let body = link::filled(&app.vault, tenant, message);
            let status = deliver::webhook(&app.courier, endpoint.as_ref(), message, body, app.clock.now()).await?;
            Ok(Arrived { status: Some(status), ..Arrived::default() })
        }
        "email" => {
            let mailer = app.mailer.as_ref().ok_or_else(|| DeliveryError::NoMail { event: message.event.clone() })?;
            let again = chrono_ms(pause(app.config.worker.backoff_ms.into(), message.attempts, app.entropy.clone().next_u64()));
            let mail::Sent { code, left } = mail::deliver(app, mailer, tenant, message, again).await?;
            Ok(Arrived { status: Some(code), left })
        }
        // Words for people go to the log until somebody connects their channel.
        _ => {
            deliver::log(tenant, message);
            Ok(Arrived::default())
        }
    }
}

async fn endpoint(app: &App, tenant: TenantId, id: redress_domain::id::WebhookId) -> Result<Option<WebhookEndpoint>, StoreError> {
    app.store.tenant(tenant).read(move |tx| Box::pin(async move { webhook::find(tx, id).await })).await
}

/// What follows an attempt.
#[derive(Debug, Clone, Copy)]
enum After {
    Arrived,
    Again { pause_ms: u64 },
    GiveUp,
}

impl After {
    fn of(app: &App, message: &OutboxMessage, result: &Result<Arrived, DeliveryError>) -> Self {
        let worker = &app.config.worker;
        match result {
            Ok(_) => Self::Arrived,
            Err(error) if error.is_final() || message.attempts + 1 >= worker.max_attempts => Self::GiveUp,
            Err(_) => {
                let random = app.entropy.clone().next_u64();
                Self::Again { pause_ms: pause(worker.backoff_ms.into(), message.attempts, random) }
            }
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Arrived => "delivered",
            Self::Again { .. } => "retry",
            Self::GiveUp => "dead",
        }
    }
}

/// Doubles with every failure up to an hour; the upper half is random, so that receivers that failed together are not
/// called together.
fn pause(first_ms: u64, failures_before: u32, random: u64) -> u64 {
    let full = first_ms.max(1).saturating_mul(1 << failures_before.min(30)).min(LONGEST_PAUSE);
    full / 2 + random % (full / 2 + 1)
}

fn chrono_ms(ms: u64) -> chrono::Duration {
    chrono::Duration::milliseconds(i64::try_from(ms).unwrap_or(i64::MAX))
}

/// Notes an attempt, and what is left of the message, in one transaction.
async fn note(
    app: &App,
    tenant: TenantId,
    id: OutboxId,
    attempt: Attempt,
    after: After,
    left: Vec<OutboxMessage>,
) -> Result<(), StoreError> {
    app.store
        .tenant(tenant)
        .write(move |tx| {
            Box::pin(async move {
                let count = attempt.attempt;
                let error = attempt.error.clone().unwrap_or_default();
                outbox::record_attempt(tx, id, &attempt).await?;
                outbox::insert_many(tx, &left).await?;
                match after {
                    After::Arrived => outbox::delivered(tx, id, count, attempt.at).await,
                    After::Again { pause_ms } => outbox::retry(tx, id, count, attempt.at.plus(chrono_ms(pause_ms)), &error).await,
                    After::GiveUp => outbox::dead(tx, id, count, &error).await,
                }
            })
        })
        .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_an_hour_and_half_of_each_is_chance() {
        for (failures, full) in [(0, 1000), (1, 2000), (5, 32_000), (40, LONGEST_PAUSE)] {
            assert_eq!(pause(1000, failures, 0), full / 2);
            assert_eq!(pause(1000, failures, full / 2), full);
        }
    }
}
