//! Papers, printed by the real process and read back by other people's readers.

mod codes;
mod hostile;
mod papers;
mod support;
