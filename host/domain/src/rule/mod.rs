//! What rules are asked and what they may answer: the hooks of `redress:rules` in the words of the business.

use std::collections::BTreeMap;
use std::sync::Arc;

mod intent;
mod message;
mod refund;
mod risk;
mod route;
mod settlement;

use serde::{Deserialize, Serialize};

pub use intent::{Escalation, Intent, IntentKind, NewTask, SetField, Tick, Transfer};
pub use message::{Message, Recipient, RuleEvent};
pub use refund::{ApprovalNeed, Deduction, Quorum, RefundDecision, RefundRequest, Verdict, VerdictKind};
pub use risk::{Assessment, Risk, Signal};
pub use route::{Desk, DeskAgent, DeskQueue, Route};
pub use settlement::{
    GatewayAnswer, GatewayOutcome, GatewayQuestion, HeaderValue, HttpHeader, HttpMethod, HttpRequest, HttpResponse, Notice, PaymentOrder,
    Purpose,
};

use crate::clock::Timestamp;
use crate::history::History;
use crate::order::{Customer, Order};
use crate::parameter::ParameterValue;
use crate::status::names;
use crate::ticket::Ticket;

names! {
    /// A point at which rules are asked.
    Hook {
        /// Who handles the ticket.
        Routing = "routing",
        /// Does it look like abuse.
        FraudScoring = "fraud-scoring",
        /// May the money be paid back.
        RefundApproval = "refund-approval",
        /// Who is told what.
        Notification = "notification",
        /// What else follows from an event.
        Automation = "automation",
        /// What is done at certain times.
        Schedule = "schedule",
        /// How money goes back over a gateway.
        Settlement = "settlement",
    }
}

/// What a call is told about itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CallContext {
    /// Identifier of the decision, as text.
    pub decision_id: String,
    /// Slug of the tenant.
    pub tenant: String,
    /// "Now" for the rule.
    pub now: Timestamp,
    /// Two words of randomness.
    pub seed: (u32, u32),
    /// BCP 47 tag of the tenant's language.
    pub locale: String,
}

/// All that is known of a case at one event. Stored once per event by digest and shared by its decisions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CaseFile {
    /// The ticket as it stands.
    pub ticket: Ticket,
    /// Who bought.
    pub customer: Option<Customer>,
    /// What was bought.
    pub order: Option<Order>,
    /// The customer's past; `None` without a customer.
    pub history: Option<History>,
    /// The tenant's external parameters by code.
    #[serde(default)]
    pub parameters: BTreeMap<String, ParameterValue>,
}

/// A question to a rule: the hook and what it needs besides the case file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "hook", content = "input", rename_all = "kebab-case")]
pub enum Question {
    /// Who handles it.
    Routing(Arc<Desk>),
    /// Does it look like abuse.
    FraudScoring,
    /// May it be paid.
    RefundApproval(RefundRequest),
    /// Who is told.
    Notification(RuleEvent),
    /// What follows.
    Automation(RuleEvent),
    /// What is done now.
    Schedule(Tick),
    /// How money goes back.
    Settlement(Box<GatewayQuestion>),
}

impl Question {
    /// The hook that is asked.
    pub const fn hook(&self) -> Hook {
        match self {
            Self::Routing(_) => Hook::Routing,
            Self::FraudScoring => Hook::FraudScoring,
            Self::RefundApproval(_) => Hook::RefundApproval,
            Self::Notification(_) => Hook::Notification,
            Self::Automation(_) => Hook::Automation,
            Self::Schedule(_) => Hook::Schedule,
            Self::Settlement(_) => Hook::Settlement,
        }
    }
}

/// A rule's answer, by hook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "hook", content = "output", rename_all = "kebab-case")]
pub enum Answer {
    /// `None`: no opinion.
    Routing(Option<Route>),
    /// A score with reasons.
    FraudScoring(Assessment),
    /// A verdict with reasons.
    RefundApproval(RefundDecision),
    /// Messages to send.
    Notification(Vec<Message>),
    /// What should be done.
    Automation(Vec<Intent>),
    /// What should be done.
    Schedule(Vec<Intent>),
    /// A request to a gateway, or what its answer means.
    Settlement(GatewayAnswer),
}

impl Answer {
    /// What an automation or a timetable asks for; nothing for the other hooks.
    pub fn into_intents(self) -> Option<Vec<Intent>> {
        match self {
            Self::Automation(intents) | Self::Schedule(intents) => Some(intents),
            _ => None,
        }
    }

    /// What a gateway's rule said; nothing for the other hooks.
    pub fn into_gateway(self) -> Option<GatewayAnswer> {
        if let Self::Settlement(answer) = self { Some(answer) } else { None }
    }
}

/// One thing wrong with a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Violation {
    /// JSON Pointer to the value.
    pub path: String,
    /// What is wrong and what to change.
    pub message: String,
}

/// Why a rule said it could not answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "code", content = "detail", rename_all = "snake_case")]
pub enum RuleError {
    /// The case lacks what the rule needs.
    InvalidInput(Vec<Violation>),
    /// The configuration does not fit.
    Config(Vec<Violation>),
    /// Something is missing for now.
    Unavailable(String),
    /// A defect in the rule.
    Internal(String),
}
