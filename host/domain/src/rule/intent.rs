//! What automations and timetables may ask for.

use serde::{Deserialize, Serialize};

use super::Message;
use crate::clock::Timestamp;
use crate::status::names;
use crate::ticket::Priority;

/// A moment of a timetable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Tick {
    /// When the timetable says.
    pub due: Timestamp,
    /// The tick before it.
    pub previous: Option<Timestamp>,
}

/// One thing a rule wants done. The host checks each and does what is allowed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "intent", content = "value", rename_all = "snake_case")]
pub enum Intent {
    /// Fill in a form field.
    SetField(SetField),
    /// Change the priority.
    SetPriority(Priority),
    /// Add a tag.
    AddTag(String),
    /// Take a tag away.
    RemoveTag(String),
    /// Send a message.
    Notify(Message),
    /// Put the ticket elsewhere.
    Transfer(Transfer),
    /// Call for somebody higher up.
    Escalate(Escalation),
    /// Give somebody a task.
    AddTask(NewTask),
}

names! {
    /// The name of an intent, by which it is granted.
    IntentKind {
        /// Fill in a form field.
        SetField = "set_field",
        /// Change the priority.
        SetPriority = "set_priority",
        /// Add a tag.
        AddTag = "add_tag",
        /// Take a tag away.
        RemoveTag = "remove_tag",
        /// Send a message.
        Notify = "notify",
        /// Put the ticket elsewhere.
        Transfer = "transfer",
        /// Call for somebody higher up.
        Escalate = "escalate",
        /// Give somebody a task.
        AddTask = "add_task",
    }
}

impl Intent {
    /// Its name.
    pub const fn kind(&self) -> IntentKind {
        match self {
            Self::SetField(_) => IntentKind::SetField,
            Self::SetPriority(_) => IntentKind::SetPriority,
            Self::AddTag(_) => IntentKind::AddTag,
            Self::RemoveTag(_) => IntentKind::RemoveTag,
            Self::Notify(_) => IntentKind::Notify,
            Self::Transfer(_) => IntentKind::Transfer,
            Self::Escalate(_) => IntentKind::Escalate,
            Self::AddTask(_) => IntentKind::AddTask,
        }
    }
}

/// A form field to fill in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SetField {
    /// Name within the form.
    pub name: String,
    /// Its value.
    pub value: serde_json::Value,
}

/// Another place for a ticket; what is absent stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = IntendedTransfer))]
pub struct Transfer {
    /// Key of the queue.
    #[serde(default)]
    pub queue: Option<String>,
    /// Id of the person, as text.
    #[serde(default)]
    pub assignee: Option<String>,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

/// A ticket that needs somebody higher up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = IntendedEscalation))]
pub struct Escalation {
    /// Name of the role that shall look at it.
    pub role: String,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

/// Something a person shall do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewTask {
    /// What, in one line.
    pub title: String,
    /// Name of the role that shall do it.
    pub role: String,
    /// Within so many seconds; `None` for no limit.
    #[serde(default)]
    pub within_seconds: Option<u32>,
}
