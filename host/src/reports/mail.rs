//! Reports that go out by themselves: asked at their hour and put into the outbox with the table attached.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use redress_domain::Timestamp;
use redress_domain::id::{OutboxId, TenantId};
use redress_domain::outbox::{OutboxMessage, OutboxState};
use redress_domain::report::{Format, Schedule, Table, day_of};
use redress_domain::rule::Recipient;
use redress_store::report::{self, Report};
use redress_store::{Error, outbox, user};
use serde_json::{Value, json};

use super::count::CountError;
use super::{Asker, answer, csv, xlsx};
use crate::app::App;

/// Event that webhooks may subscribe to, for merchants who send their mail themselves.
const EVENT: &str = "report.due";

/// Sends every report that is due; answers how many.
///
/// # Errors
/// What the database says. A claim that is not worked off ends with its lease.
pub async fn send_due(app: &App) -> Result<u32, CountError> {
    let mut sent = 0;
    loop {
        let now = app.clock.now();
        let until = now.plus(chrono::Duration::seconds(app.config.worker.lease_s.into()));
        let claimed = app.store.write(move |tx| Box::pin(async move { report::claim_due(tx, now, until, 1).await })).await?;
        let Some((tenant, report)) = claimed.into_iter().next() else { return Ok(sent) };
        if send(app, tenant, report, now).await? {
            sent += 1;
            app.wake.outbox();
        }
    }
}

async fn send(app: &App, tenant: TenantId, report: Report, now: Timestamp) -> Result<bool, CountError> {
    let snapshot = app.rules.get(tenant).await?;
    let (store, asker) = (app.store.tenant(tenant), Asker::of(&snapshot));
    // Hours that were missed are not made up for: the report shows the figures as they are now.
    let next = report.schedule.as_ref().and_then(|schedule| schedule.due(now));
    let (author, definition) = (report.created_by, report.definition.clone());
    let today = day_of(asker.terms.zone, now);
    let read = store.read(move |tx| {
        Box::pin(async move {
            let may = user::find(tx, author).await?.is_some_and(|user| !user.disabled);
            let days = definition.days(None, None, today).filter(|_| may);
            match days {
                Some(days) => answer(tx, &definition, days, &asker).await.map(Some),
                None => Ok(None),
            }
        })
    });
    let table: Option<Table> = read.await?;
    let messages = match (&table, &report.schedule) {
        (Some(table), Some(schedule)) => messages(app, &snapshot, &report, schedule, table, now),
        // Nobody may see it any more, so it stops.
        _ => Vec::new(),
    };
    let (next, any) = (next.filter(|_| table.is_some()), !messages.is_empty());
    let written = store.write(move |tx| {
        Box::pin(async move {
            if !report::sent(tx, &report, next).await? {
                return Ok(false);
            }
            outbox::insert_many(tx, &messages).await?;
            Ok::<bool, Error>(any)
        })
    });
    Ok(written.await?)
}

/// One mail, and the same for every endpoint of the merchant that subscribed to it.
fn messages(
    app: &App,
    snapshot: &crate::rules::Snapshot,
    report: &Report,
    schedule: &Schedule,
    table: &Table,
    now: Timestamp,
) -> Vec<OutboxMessage> {
    let attached = attachment(schedule.format, table);
    let payload = json!({"type": EVENT, "timestamp": now, "data": {
        "report": report.id, "name": table.name, "from": table.from, "to": table.to,
        "mail": {"to": schedule.recipients, "subject": format!("{} {} – {}", table.name, table.from, table.to), "attachment": attached},
    }});
    let webhooks = snapshot.subscribers(EVENT).map(|endpoint| ("webhook", Some(endpoint.id)));
    [("email", None)]
        .into_iter()
        .chain(webhooks)
        .map(|(channel, webhook)| OutboxMessage {
            id: app.new_id(OutboxId::generate),
            ticket: None,
            event: EVENT.to_owned(),
            channel: channel.to_owned(),
            recipient: Recipient::System,
            webhook,
            payload: payload.clone(),
            state: OutboxState::Pending,
            attempts: 0,
            next_attempt_at: now,
            last_error: None,
            created_at: now,
            delivered_at: None,
        })
        .collect()
}

/// The file; when a table does not fit into a workbook, it goes as CSV.
fn attachment(format: Format, table: &Table) -> Value {
    let book = if format == Format::Xlsx { xlsx(table).ok() } else { None };
    let (ending, kind, bytes) = match book {
        Some(bytes) => ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes),
        None => ("csv", "text/csv; charset=utf-8", csv(table).unwrap_or_default()),
    };
    json!({"name": format!("{} {}.{ending}", table.name, table.to), "content_type": kind, "base64": STANDARD.encode(bytes)})
}
