//! The typesetter: limits itself, reads an order, writes a paper.

use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::process::ExitCode;

use rustix::process::{Resource, Rlimit, nice, setrlimit};

use super::{Note, Order, REFUSED};
use crate::fonts;
use crate::typeset::typeset;

/// Body of the hidden `print-paper` command of every binary that hosts a [`crate::Printer`]: `args` are the processor seconds
/// and the bytes of address space it may use. Reads the order from standard input and writes to standard output: a line about
/// the paper and the paper (exit 0), or the findings that stop it (exit 3). Exits 1 when it was called wrongly or cannot work.
pub fn print_child(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let mut args = args.into_iter().map(|arg| arg.to_str().and_then(|text| text.parse::<u64>().ok()));
    let (Some(Some(cpu_seconds)), Some(Some(memory_bytes))) = (args.next(), args.next()) else {
        return fail("usage: print-paper CPU_SECONDS MEMORY_BYTES < order > paper");
    };
    match run(cpu_seconds, memory_bytes) {
        Ok(code) => code,
        Err(error) => fail(&error.to_string()),
    }
}

fn run(cpu_seconds: u64, memory_bytes: u64) -> io::Result<ExitCode> {
    for (resource, limit) in [(Resource::Cpu, cpu_seconds), (Resource::As, memory_bytes), (Resource::Core, 0), (Resource::Fsize, 0)] {
        limit_to(resource, limit)?;
    }
    // Live tickets go first.
    nice(10)?;
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    let Order { job, faces, family } = serde_json::from_slice(&bytes)?;
    let fonts = fonts::load(&faces).map_err(io::Error::other)?;
    // The template has no way to ask for a file; were there one after all, the system would refuse it.
    limit_to(Resource::Nofile, 0)?;
    let mut out = io::stdout().lock();
    let code = match typeset(&job, fonts, &family) {
        Ok(printed) => {
            serde_json::to_writer(&mut out, &Note { pages: printed.pages, warnings: printed.warnings })?;
            out.write_all(b"\n")?;
            out.write_all(&printed.pdf)?;
            ExitCode::SUCCESS
        }
        Err(findings) => {
            serde_json::to_writer(&mut out, &findings)?;
            ExitCode::from(REFUSED)
        }
    };
    out.flush()?;
    Ok(code)
}

fn limit_to(resource: Resource, limit: u64) -> io::Result<()> {
    Ok(setrlimit(resource, Rlimit { current: Some(limit), maximum: Some(limit) })?)
}

fn fail(message: &str) -> ExitCode {
    // Nobody is left to tell when standard error is gone.
    let _ = writeln!(io::stderr(), "{message}");
    ExitCode::FAILURE
}
