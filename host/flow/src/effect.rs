//! What must follow an event. The engine only names effects; the host carries them out in the order given, in the
//! transaction that stores the run.

use redress_domain::event::EventKind;
use redress_domain::id::{TaskId, TimerId};
use redress_domain::rule::Hook;
use redress_domain::ticket::{Priority, TicketKind};
use redress_domain::timeline::{Actor, NewEntry};
use redress_domain::{Event as TicketEvent, Timestamp};
use serde_json::{Map, Value};

use crate::definition::NodeId;
use crate::party::Party;
use crate::run::{Closing, Task};
use crate::span::{Clock, Span};

/// One consequence of an event.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// There is something to do: put it on people's lists.
    OpenTask {
        /// The task as it is now.
        task: Task,
        /// The linked ticket that a sub-task asks for.
        ticket: Option<TicketKind>,
        /// By when, from now.
        due: Option<(Span, Clock)>,
    },
    /// Other people may do it now, or somebody has accepted it or given a voice.
    TaskChanged {
        /// The task as it is now.
        task: Task,
    },
    /// Take it from people's lists.
    CloseTask {
        /// Which.
        task: TaskId,
        /// How it ended.
        how: Closing,
    },
    /// Send [`crate::Event::TimerFired`] then.
    StartTimer {
        /// Which.
        timer: TimerId,
        /// The node it is for.
        node: NodeId,
        /// When.
        at: Moment,
    },
    /// Forget a timer. One that was due at the same moment may still fire; the run refuses it as `timer_gone`.
    CancelTimer {
        /// Which.
        timer: TimerId,
    },
    /// Ask the rules; answer with [`crate::Event::HookAnswered`] or [`crate::Event::HookFailed`].
    AskHook {
        /// Number of the question.
        ask: u32,
        /// The node that asks.
        node: NodeId,
        /// What is asked.
        hook: Hook,
    },
    /// Tell somebody.
    Notify {
        /// The node it comes from.
        node: NodeId,
        /// Whom.
        to: Vec<Party>,
        /// Name of the template; the engine's own are [`Effect::REMIND`] and [`Effect::NOBODY`].
        template: String,
    },
    /// Write a field of the ticket.
    SetField {
        /// Its name.
        name: String,
        /// Its value.
        value: Value,
    },
    /// Raise the priority; leave a higher one.
    RaisePriority {
        /// To this.
        to: Priority,
    },
    /// Add a tag.
    AddTag {
        /// Which.
        tag: String,
    },
    /// Take a tag away.
    RemoveTag {
        /// Which.
        tag: String,
    },
    /// A named event for automation rules and webhooks.
    Emit {
        /// Its name.
        name: String,
        /// The node it comes from.
        node: NodeId,
    },
    /// Apply an event to the ticket. When the ticket refuses it, nothing of this event may be stored: the caller is told
    /// the ticket's refusal, for a workflow steers but cannot break the ticket's guards.
    Apply {
        /// What.
        event: EventKind,
        /// Who.
        actor: Actor,
        /// Details by name, see [`ticket_event`].
        details: Map<String, Value>,
    },
    /// Append to the ticket's timeline (Z16).
    Record(NewEntry),
    /// The run has ended; its tasks and timers are closed by the effects before this one.
    Finished {
        /// The end's outcome.
        outcome: String,
    },
}

impl Effect {
    /// Template of a reminder to whoever has a task (L12).
    pub const REMIND: &'static str = "flow_reminder";
    /// Template of the notice that nobody can do a task.
    pub const NOBODY: &'static str = "flow_nobody";
}

/// When a timer is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// So long from now by this clock.
    After(Span, Clock),
    /// Then.
    At(Timestamp),
}

/// The ticket's event from the name and the details of an [`Effect::Apply`].
///
/// # Errors
/// When the event needs details that the workflow does not give.
pub fn ticket_event(event: EventKind, details: &Map<String, Value>) -> Result<TicketEvent, serde_json::Error> {
    let named = Map::from_iter([("event".to_owned(), event.as_str().into())]);
    // An event without details takes none, not even an empty object.
    if let Ok(plain) = serde_json::from_value(Value::Object(named.clone())) {
        return Ok(plain);
    }
    let mut whole = named;
    whole.insert("details".to_owned(), Value::Object(details.clone()));
    serde_json::from_value(Value::Object(whole))
}
