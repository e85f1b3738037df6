//! The compiler process: limits itself, reads WebAssembly, writes native code.

use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::process::ExitCode;

use rustix::process::{Resource, Rlimit, nice, setrlimit};
use wasmtime::Engine;

use super::REFUSED;

/// Body of the hidden `compile-component` command of every binary that hosts a [`crate::Sandbox`]: `args` are the
/// processor seconds and the bytes of address space it may use. Reads the component from standard input and writes the
/// artefact to standard output. Exits 0 when it did, 3 when the component cannot be compiled (the reason is on standard
/// error), 1 when it was called wrongly or cannot work.
pub fn compile_child(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let mut args = args.into_iter().map(|arg| arg.to_str().and_then(|text| text.parse::<u64>().ok()));
    let (Some(Some(cpu_seconds)), Some(Some(memory_bytes))) = (args.next(), args.next()) else {
        return fail("usage: compile-component CPU_SECONDS MEMORY_BYTES < component > artefact");
    };
    match run(cpu_seconds, memory_bytes) {
        Ok(code) => code,
        Err(error) => fail(&error.to_string()),
    }
}

fn run(cpu_seconds: u64, memory_bytes: u64) -> io::Result<ExitCode> {
    for (resource, limit) in [(Resource::Cpu, cpu_seconds), (Resource::As, memory_bytes), (Resource::Core, 0)] {
        setrlimit(resource, Rlimit { current: Some(limit), maximum: Some(limit) })?;
    }
    // Live tickets go first.
    nice(10)?;
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    let engine = Engine::new(&crate::engine::config()).map_err(io::Error::other)?;
    match engine.precompile_component(&bytes) {
        Ok(artefact) => {
            let mut out = io::stdout().lock();
            out.write_all(&artefact)?;
            out.flush()?;
            Ok(ExitCode::SUCCESS)
        }
        Err(error) => {
            writeln!(io::stderr(), "{error:#}")?;
            Ok(ExitCode::from(REFUSED))
        }
    }
}

fn fail(message: &str) -> ExitCode {
    // Nobody is left to tell when standard error is gone.
    let _ = writeln!(io::stderr(), "{message}");
    ExitCode::FAILURE
}
