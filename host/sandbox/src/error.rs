//! What can go wrong around rules. What goes wrong inside one is an [`redress_domain::decision::Outcome`], not an error.

use std::path::PathBuf;

use serde::Serialize;

/// The sandbox itself could not be set up or could not do its work. Never the fault of an uploaded component.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The engine refused its settings.
    #[error("the WebAssembly engine cannot start: {0}")]
    Engine(#[source] wasmtime::Error),
    /// The thread that moves the engine's clock cannot be started.
    #[error("the sandbox's clock thread cannot start: allow the process more threads")]
    Clock(#[source] std::io::Error),
    /// A file of the artefact cache cannot be read or written.
    #[error("cannot {doing} {path}: check that the directory belongs to the server's user and has room")]
    Cache {
        /// What was tried.
        doing: &'static str,
        /// With which file or directory.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// The process that compiles cannot be started or talked to.
    #[error("cannot run the compiler process {program}: check `compile_command`")]
    Compiler {
        /// Program that was to run.
        program: PathBuf,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// The compiler process ended in a way that says nothing about the component.
    #[error("the compiler process {program} failed: {message}")]
    CompilerFailed {
        /// Program that ran.
        program: PathBuf,
        /// What it printed.
        message: String,
    },
    /// No instance was free.
    #[error("no sandbox was free; try again")]
    Busy,
    /// A thread of the runtime stopped or panicked.
    #[error("a sandbox task ended before its answer")]
    TaskLost,
}

/// One thing wrong with an uploaded component.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Stable name, for example `forbidden_import`.
    pub code: &'static str,
    /// What is wrong, where, and what to change.
    pub message: String,
    /// Byte offset in the upload, when the finding has a place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset: Option<u64>,
}

impl Finding {
    pub(crate) fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), offset: None }
    }

    pub(crate) fn at(code: &'static str, offset: usize, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), offset: Some(offset as u64) }
    }
}

/// Why a component was not admitted.
#[derive(Debug, thiserror::Error)]
pub enum AdmitError {
    /// The component is at fault: every finding, in the order of the checks.
    #[error("the component was not admitted: {}", .0.iter().map(|f| f.message.as_str()).collect::<Vec<_>>().join("; "))]
    Rejected(Vec<Finding>),
    /// The host is at fault; the same upload may pass later.
    #[error(transparent)]
    Infra(#[from] Error),
}

/// Why a rule could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// Nobody has bytes of this digest any more.
    #[error("the bytes of component {0} are gone")]
    Missing(redress_domain::Digest),
    /// The bytes are not the ones the digest names.
    #[error("the stored bytes of component {expected} have digest {found}: restore them from a backup")]
    Altered {
        /// Digest that was asked for.
        expected: redress_domain::Digest,
        /// Digest of what was found.
        found: redress_domain::Digest,
    },
    /// The place that keeps the bytes failed.
    #[error("the bytes of component {digest} cannot be read")]
    Bytes {
        /// Digest that was asked for.
        digest: redress_domain::Digest,
        /// What that place said.
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The component was admitted once, but this engine does not take it.
    #[error("component {digest} no longer loads: {}", findings.iter().map(|f| f.message.as_str()).collect::<Vec<_>>().join("; "))]
    Rejected {
        /// Digest that was asked for.
        digest: redress_domain::Digest,
        /// Why not.
        findings: Vec<Finding>,
    },
    /// The host is at fault.
    #[error(transparent)]
    Infra(#[from] Error),
}

/// All permits were taken for too long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("all sandboxes are busy: try again in a moment")]
pub struct Busy;
