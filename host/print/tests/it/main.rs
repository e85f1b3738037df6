//! Papers, printed by the real process and read back by other people's readers.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod codes;
mod hostile;
mod papers;
mod support;
