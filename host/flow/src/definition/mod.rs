//! What a workflow is: versioned data that people draw on a canvas.

mod exits;
mod field;
mod kind;
mod limit;
mod work;

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub(crate) use field::write;
pub use field::{FormField, ValueType};
pub use kind::{Awaited, Branch, Change, JoinWait, NodeKind, When};
pub use limit::{Escalation, Limit, Only, Step};
pub use work::{Access, Button, Does, Mode, Opinion, SendBack, Work};

use crate::Text;
use crate::party::Who;

/// One version of a workflow. A published version never changes: tickets pin the one they began with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowDefinition))]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// Stable name within the tenant, such as `returns`.
    pub id: String,
    /// Counts published versions, from 1.
    pub version: u32,
    /// Name for people.
    pub name: Text,
    /// What it is for.
    #[serde(default, skip_serializing_if = "Text::is_blank")]
    pub description: Text,
    /// The role that gets what nobody else can do, so that nothing stalls (Z17).
    pub fallback: String,
    /// Fields that its nodes read and write, by name; expressions see them as `form.name`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<String, FormField>,
    /// The nodes; exactly one is a start.
    pub nodes: Vec<Node>,
}

/// The name of a node, unique within its definition; expressions see its result as `outcome.name`. Cheap to copy.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(value_type = String))]
#[serde(transparent)]
pub struct NodeId(Arc<str>);

/// One step of a workflow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowNode))]
#[serde(deny_unknown_fields)]
pub struct Node {
    /// Unique within the definition: small letters, digits and underscores, beginning with a letter.
    pub id: NodeId,
    /// Name for people.
    pub name: Text,
    /// What it does and where it leads.
    pub kind: NodeKind,
    /// Who does it and how; for forms, approvals and sub-tasks, and for nothing else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work: Option<Work>,
    /// How long it may take, and what happens when it takes longer; for nodes that wait.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<Limit>,
    /// What the answer of a hook, a signal or a sub-task contains: kept for `outcome.<node>.<name>`. Anything else that
    /// comes with an answer is not kept.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub gives: BTreeMap<String, ValueType>,
    /// Where it stands on the canvas.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Position>,
}

/// A place on the canvas, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowPosition))]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// From the left.
    pub x: i32,
    /// From the top.
    pub y: i32,
}

impl Definition {
    /// Everybody whom the nodes name, with the node; fallbacks are roles. For checks against the tenant's own words.
    pub fn named(&self) -> Vec<(&NodeId, Who)> {
        let mut named = Vec::new();
        for node in &self.nodes {
            named.extend(crate::compile::everybody(node).into_iter().map(|who| (&node.id, who.clone())));
            let fallback = node.work.as_ref().and_then(|work| work.fallback.clone());
            named.extend(fallback.map(|role| (&node.id, Who::Role(role))));
        }
        named
    }
}

impl NodeId {
    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for NodeId {
    fn from(text: &str) -> Self {
        Self(Arc::from(text))
    }
}

impl Borrow<str> for NodeId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for NodeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for NodeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
