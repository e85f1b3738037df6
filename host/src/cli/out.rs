//! What commands print.

use std::fmt;
use std::io::Write as _;

/// Prints a line to standard output. A reader that has gone away (`redress tenant list | head -1`) is no error.
pub(super) fn line(text: impl fmt::Display) {
    let _ = writeln!(std::io::stdout().lock(), "{text}");
}
