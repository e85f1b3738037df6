//! The typesetter alone, for tests and tools that have no server binary at hand.

use std::process::ExitCode;

fn main() -> ExitCode {
    redress_print::print_child(std::env::args_os().skip(1))
}
