//! What callers write and read of reports.

use redress_domain::Timestamp;
use redress_domain::id::UserId;
use redress_domain::report::{Definition, Finding, Schedule, Shipped, shipped};
use redress_store::report::Report;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::http::auth::Caller;
use crate::problem::{Code, Fault, Problem};

/// A report as a merchant writes it.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportDraft {
    /// What it shows.
    pub definition: Definition,
    /// When it goes out by itself; never when left out.
    #[serde(default)]
    pub schedule: Option<Schedule>,
}

/// A report.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReportView {
    /// Redress id, or the key of a report that comes with the house.
    pub id: String,
    /// Counts changes; null for a report that comes with the house, which never changes.
    pub version: Option<i64>,
    /// It comes with the house. Create one with its definition to change it.
    pub shipped: bool,
    /// What it shows.
    pub definition: Definition,
    /// When it goes out by itself.
    pub schedule: Option<Schedule>,
    /// When it does so next.
    pub next_at: Option<Timestamp>,
    /// Who defined it.
    pub created_by: Option<UserId>,
    /// When it was defined.
    pub created_at: Option<Timestamp>,
    /// When it last changed.
    pub updated_at: Option<Timestamp>,
}

impl From<Report> for ReportView {
    fn from(report: Report) -> Self {
        Self {
            id: report.id.to_string(),
            version: Some(report.version),
            shipped: false,
            definition: report.definition,
            schedule: report.schedule,
            next_at: report.next_at,
            created_by: Some(report.created_by),
            created_at: Some(report.created_at),
            updated_at: Some(report.updated_at),
        }
    }
}

impl From<Shipped> for ReportView {
    fn from(shipped: Shipped) -> Self {
        Self {
            id: shipped.key,
            version: None,
            shipped: true,
            definition: shipped.definition,
            schedule: None,
            next_at: None,
            created_by: None,
            created_at: None,
            updated_at: None,
        }
    }
}

impl ReportDraft {
    /// Refuses what cannot be computed or sent, naming every place.
    ///
    /// # Errors
    /// 422 `invalid`.
    pub fn check(&self) -> Result<(), Problem> {
        let schedule = self.schedule.iter().flat_map(Schedule::check);
        refuse(self.definition.check(), "/definition", schedule.collect(), "/schedule")
    }
}

/// Refuses a definition that cannot be computed.
///
/// # Errors
/// 422 `invalid`.
pub(super) fn check(definition: &Definition) -> Result<(), Problem> {
    refuse(definition.check(), "/definition", Vec::new(), "")
}

/// Refuses figures that tell what the caller's roles hide (Z36).
///
/// # Errors
/// 403 `forbidden` with the places below `pointer`.
pub(super) fn may_see(caller: &Caller, definition: &Definition, pointer: &str) -> Result<(), Problem> {
    let faults: Vec<Fault> =
        definition.veiled(&caller.fields).into_iter().map(|found| Fault::at(format!("{pointer}{}", found.path), found.message)).collect();
    if faults.is_empty() {
        return Ok(());
    }
    let named = faults.iter().map(|fault| format!("{}: {}", fault.pointer, fault.message)).collect::<Vec<_>>().join("; ");
    let detail = format!("the report {} shows what the caller may not see; {named}", definition.name);
    Err(Problem::new(Code::Forbidden, detail).with(faults))
}

fn refuse(first: Vec<Finding>, below: &str, second: Vec<Finding>, and_below: &str) -> Result<(), Problem> {
    let fault = |prefix: &str, finding: Finding| Fault::at(format!("{prefix}{}", finding.path), finding.message);
    let faults: Vec<Fault> =
        first.into_iter().map(|finding| fault(below, finding)).chain(second.into_iter().map(|finding| fault(and_below, finding))).collect();
    if faults.is_empty() {
        return Ok(());
    }
    let detail = faults.iter().map(|fault| format!("{}: {}", fault.pointer, fault.message)).collect::<Vec<_>>().join("; ");
    Err(Problem::new(Code::Invalid, detail).with(faults))
}

/// The report of the house with this key.
pub(super) fn of_the_house(key: &str) -> Option<Shipped> {
    shipped().into_iter().find(|shipped| shipped.key == key)
}
