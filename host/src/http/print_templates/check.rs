//! `POST /print-templates/check`

use axum::Json as Answer;
use axum::extract::State;
use redress_domain::paper::PaperKind;
use redress_print::{Finding, Job, Locale, PrintError, Severity, shipped};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::app::App;
use crate::http::{Can, Json, Problem, WriteProblems, permit};

/// A template to check.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PrintTemplateDraft {
    /// What it is for.
    kind: PaperKind,
    /// Typst source.
    source: String,
    /// Language; the tenant's when left out.
    locale: Option<String>,
}

/// Everything there is to tell about a template.
#[derive(Debug, Serialize, ToSchema)]
pub struct PrintTemplateReport {
    /// True when it can be saved.
    valid: bool,
    /// Pages of the paper with sample data; null when there is none.
    pages: Option<usize>,
    /// What there is to tell.
    findings: Vec<PrintTemplateFinding>,
}

/// One thing to tell about a template.
#[derive(Debug, Serialize, ToSchema)]
pub struct PrintTemplateFinding {
    /// `error` keeps it from being saved, `warning` is probably not meant so.
    #[schema(examples("error"))]
    severity: &'static str,
    /// Line of the source, from 1; null when it is not about a line.
    line: Option<usize>,
    /// Character of the line, from 1.
    column: Option<usize>,
    /// What is the matter and what to change.
    message: String,
}

impl From<Finding> for PrintTemplateFinding {
    fn from(finding: Finding) -> Self {
        let severity = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        Self { severity, line: finding.line, column: finding.column, message: finding.message }
    }
}

/// Check a template by printing it with sample data.
///
/// Nothing is stored.
#[utoipa::path(post, path = "/print-templates/check", tag = "print", request_body = PrintTemplateDraft,
    responses((status = 200, body = PrintTemplateReport), WriteProblems))]
pub async fn check_print_template(
    State(app): State<App>,
    caller: Can<permit::AdminWrite>,
    Json(draft): Json<PrintTemplateDraft>,
) -> Result<Answer<PrintTemplateReport>, Problem> {
    let locale = Locale::nearest(draft.locale.as_deref().unwrap_or(&caller.tenant.locale));
    let job = Job::new(draft.source, shipped::sample(draft.kind, locale), locale);
    let (pages, findings) = match app.printer.print(&job).await {
        Ok(printed) => (Some(printed.pages), printed.warnings),
        Err(PrintError::Template(findings)) => (None, findings),
        Err(error) => return Err(error.into()),
    };
    Ok(Answer(PrintTemplateReport { valid: pages.is_some(), pages, findings: findings.into_iter().map(Into::into).collect() }))
}
