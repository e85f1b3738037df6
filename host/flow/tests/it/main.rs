//! Tests of the workflow engine: what each node does, who may do what, what the shipped workflows lead to, and what holds
//! for workflows and events drawn at random.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod approval;
mod walk;
