//! The words of the business: money, identifiers, tickets with their four status axes, the answers rules may give, and the
//! pure functions that combine them. Nothing here does I/O, reads a clock or draws a random number; callers hand those in.

pub mod approval;
pub mod binding;
pub mod calendar;
pub mod clock;
pub mod compare;
pub mod decide;
pub mod decision;
pub mod digest;
pub mod effect;
pub mod event;
pub mod golden;
pub mod history;
pub mod id;
pub mod job;
pub mod ledger;
pub mod machine;
pub mod money;
pub mod order;
pub mod outbox;
pub mod parameter;
pub mod plan;
pub mod plugin;
pub mod public_key;
pub mod receipt;
pub mod report;
pub mod role;
pub mod rule;
pub mod settlement;
pub mod signing_key;
pub mod sla;
pub mod status;
pub mod task;
pub mod tenant;
pub mod ticket;
pub mod timeline;
pub mod timer;
pub mod usage;
pub mod warehouse;

pub use clock::{Clock, Timestamp};
pub use digest::Digest;
pub use effect::Effect;
pub use event::Event;
pub use machine::Refusal;
pub use money::{Currency, Money, MoneyError};
pub use public_key::PublicKey;
