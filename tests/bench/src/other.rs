//! Other processes: this program in another role, and what the system says of a process.

use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, ensure};
use redress_tests::load::{Plan, Report};

/// Runs a plan in a process of its own.
pub(crate) fn load(plan: &Plan) -> Result<Report> {
    let mut child = Command::new(std::env::current_exe()?).arg("load").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    serde_json::to_writer(child.stdin.take().context("its input")?, plan)?;
    let output = child.wait_with_output()?;
    ensure!(output.status.success(), "the load generator failed: {}", output.status);
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// This program in another role, until the value is dropped.
pub(crate) struct Role(Child);

impl Role {
    /// Starts it; it prints one line when it is ready, which is returned.
    pub(crate) fn start(role: &str) -> Result<(Self, String)> {
        let mut child = Command::new(std::env::current_exe()?).arg(role).stdout(Stdio::piped()).spawn()?;
        let output = child.stdout.take().context("its output")?;
        let mut line = String::new();
        std::io::BufRead::read_line(&mut std::io::BufReader::new(output), &mut line)?;
        Ok((Self(child), line.trim().to_owned()))
    }
}

impl Drop for Role {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Resident memory of a process in MiB.
pub(crate) fn resident_mib(pid: u32) -> Result<u64> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("no VmRSS")?;
    let kib: u64 = line.trim().trim_end_matches("kB").trim().parse()?;
    Ok(kib / 1024)
}
