//! What a sandbox may be told: where it keeps artefacts, how it compiles, how much a rule may use.

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

/// Settings of a [`crate::Sandbox`].
#[derive(Clone)]
pub struct SandboxOptions {
    /// Directory of compiled artefacts; created with mode 0700.
    pub cache_dir: PathBuf,
    /// Key that authenticates artefacts on disk. Whoever knows it and may write `cache_dir` can run native code.
    pub mac_key: [u8; 32],
    /// Program and leading arguments of a process that calls [`crate::compile_child`].
    pub compile_command: (PathBuf, Vec<OsString>),
    /// Hook pipelines that run at the same time in [`crate::Sandbox::run`]; 0 for twice the number of cores.
    pub permits: usize,
    /// How long [`crate::Sandbox::run`] waits for a permit.
    pub patience: Duration,
    /// Instances the pool has room for; 0 for four per permit and at least 32.
    pub slots: u32,
    /// Compiled rules kept in memory, as bytes of native code.
    pub loaded_bytes: usize,
    /// What one call and one upload may use.
    pub limits: Limits,
}

impl SandboxOptions {
    /// Settings with the default limits.
    pub fn new(cache_dir: PathBuf, mac_key: [u8; 32], compile_command: (PathBuf, Vec<OsString>)) -> Self {
        Self {
            cache_dir,
            mac_key,
            compile_command,
            permits: 0,
            patience: Duration::from_secs(5),
            slots: 0,
            loaded_bytes: 2 << 30,
            limits: Limits::default(),
        }
    }
}

/// What one call may do within the limits that hold for all: what its binding was granted and its tenant's plan pays for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowance {
    /// It may look up the customer's past; otherwise look-ups answer `denied`.
    pub history: bool,
    /// It may read external parameters; otherwise there seem to be none.
    pub parameters: bool,
    /// Fuel, when it is less than [`Limits::fuel`].
    pub fuel: Option<u64>,
}

impl Default for Allowance {
    /// Everything, up to the limits.
    fn default() -> Self {
        Self { history: true, parameters: true, fuel: None }
    }
}

/// What one call and one upload may use. All but the clocks are deterministic, so a rule that hits one hits it again in a
/// replay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Fuel of one call, instantiation included: about one unit per WebAssembly operator.
    pub fuel: u64,
    /// Wall time of one call; only a net below the fuel, never a recorded result.
    pub wall: Duration,
    /// Bytes of linear memory, summed over all memories of the component.
    pub memory_bytes: usize,
    /// Elements of one table.
    pub table_elements: usize,
    /// Bytes of log lines and their fields.
    pub log_bytes: usize,
    /// Calls from the rule to the host, log lines included.
    pub host_calls: usize,
    /// Bytes of text in one answer.
    pub output_bytes: usize,
    /// Bytes of an uploaded component.
    pub upload_bytes: usize,
    /// Core modules in a component.
    pub modules: u32,
    /// Functions in all its core modules.
    pub functions: u32,
    /// Smallest size of one linear memory, in bytes.
    pub initial_memory_bytes: u64,
    /// Wall time of a compilation.
    pub compile_wall: Duration,
    /// Processor time of a compilation, in seconds.
    pub compile_cpu_seconds: u64,
    /// Address space of a compilation, in bytes.
    pub compile_memory_bytes: u64,
    /// Bytes of a compiled artefact.
    pub artefact_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            fuel: 100_000_000,
            wall: Duration::from_secs(2),
            memory_bytes: 64 << 20,
            table_elements: 20_000,
            log_bytes: 64 << 10,
            host_calls: 1_000,
            output_bytes: 256 << 10,
            upload_bytes: 24 << 20,
            modules: 64,
            functions: 40_000,
            initial_memory_bytes: 32 << 20,
            compile_wall: Duration::from_mins(5),
            compile_cpu_seconds: 180,
            compile_memory_bytes: 4 << 30,
            artefact_bytes: 128 << 20,
        }
    }
}
