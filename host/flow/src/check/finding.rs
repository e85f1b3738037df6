//! One thing that is wrong.

use redress_expression::Problem;
use serde::Serialize;

use crate::definition::{Node, NodeId};

/// One thing that is wrong with a definition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowFinding))]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// A stable name, such as `dead_end`.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub code: &'static str,
    /// Where; none when it is about the whole.
    pub node: Option<NodeId>,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub fix: String,
}

/// Every code there is, in order: readers' languages have words for each.
pub const CODES: [&str; 33] = [
    "arrow_into_start",
    "bad_apply",
    "bad_button",
    "bad_condition",
    "bad_field",
    "bad_id",
    "bad_limit",
    "bad_mode",
    "bad_send_back",
    "bad_split",
    "cycle_without_exit",
    "dead_end",
    "does_not_fit",
    "duplicate_node",
    "enters_split",
    "expression",
    "join_shared",
    "join_without_split",
    "many_starts",
    "misses_join",
    "missing_owner",
    "no_end",
    "no_fallback",
    "no_name",
    "no_start",
    "no_time_limit",
    "nobody_told",
    "runaway",
    "split_overlap",
    "too_large",
    "unknown_field",
    "unknown_node",
    "unreachable",
];

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowSeverity))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// It cannot be published.
    Error,
    /// It can be published, and somebody should look at it.
    Warning,
}

impl Finding {
    /// An error at a node.
    pub(crate) fn error(code: &'static str, node: &Node, message: impl Into<String>, fix: impl Into<String>) -> Self {
        Self { node: Some(node.id.clone()), ..Self::general(code, message, fix) }
    }

    /// A warning at a node.
    pub(crate) fn warning(code: &'static str, node: &Node, message: impl Into<String>, fix: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, node, message, fix) }
    }

    /// An error of the whole.
    pub(crate) fn general(code: &'static str, message: impl Into<String>, fix: impl Into<String>) -> Self {
        debug_assert!(CODES.contains(&code), "'{code}' is not among the codes");
        Self { severity: Severity::Error, code, node: None, message: message.into(), fix: fix.into() }
    }

    pub(crate) fn no_start() -> Self {
        Self::general("no_start", "the workflow has no start", "add a start node and draw an arrow from it to the first step")
    }

    pub(crate) fn unknown_node(node: &Node, to: &NodeId) -> Self {
        Self::error(
            "unknown_node",
            node,
            format!("'{}' leads to '{to}', which does not exist", node.id),
            "draw the arrow to a node that exists, or add that node",
        )
    }

    pub(crate) fn expression(node: &Node, text: &str, problem: &Problem) -> Self {
        Self::error("expression", node, format!("in `{text}`: {}", problem.show(text)), "correct the expression")
    }
}
