//! Explaining and repeating rule calls.

mod evaluate;
mod receipt;
mod replay;
mod verify;

pub use evaluate::{Candidate, DryRun};
pub use receipt::Sealed;
pub use replay::{Full, full, recorded};
pub use verify::{Break, Chain};
