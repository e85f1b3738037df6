//! Products and batches that stand out (U17), and the alarm they raise once.

use std::collections::BTreeMap;

use redress_domain::id::{OutboxId, TaskId, TenantId};
use redress_domain::outbox::{OutboxMessage, OutboxState};
use redress_domain::parameter::ParameterValue;
use redress_domain::report::defect::{Rule, Suspect, suspects};
use redress_domain::report::{Days, Grain, day_of};
use redress_domain::rule::Recipient;
use redress_domain::task::Task;
use redress_domain::timeline::Actor;
use redress_store::{Error, TenantTx, defect, outbox, task, tenant};
use serde_json::json;

use super::Asker;
use super::count::{CountError, told};
use crate::app::App;

/// Who recalls a batch.
const ALERTED: &str = "supervisor";
/// Event that webhooks may subscribe to.
const EVENT: &str = "defect.detected";

/// What counts as conspicuous for a tenant: external parameters `defect_days`, `defect_at_least`, `defect_lift_percent` and
/// `defect_chance_ppm` (L27), each with the default of [`Rule`].
pub fn rule(parameters: &BTreeMap<String, ParameterValue>) -> Rule {
    let number = |code: &str, default: u32| match parameters.get(code) {
        Some(ParameterValue::Number(text)) => text.parse().unwrap_or(default),
        _ => default,
    };
    let usual = Rule::default();
    Rule {
        days: number("defect_days", usual.days).clamp(1, 366),
        at_least: number("defect_at_least", usual.at_least).max(1),
        lift_percent: number("defect_lift_percent", usual.lift_percent),
        chance_ppm: number("defect_chance_ppm", usual.chance_ppm).min(1_000_000),
    }
}

/// What stands out over the days of the rule, up to `today`.
///
/// # Errors
/// What the database says.
pub async fn look(tx: &mut TenantTx, rule: Rule, today: i64) -> Result<(Days, Vec<Suspect>), Error> {
    let days = Days::last(rule.days, Grain::Day, today);
    Ok((days, suspects(&defect::claims(tx, days).await?, &rule)))
}

/// Looks at every tenant and tells people of what stands out for the first time: a task for whoever recalls, and an event.
/// Answers how many alarms were raised. What stops the look at one tenant is in the log and stops no other; the next sweep looks again.
///
/// # Errors
/// What the database says of the tenants.
pub async fn sweep(app: &App) -> Result<u32, CountError> {
    let tenants = app.store.read(|tx| Box::pin(async move { tenant::list(tx).await })).await?;
    let mut raised = 0;
    for tenant in tenants {
        raised += told(tenant.id, "products were not looked at", sweep_tenant(app, tenant.id).await);
    }
    if raised > 0 {
        app.wake.outbox();
    }
    Ok(raised)
}

async fn sweep_tenant(app: &App, id: TenantId) -> Result<u32, CountError> {
    let snapshot = app.rules.get(id).await?;
    let (rule, now) = (rule(&snapshot.parameters), app.clock.now());
    let today = day_of(Asker::of(&snapshot, now).terms.zone, now);
    let store = app.store.tenant(id);
    let (days, found) = store.read(move |tx| Box::pin(async move { look(tx, rule, today).await })).await?;
    // Told of it once in the days looked at, not at every sweep.
    let again_after = now.plus(-chrono::Duration::days(rule.days.into()));
    let mut raised = 0;
    for suspect in found {
        let endpoints: Vec<_> = snapshot.subscribers(EVENT).map(|endpoint| endpoint.id).collect();
        let (task_id, ids) = (app.new_id(TaskId::generate), endpoints.iter().map(|_| app.new_id(OutboxId::generate)).collect::<Vec<_>>());
        let wrote = store.write(move |tx| {
            Box::pin(async move {
                if !defect::note(tx, &suspect, now, again_after).await? {
                    return Ok(0);
                }
                if let Some(ticket) = defect::newest_ticket(tx, &suspect, days).await? {
                    let task = Task::for_role(task_id, ticket, title(&suspect, days), ALERTED.to_owned(), Actor::System, now);
                    task::insert_many(tx, &[task]).await?;
                }
                let payload =
                    json!({"type": EVENT, "timestamp": now, "data": {"suspect": &suspect, "from": days.from_date(), "to": days.to_date()}});
                let message = |(id, endpoint)| OutboxMessage {
                    id,
                    ticket: None,
                    event: EVENT.to_owned(),
                    channel: "webhook".to_owned(),
                    recipient: Recipient::System,
                    webhook: Some(endpoint),
                    payload: payload.clone(),
                    state: OutboxState::Pending,
                    attempts: 0,
                    next_attempt_at: now,
                    last_error: None,
                    created_at: now,
                    delivered_at: None,
                };
                let messages: Vec<_> = ids.into_iter().zip(endpoints).map(message).collect();
                outbox::insert_many(tx, &messages).await?;
                Ok::<u32, Error>(1)
            })
        });
        raised += wrote.await?;
    }
    Ok(raised)
}

fn title(suspect: &Suspect, days: Days) -> String {
    let batch = suspect.batch.as_ref().map(|batch| format!(" batch {batch}")).unwrap_or_default();
    format!(
        "{}{batch}: {} of {} tickets since {} are about quality, {:.0} % against {:.0} % elsewhere; consider a recall",
        suspect.sku,
        suspect.quality,
        suspect.tickets,
        days.from_date(),
        suspect.share * 100.0,
        suspect.baseline * 100.0
    )
}
