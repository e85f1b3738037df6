//! A digest of what is late (D10, L12, L20): how many tickets of each queue owe something that is overdue.

use redress_domain::Timestamp;
use redress_domain::id::{OutboxId, TenantId};
use redress_domain::outbox::{OutboxMessage, OutboxState};
use redress_domain::recurring::{OverdueDigest, Recurring};
use redress_domain::rule::Recipient;
use redress_domain::sla::Channel;
use redress_store::service_level;
use serde::Deserialize as _;
use serde_json::json;

use super::Failure;
use crate::app::App;

/// Name of the event.
const EVENT: &str = "sla.overdue_digest";

/// One message, or none when nothing is late.
pub(super) async fn digest(app: &App, tenant: TenantId, job: &Recurring, now: Timestamp) -> Result<Vec<OutboxMessage>, Failure> {
    let OverdueDigest { role, by } = OverdueDigest::deserialize(&job.spec)?;
    let snapshot = app.rules.get(tenant).await?;
    let counts = app.store.tenant(tenant).read(move |tx| Box::pin(async move { service_level::overdue_by_queue(tx, now).await })).await?;
    let total: u64 = counts.iter().map(|(_, count)| count).sum();
    if total == 0 {
        return Ok(Vec::new());
    }
    let queues: Vec<_> = counts.iter().map(|(queue, count)| json!({"queue": queue, "overdue": count})).collect();
    let list: Vec<String> = counts.iter().map(|(queue, count)| format!("{} {count}", queue.as_deref().unwrap_or("-"))).collect();
    let list = list.join(", ");
    let text = if snapshot.tenant.locale.starts_with("zh") {
        format!("当前有{total}张服务单超时：{list}")
    } else {
        format!("{total} requests are overdue: {list}")
    };
    let channel = if by == Channel::Mail { "email" } else { by.as_str() };
    let recipient = Recipient::Role(role);
    let payload = json!({
        "type": EVENT, "timestamp": now,
        "data": {
            "job": job.id, "due": job.due_at, "overdue": total, "queues": queues,
            "message": {"channel": channel, "recipient": recipient, "locale": snapshot.tenant.locale, "subject": text, "body": text},
        },
    });
    Ok(vec![OutboxMessage {
        id: app.new_id(OutboxId::generate),
        ticket: None,
        event: EVENT.to_owned(),
        channel: if snapshot.mail && by == Channel::Mail { channel } else { "log" }.to_owned(),
        recipient,
        webhook: None,
        payload,
        state: OutboxState::Pending,
        attempts: 0,
        next_attempt_at: now,
        last_error: None,
        created_at: now,
        delivered_at: None,
    }])
}
