//! What a decision needs to know of a tenant, kept in memory: bound and loaded rules, parameters, roles, queues, webhooks,
//! people, the desk, published forms and workflows.
//!
//! A snapshot is immutable; a write in this process drops it at once ([`RuleCache::invalidate`]), and one that is older than a
//! second is replaced in the background, which is how changes made by other nodes arrive. Counters that move with every ticket
//! (ticket numbers, the desk's turn and open tickets) stand beside the snapshot and survive it.

mod breaker;
mod cache;
mod counters;
mod drawings;
mod levels;
mod load;
mod meter;
mod people;
mod snapshot;

pub use cache::{RuleCache, RulesError};
pub use drawings::DrawingError;
pub use levels::{Level, Levels};
pub use load::rule;
pub use people::People;
pub use snapshot::{Bound, Snapshot, Unloadable};
