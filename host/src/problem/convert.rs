//! From the errors of the rooms below to problems: the one place where a failure gets its status, and where 5xx are logged.

use redress_domain::approval::ApprovalError;
use redress_domain::sop::SopError;
use redress_domain::survey::SurveyError;
use redress_domain::warehouse::offer::OfferError;
use redress_flow::Refusal as FlowRefusal;
use redress_print::PrintError;
use redress_sandbox::{AdmitError, Busy, Finding, LoadError};
use redress_store::Error as StoreError;

use super::{Code, Fault, Problem};
use crate::rules::{DrawingError, RulesError};
use crate::workflow::Error as WorkflowError;
use crate::workflow::violation::Violation;

impl From<WorkflowError> for Problem {
    fn from(error: WorkflowError) -> Self {
        let text = error.to_string();
        match error {
            WorkflowError::Invalid(violations) => invalid(violations),
            WorkflowError::Duplicate { .. } => Self::new(Code::DuplicateTicket, text),
            WorkflowError::NotFound { .. } | WorkflowError::Drawing(DrawingError::Missing { .. }) => Self::new(Code::NotFound, text),
            WorkflowError::Stale { .. } | WorkflowError::Raced { .. } => Self::new(Code::StaleVersion, text),
            WorkflowError::ScanKeyTaken { .. } => Self::new(Code::IdempotencyKeyReused, text),
            WorkflowError::OfferAnswered { .. } => Self::new(Code::OfferAnswered, text),
            WorkflowError::Offer(OfferError::Expired(_)) => Self::new(Code::OfferExpired, text),
            WorkflowError::Refused(_)
            | WorkflowError::NotNow { .. }
            | WorkflowError::Approval(ApprovalError::Twice { .. })
            | WorkflowError::Offer(_)
            | WorkflowError::Details { .. }
            | WorkflowError::Sop(SopError::Over | SopError::Order { .. })
            | WorkflowError::Survey(SurveyError::Expired(_) | SurveyError::Answered(_))
            | WorkflowError::Drawing(DrawingError::Unusable { .. }) => Self::new(Code::NotAllowedNow, text),
            WorkflowError::Script(_) => Self::invalid("/body", text),
            WorkflowError::Sop(SopError::Answer { .. }) => Self::invalid("/answer", text),
            WorkflowError::Sop(SopError::Evidence { .. }) => Self::invalid("/evidence", text),
            WorkflowError::Survey(SurveyError::Mark { field, .. }) => Self::invalid(format!("/{field}"), text),
            WorkflowError::Survey(SurveyError::Comment { .. }) => Self::invalid("/comment", text),
            WorkflowError::Survey(SurveyError::Recommend(_)) => Self::invalid("/recommend", text),
            WorkflowError::Approval(ApprovalError::Rank { .. }) => Self::new(Code::Forbidden, text),
            WorkflowError::Money(_) | WorkflowError::Ledger(_) => Self::new(Code::Invalid, text),
            WorkflowError::Flow(refusal) => flow(&refusal),
            WorkflowError::Busy(error) => error.into(),
            WorkflowError::Rules(error) => error.into(),
            WorkflowError::Drawing(DrawingError::Store(error)) | WorkflowError::Store(error) => error.into(),
            WorkflowError::Load(error) => (*error).into(),
            WorkflowError::Sandbox(error) => sandbox(&error),
            WorkflowError::Job(_) => Self::internal(&WorkflowError::Job(text)),
        }
    }
}

/// What a workflow refuses: who may not, what is missing, or what is not possible now.
fn flow(refusal: &FlowRefusal) -> Problem {
    let text = refusal.to_string();
    match refusal {
        FlowRefusal::NotYours { .. } | FlowRefusal::Claimed { .. } => Problem::new(Code::Forbidden, text),
        FlowRefusal::NoSuchTask { .. } => Problem::new(Code::NotFound, text),
        FlowRefusal::NoSuchButton { .. } => Problem::invalid("/button", text),
        FlowRefusal::OpinionMissing { .. } | FlowRefusal::OpinionTooLong { .. } => Problem::invalid("/opinion", text),
        FlowRefusal::FieldNotWritable { field, .. } | FlowRefusal::FieldMissing { field, .. } | FlowRefusal::FieldType { field, .. } => {
            Problem::invalid(format!("/data/{}", field.replace('~', "~0").replace('/', "~1")), text)
        }
        FlowRefusal::TargetVoted { .. } | FlowRefusal::TargetUnfit { .. } => Problem::invalid("/to", text),
        _ => Problem::new(Code::NotAllowedNow, text),
    }
}

