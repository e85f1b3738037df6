//! Receipts as files, and what they say run again.

mod read;
pub(crate) mod replay;

pub(crate) use read::{Document, read};
