//! The workflow engine: versioned definitions, their checks, and one pure function that moves a run by one event.
//!
//! A [`Definition`] is data that people draw: start, forms, approvals, conditions, splits and joins, sub-tasks, hooks, waits,
//! timers, notices, changes, ends. [`check()`] says everything that is wrong with one; [`Flow::compile`] makes it ready to
//! run. A [`Run`] is where one ticket stands in one version. [`advance()`] takes a run and an [`Event`] and gives the run
//! after it and the [`Effect`]s that the host must carry out in the same transaction, or a [`Refusal`].
//!
//! Nothing here reads a clock, draws a random number or asks a database: the [`Context`] brings the present, identifiers,
//! facts and the directory of people, so that the same call gives the same result years later.
//!
//! What always holds:
//! - a run is over, or it stands somewhere and waits for people, rules, a signal, a time or the other ways of a split;
//! - each person counts once per task, and a task that nobody can do goes to the deputy and then to the fallback role (Z17);
//! - a definition without errors leads from every node to an end, and never goes round without waiting.

mod advance;
mod check;
mod compile;
mod context;
mod definition;
mod effect;
mod event;
mod migrate;
mod party;
mod refusal;
mod run;
mod shipped;
mod span;
mod standing;
#[cfg(test)]
mod tests;
mod text;

pub use advance::{MOST_STEPS, advance};
pub use check::{CODES, Finding, Severity, check};
pub use compile::Flow;
pub use context::{Context, Directory, Generated, Ids};
pub use definition::{
    Access, Awaited, Branch, Button, Change, Definition, Does, Escalation, FormField, JoinWait, Limit, Mode, Node, NodeId, NodeKind, Only,
    Opinion, Position, SendBack, Step, ValueType, When, Work,
};
pub use effect::{Effect, Moment, ticket_event};
pub use event::Event;
pub use migrate::{Fate, Migration, Move, migrate, preview};
pub use party::{Party, PartyError, Who};
pub use refusal::Refusal;
pub use run::{Armed, Closed, Closing, Due, Early, Frame, Outcome, Run, RunState, Seat, Task, Token, Vote, Waiting};
pub use shipped::{SHIPPED, facts_of_shipped, shipped};
pub use span::{Clock, Span, SpanError};
pub use standing::Standing;
pub use text::Text;
