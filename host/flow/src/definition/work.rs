//! What people do at a node: who, with which buttons, on which fields (Z13, Z14).

use std::collections::BTreeMap;

use redress_domain::event::EventKind;
use serde::{Deserialize, Serialize};

use super::NodeId;
use crate::Text;
use crate::party::Who;

/// The human side of a form, an approval or a sub-task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowWork))]
#[serde(deny_unknown_fields)]
pub struct Work {
    /// Who may do it; for approvals in order, each entry is one place in the order.
    pub who: Vec<Who>,
    /// The role that does it when nobody of `who` can; the definition's own when empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fallback: Option<String>,
    /// Which fields they see and fill in. A field that is not named is readable for people of the merchant and hidden
    /// from the customer.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<String, Access>,
    /// What they can press.
    pub buttons: Vec<Button>,
}

impl Work {
    /// What somebody at this node may do with a field: the customer, or people of the merchant.
    pub fn access(&self, field: &str, customer: bool) -> Access {
        let unnamed = if customer { Access::Hidden } else { Access::Read };
        self.fields.get(field).copied().unwrap_or(unnamed)
    }
}

/// What somebody at a node may do with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowAccess))]
#[serde(rename_all = "snake_case")]
pub enum Access {
    /// Does not see it.
    Hidden,
    /// Sees it.
    Read,
    /// May fill it in.
    Write,
    /// Must fill it in to submit or agree.
    Required,
}

impl Access {
    /// True when the field may be filled in.
    pub const fn writes(self) -> bool {
        matches!(self, Self::Write | Self::Required)
    }
}

/// One button of a node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowButton))]
#[serde(deny_unknown_fields)]
pub struct Button {
    /// What an answer names it by; unique within the node.
    pub code: String,
    /// What stands on it; the console's own word for what it does when empty.
    #[serde(default, skip_serializing_if = "Text::is_blank")]
    pub name: Text,
    /// What it does.
    pub does: Does,
    /// Where the run goes; for submit, agree and reject.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<NodeId>,
    /// For a reject: to whom it goes back (驳回); none refuses for good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub back: Option<SendBack>,
    /// Whether an opinion must come with it. A reject needs one always.
    #[serde(default, skip_serializing_if = "Opinion::is_optional")]
    pub opinion: Opinion,
    /// What happens to the ticket when it decides the node. The ticket's own guards still hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub apply: Option<EventKind>,
}

/// What a button does (Z13).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowDoes))]
#[serde(rename_all = "snake_case")]
pub enum Does {
    /// Hands in what was filled in (提交); for forms and sub-tasks.
    Submit,
    /// Agrees (同意); for approvals.
    Agree,
    /// Disagrees (驳回); for approvals.
    Reject,
    /// Gives the work to somebody else (转交, 转派).
    Transfer,
    /// Lets a person act in one's place (委托).
    Delegate,
}

impl Does {
    /// True when it can move the run.
    pub const fn moves(self) -> bool {
        matches!(self, Self::Submit | Self::Agree | Self::Reject)
    }
}

/// To whom a rejected request goes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowSendBack))]
#[serde(rename_all = "snake_case")]
pub enum SendBack {
    /// The customer corrects it.
    Customer,
    /// The first reviewer looks again: the same person, unless they are away.
    FirstReviewer,
    /// An earlier node, done by the same person again, unless they are away.
    Node,
}

/// Whether words must come with a button.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowOpinion))]
#[serde(rename_all = "snake_case")]
pub enum Opinion {
    /// As they like.
    #[default]
    Optional,
    /// They must say why.
    Required,
}

impl Opinion {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
    const fn is_optional(&self) -> bool {
        matches!(self, Self::Optional)
    }
}

/// How many must agree (Z13).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowMode))]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Any one of them.
    #[default]
    Any,
    /// Each of them, as they are when the task opens (会签).
    All,
    /// So many of them.
    AtLeast {
        /// How many, 1 to 20.
        n: u8,
        /// One who disagrees decides; otherwise the others may still bring enough voices together.
        #[serde(default = "yes")]
        veto: bool,
    },
    /// One for each entry of `who`, one after the other.
    InOrder,
}

const fn yes() -> bool {
    true
}
