//! Service levels: what a merchant promises about a ticket, how its clocks run, and what happens when they run out.
//!
//! Everything is a pure function of a [`Policy`], a [`crate::calendar::Calendar`] and the ticket's [`Entry`]s, so the same log
//! gives the same clocks on every node and after every restart. The host keeps the answer of [`due`] as timer rows; when one
//! wakes it, it asks again, does what is ripe, and writes [`Due::entry`] in the same transaction. What the log says was done is
//! never due again, so every step fires at most once however often, and on however many nodes, it is woken.

mod check;
mod clock;
mod course;
mod desk;
mod due;
mod facts;
mod log;
mod policy;
mod read;
mod record;
mod round;
pub mod source;

pub use check::Finding;
pub use clock::{Clock, ClockState, DueSource, Escalation};
pub use course::{Course, measure};
pub use desk::{PolicyRef, Selection, SlaPolicy, Subject};
pub use due::{Due, due, steps};
pub use log::{Change, Entry};
pub use policy::{Action, Channel, Goal, Hours, Policy, Step, Target, When};
pub use read::{BEGAN, DEADLINE_SET, FIRED, SELECTED, read};
pub use record::{Record, reading_time, resolve};
