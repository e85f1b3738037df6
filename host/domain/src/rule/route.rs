//! Who handles a ticket.

use serde::{Deserialize, Serialize};

use crate::ticket::Priority;

/// A queue as routing rules see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeskQueue {
    /// Key.
    pub key: String,
    /// Display name.
    pub name: String,
}

/// A person as routing rules see them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeskAgent {
    /// Redress id, as text.
    pub id: String,
    /// Display name.
    pub name: String,
    /// Keys of their queues.
    pub queues: Vec<String>,
    /// Skills.
    pub skills: Vec<String>,
    /// Open tickets now.
    pub open_tickets: u32,
    /// Open tickets they should have at most; 0 for no limit.
    pub capacity: u32,
    /// Mean rating in hundredths of a star.
    pub rating: Option<u32>,
    /// Takes tickets now.
    pub available: bool,
}

/// Who could take a ticket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Desk {
    /// Queues by key.
    pub queues: Vec<DeskQueue>,
    /// People by id.
    pub agents: Vec<DeskAgent>,
    /// The turn counter for round robin.
    pub turn: u32,
}

/// Where a ticket goes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct Route {
    /// Key of the queue.
    pub queue: Option<String>,
    /// Id of the person, as text.
    pub assignee: Option<String>,
    /// Skills the person needs.
    pub skills: Vec<String>,
    /// New priority.
    pub priority: Option<Priority>,
    /// Tags to add.
    pub tags: Vec<String>,
    /// Why.
    pub reason: String,
}
