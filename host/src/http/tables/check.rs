//! `POST /tables/check`

use axum::Json as Answer;
use redress_table::{Finding, Severity, Table};
use serde::Serialize;
use utoipa::ToSchema;

use crate::http::{Can, Json, Problem, WriteProblems, permit};

/// Everything there is to tell about a table.
#[derive(Serialize, ToSchema)]
pub struct TableReport {
    /// True when it can be saved.
    valid: bool,
    /// What there is to tell, errors first.
    findings: Vec<TableFinding>,
}

/// One thing to tell about a table.
#[derive(Serialize, ToSchema)]
pub struct TableFinding {
    /// `error` keeps it from being saved, `warning` is probably not meant so, `note` is worth knowing.
    #[schema(examples("warning"))]
    severity: &'static str,
    /// JSON Pointer into the table.
    pointer: String,
    /// What is the matter and what to change.
    message: String,
}

impl From<Finding> for TableFinding {
    fn from(finding: Finding) -> Self {
        let severity = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        Self { severity, pointer: finding.path, message: finding.message }
    }
}

/// Check a decision table.
///
/// Tells what keeps it from being saved, which cases no row covers, which rows overlap, and which never count because others
/// come first. Nothing is stored.
#[utoipa::path(post, path = "/tables/check", tag = "tables", request_body(content = Object, description = "A configuration of decision-table"),
    responses((status = 200, body = TableReport), WriteProblems))]
pub async fn check_table(_: Can<permit::RuleRead>, Json(table): Json<Table>) -> Result<Answer<TableReport>, Problem> {
    Ok(Answer(report(&table).await?))
}

/// Looks a table over, off the threads that answer requests: a large one takes milliseconds.
pub(super) async fn report(table: &Table) -> Result<TableReport, Problem> {
    let table = table.clone();
    let found = tokio::task::spawn_blocking(move || redress_table::check(&table)).await.map_err(|error| Problem::internal(&error))?;
    let valid = found.iter().all(|finding| finding.severity != Severity::Error);
    Ok(TableReport { valid, findings: found.into_iter().map(TableFinding::from).collect() })
}
