//! The server's side of a compilation: feeds the compiler process, waits, and kills it when it takes too long.

use std::process::{ExitStatus, Stdio};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::Command;

use super::REFUSED;
use crate::error::{AdmitError, Error, Finding};
use crate::options::SandboxOptions;

/// Compiles `wasm` in a child process.
pub(crate) async fn compile(options: &SandboxOptions, wasm: &[u8]) -> Result<Vec<u8>, AdmitError> {
    let limits = &options.limits;
    let (program, arguments) = &options.compile_command;
    let lost = |source| Error::Compiler { program: program.clone(), source };
    let mut child = Command::new(program)
        .args(arguments)
        .arg(limits.compile_cpu_seconds.to_string())
        .arg(limits.compile_memory_bytes.to_string())
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .map_err(lost)?;
    let mut stdin = child.stdin.take().expect("stdin is piped above");
    let stdout = child.stdout.take().expect("stdout is piped above");
    let stderr = child.stderr.take().expect("stderr is piped above");

    let work = async {
        let feed = async {
            // A compiler that gave up early closes the pipe; its exit code says why.
            let _ = stdin.write_all(wasm).await;
            drop(stdin);
        };
        let mut artefact = Vec::new();
        let mut complaint = Vec::new();
        let mut stdout = stdout.take(limits.artefact_bytes as u64 + 1);
        let mut stderr = stderr.take(16 << 10);
        let ((), read, told) = tokio::join!(feed, stdout.read_to_end(&mut artefact), stderr.read_to_end(&mut complaint));
        read.and(told).map_err(lost)?;
        // Beyond the size limit nobody reads on, and the child would wait for ever.
        if artefact.len() > limits.artefact_bytes {
            child.start_kill().map_err(lost)?;
        }
        let status = child.wait().await.map_err(lost)?;
        Ok::<_, Error>((status, artefact, String::from_utf8_lossy(&complaint).trim().to_owned()))
    };
    // On time-out the child is dropped with the future, which kills it.
    let Ok(done) = tokio::time::timeout(limits.compile_wall, work).await else {
        let seconds = limits.compile_wall.as_secs();
        return Err(rejected("compile_timeout", format!("the component takes longer than {seconds} s to compile: make it smaller")));
    };
    let (status, artefact, complaint) = done?;
    if artefact.len() > limits.artefact_bytes {
        let most = limits.artefact_bytes;
        return Err(rejected(
            "artefact_too_large",
            format!("the component compiles to more than {most} bytes of native code: make it smaller"),
        ));
    }
    match status.code() {
        Some(0) => Ok(artefact),
        Some(code) if code == i32::from(REFUSED) => {
            Err(rejected("compile_failed", format!("the component cannot be compiled: {complaint}")))
        }
        // A signal or an abort after start: the limits on memory and processor time end a compiler this way.
        _ if ran_dry(status) => Err(rejected(
            "compile_limit",
            format!(
                "compiling the component took more than {} bytes of memory or {} s of processor time: make it smaller",
                limits.compile_memory_bytes, limits.compile_cpu_seconds
            ),
        )),
        _ => Err(Error::CompilerFailed { program: program.clone(), message: format!("{status}: {complaint}") }.into()),
    }
}

fn rejected(code: &'static str, message: String) -> AdmitError {
    AdmitError::Rejected(vec![Finding::new(code, message)])
}

/// True when a signal ended the process: SIGXCPU and SIGKILL at the processor limit, SIGABRT or SIGSEGV when memory ran out.
fn ran_dry(status: ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt as _;
    status.signal().is_some()
}
