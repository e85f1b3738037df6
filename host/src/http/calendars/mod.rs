//! `/calendars`: when a merchant's people work.

pub mod create;
pub mod delete;
pub mod holidays;
pub mod list;
pub mod update;

use redress_domain::calendar::{Calendar, Finding};
use redress_domain::sla::{self, SlaPolicy};
use redress_store::{TenantTx, service_level, sla_policy};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::http::{Fault, Problem};
use crate::problem::check::name;

/// Most rows of a calendar's weeks, and of its special days: a search for open time walks through them.
const MOST_ROWS: usize = 1_000;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_calendars, create::create_calendar))
        .routes(routes!(list::get_calendar, update::update_calendar, delete::delete_calendar))
        .routes(routes!(holidays::import_holidays))
}

/// A calendar that can be used as it is.
fn checked(mut calendar: Calendar) -> Result<Calendar, Problem> {
    calendar.name = name("/name", calendar.name)?;
    for (rows, pointer) in [(calendar.weeks.len(), "/weeks"), (calendar.days.len(), "/days")] {
        if rows > MOST_ROWS {
            return Err(Problem::invalid(pointer, format!("there are {rows} rows; keep at most {MOST_ROWS}: join days in a row")));
        }
    }
    let findings = calendar.check();
    if findings.is_empty() {
        return Ok(calendar);
    }
    Err(Problem::invalid_all(findings.iter().map(fault).collect()))
}

/// A finding at its place.
fn fault(finding: &Finding) -> Fault {
    split(&finding.to_string())
}

/// Findings begin with their pointer; a problem says it apart.
pub fn split(text: &str) -> Fault {
    match text.split_once(": ") {
        Some((pointer, message)) => Fault::at(pointer, message),
        None => Fault::at("", text),
    }
}

/// A calendar has changed: the policies that count its hours must still be able to, and open tickets are looked at anew.
async fn rewound(
    tx: &mut TenantTx,
    hours: &redress_domain::calendar::BusinessHours,
    now: redress_domain::Timestamp,
) -> Result<(), Problem> {
    let uses = |policy: &SlaPolicy| policy.calendar == hours.id;
    for policy in sla_policy::list(tx).await?.iter().filter(|policy| uses(policy)) {
        let findings = policy.policy.check(&hours.calendar);
        if let Some(finding) = findings.iter().find(|finding| matches!(finding, sla::Finding::NeverOpen { .. })) {
            return Err(Problem::invalid("/weeks", format!("the policy '{}' counts these hours: {finding}", policy.policy.name)));
        }
    }
    service_level::wake_all(tx, now).await?;
    Ok(())
}
