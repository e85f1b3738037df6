//! Reports that go out by themselves: asked at their hour and put into the outbox with the table attached.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use redress_domain::Timestamp;
use redress_domain::access::FieldAccess;
use redress_domain::id::{OutboxId, TenantId, UserId};
use redress_domain::outbox::{OutboxMessage, OutboxState};
use redress_domain::report::{Definition, Format, Schedule, Table, day_of};
use redress_domain::role::{Permission, Role};
use redress_domain::rule::Recipient;
use redress_store::report::{self, Report};
use redress_store::{Error, TenantTx, outbox, role, user};
use serde_json::{Value, json};

use super::count::{CountError, told};
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
        // One that fails keeps no other: it is tried again when its claim ends.
        let done = told(tenant, "a report was not sent", send(app, tenant, report, now).await.map(u32::from));
        if done > 0 {
            sent += done;
            app.wake.outbox();
        }
    }
}

async fn send(app: &App, tenant: TenantId, report: Report, now: Timestamp) -> Result<bool, CountError> {
    let snapshot = app.rules.get(tenant).await?;
    let (store, asker) = (app.store.tenant(tenant), Asker::of(&snapshot, now));
    // Hours that were missed are not made up for: the report shows the figures as they are now.
    let next = report.schedule.as_ref().and_then(|schedule| schedule.due(now));
    let (author, definition) = (report.created_by, report.definition.clone());
    let today = day_of(asker.terms.zone, now);
    let read = store.read(move |tx| {
        Box::pin(async move {
            let may = may_see(tx, author, &definition).await?;
            let days = definition.days(None, None, today).filter(|_| may);
            match days {
                Some(days) => answer(tx, &definition, days, &asker).await.map(Some),
                None => Ok(None),
            }
        })
    });
    let table: Option<Table> = read.await?;
    let messages = match (&table, &report.schedule) {
        (Some(table), Some(schedule)) => messages(app, &snapshot, &report, schedule, table, now)?,
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
) -> Result<Vec<OutboxMessage>, CountError> {
    let attached = attachment(schedule.format, table)?;
    let payload = json!({"type": EVENT, "timestamp": now, "data": {
        "report": report.id, "name": table.name, "from": table.from, "to": table.to,
        "mail": {"to": schedule.recipients, "subject": format!("{} {} – {}", table.name, table.from, table.to), "attachment": attached},
    }});
    let webhooks = snapshot.subscribers(EVENT).map(|endpoint| ("webhook", Some(endpoint.id)));
    let messages = [("email", None)]
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
        .collect();
    Ok(messages)
}

/// True while the author of a report may still see what it shows: they read reports, and no rule hides a field of it from them (Z36).
async fn may_see(tx: &mut TenantTx, author: UserId, definition: &Definition) -> Result<bool, Error> {
    let Some(user) = user::find(tx, author).await?.filter(|user| !user.disabled) else { return Ok(false) };
    let roles: Vec<Role> =
        role::list(tx).await?.into_iter().filter(|role| user.roles.contains(&role.name) && !role.permissions.is_empty()).collect();
    let reads = roles.iter().any(|role| role.permissions.contains(&Permission::ReportRead));
    Ok(reads && definition.veiled(&FieldAccess::of(&roles)).is_empty())
}

/// The file; when a table does not fit into a workbook, it goes as CSV.
fn attachment(format: Format, table: &Table) -> Result<Value, CountError> {
    let book = if format == Format::Xlsx { xlsx(table).ok() } else { None };
    let (ending, kind, bytes) = match book {
        Some(bytes) => ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes),
        None => ("csv", "text/csv; charset=utf-8", csv(table)?),
    };
    Ok(json!({"name": format!("{} {}.{ending}", table.name, table.to), "content_type": kind, "base64": STANDARD.encode(bytes)}))
}