/// All violations at once. When each is of a kind that has a code of its own, the first one's is the code: too many pieces ask for
/// too much money as well. Else it is `invalid`.
fn invalid(violations: Vec<Violation>) -> Problem {
    let own = |violation: &Violation| Code::ALL.iter().copied().find(|code| code.row().1 == violation.code);
    let codes: Option<Vec<Code>> = violations.iter().map(own).collect();
    let code = codes.and_then(|codes| codes.first().copied()).unwrap_or(Code::Invalid);
    let detail = violations.iter().map(|violation| violation.message.as_str()).collect::<Vec<_>>().join("; ");
    let faults = violations
        .into_iter()
        .map(|Violation { code, pointer, message, params }| Fault { code: Some(code.into_owned()), params, ..Fault::at(pointer, message) })
        .collect();
    Problem::new(code, detail).with(faults)
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        match &error {
            StoreError::NotUnique { what: "plugin_version" } => Self::new(Code::VersionTaken, error.to_string()),
            // Somebody else took the same place in the same moment: the request, thought through again, sees it.
            StoreError::NotUnique {
                what:
                    "ticket_external_ref"
                    | "customer_external_id"
                    | "order_external_id"
                    | "timeline_place"
                    | "parcel_number"
                    | "picked"
                    | "unidentified_number"
                    | "scan_key"
                    | "open_offer"
                    | "checklist_sku",
            }
            | StoreError::Stale { .. } => Self::new(Code::StaleVersion, error.to_string()),
            StoreError::NotUnique { .. } => Self::new(Code::AlreadyExists, error.to_string()),
            StoreError::NotFound { .. } => Self::new(Code::NotFound, error.to_string()),
            StoreError::InUse { .. } => Self::new(Code::InUse, error.to_string()),
            StoreError::TooLarge { .. } => Self::new(Code::Invalid, error.to_string()),
            StoreError::Away(cause) => {
                tracing::warn!(%cause, "the database does not answer");
                Self::new(Code::DatabaseUnavailable, error.to_string())
            }
            StoreError::Contended(_) => Self::new(Code::Busy, error.to_string()),
            StoreError::Closed => Self::new(Code::Busy, "the server is shutting down; try again in a moment"),
            StoreError::Driver(_) | StoreError::Corrupt { .. } | StoreError::Migration(_) | StoreError::Url(_) => Self::internal(&error),
        }
    }
}

impl From<RulesError> for Problem {
    fn from(error: RulesError) -> Self {
        match error {
            RulesError::Store(error) => error.into(),
            RulesError::NoTenant(_) => Self::new(Code::NotFound, error.to_string()),
        }
    }
}

impl From<AdmitError> for Problem {
    fn from(error: AdmitError) -> Self {
        match error {
            AdmitError::Rejected(findings) => {
                let detail = "the upload may not run here; errors lists every finding: mend each and upload it again";
                Self::new(Code::PluginRejected, detail).with(findings.into_iter().map(fault).collect())
            }
            AdmitError::Infra(error) => sandbox(&error),
        }
    }
}

impl From<PrintError> for Problem {
    fn from(error: PrintError) -> Self {
        let text = error.to_string();
        match error {
            PrintError::Template(findings) => {
                let place = |line: Option<usize>| line.map_or_else(String::new, |line| format!("line {line}: "));
                let fault = |one: redress_print::Finding| Fault::at("/source", format!("{}{}", place(one.line), one.message));
                Self::new(Code::TemplateRejected, text).with(findings.into_iter().map(fault).collect())
            }
            PrintError::Font(_) => Self::new(Code::FontMissing, text),
            PrintError::Lost { .. } | PrintError::Failed(_) => Self::internal(&error),
        }
    }
}

impl From<LoadError> for Problem {
    fn from(error: LoadError) -> Self {
        match error {
            LoadError::Infra(error) => sandbox(&error),
            LoadError::Missing(_) | LoadError::Altered { .. } | LoadError::Bytes { .. } | LoadError::Rejected { .. } => {
                Self::internal(&error)
            }
        }
    }
}

impl From<Busy> for Problem {
    fn from(error: Busy) -> Self {
        Self::new(Code::Busy, error.to_string())
    }
}

fn sandbox(error: &redress_sandbox::Error) -> Problem {
    match error {
        redress_sandbox::Error::Busy => Problem::new(Code::Busy, error.to_string()),
        redress_sandbox::Error::Engine(_)
        | redress_sandbox::Error::Clock(_)
        | redress_sandbox::Error::Cache { .. }
        | redress_sandbox::Error::Compiler { .. }
        | redress_sandbox::Error::CompilerFailed { .. }
        | redress_sandbox::Error::TaskLost => Problem::internal(error),
    }
}

fn fault(finding: Finding) -> Fault {
    Fault { code: Some(finding.code.to_owned()), offset: finding.offset, ..Fault::at("", finding.message) }
}
