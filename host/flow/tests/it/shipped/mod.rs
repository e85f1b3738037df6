//! The shipped workflows: sound, walked to all their ends, and what the sources say of each.

mod case;
mod stories;
mod walked;
