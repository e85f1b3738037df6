//! The `redress` command. Everything it does lives in the library, so that tests reach it without a process.

use std::process::ExitCode;

/// Requests make many short-lived strings; mimalloc frees them on the thread that made them.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    redress::cli::main()
}
