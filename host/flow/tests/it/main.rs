//! Tests of the workflow engine: what each node does, who may do what, what the shipped workflows lead to, and what holds
//! for workflows and events drawn at random.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]
#![expect(clippy::needless_pass_by_value, reason = "pieces of definitions are written in place")]

mod absence;
mod approval;
mod check;
mod fields;
mod limits;
mod migration;
mod nodes;
mod parallel;
mod random;
mod shipped;
mod texts;
mod walk;
