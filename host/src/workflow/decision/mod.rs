//! Explaining and repeating rule calls.

mod evaluate;
mod replay;

pub use evaluate::{Candidate, DryRun};
pub use replay::{Full, recorded};
