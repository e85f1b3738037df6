//! The sandbox as the server sees it: components come in, rules come out.

use std::sync::{Arc, OnceLock};

use redress_domain::Digest;
use redress_domain::plugin::Capability;
use redress_domain::rule::Hook;
use tokio::sync::Semaphore;
use wasmtime::Engine;
use wasmtime::component::{Component, Linker};

use crate::admit;
use crate::artefact::Artefacts;
use crate::compile::compile;
use crate::engine;
use crate::error::{AdmitError, Busy, Error, Finding, LoadError};
use crate::imports;
use crate::lanes::Lanes;
use crate::options::{Limits, SandboxOptions};
use crate::rule::Rule;
use crate::shelf::Shelf;
use crate::state::CallState;

/// The engine, its artefacts and the rules that are loaded. One per process.
pub struct Sandbox {
    pub(crate) options: SandboxOptions,
    pub(crate) engine: Engine,
    pub(crate) linker: Linker<CallState>,
    pub(crate) limits: Arc<Limits>,
    artefacts: Arc<Artefacts>,
    shelf: Shelf,
    permits: Arc<Semaphore>,
    compilers: Semaphore,
    lanes: Lanes,
    most: usize,
}

/// What a component that was let in says of itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Admitted {
    /// SHA-256 of the bytes: the name to [`Sandbox::load`] it by.
    pub digest: Digest,
    /// Bytes of the component.
    pub size: u64,
    /// Name, version, description and SDK.
    pub info: Info,
    /// Hooks it exports, at least one.
    pub hooks: Vec<Hook>,
    /// What it may ever ask, by its imports and hooks.
    pub asks: Vec<Capability>,
    /// JSON Schema (2020-12) of its configuration.
    pub config_schema: serde_json::Value,
}

/// What `plugin.describe` answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Info {
    /// Lower-case name with hyphens.
    pub name: String,
    /// Semantic version.
    pub version: String,
    /// One line for the merchant.
    pub description: String,
    /// SDK that built it.
    pub sdk: String,
}

impl Sandbox {
    /// Starts the engine and opens the artefact directory.
    ///
    /// # Errors
    /// [`Error::Engine`] when the processor or the system cannot run it, [`Error::Cache`] when the directory cannot be used.
    pub fn new(options: SandboxOptions) -> Result<Arc<Self>, Error> {
        let permits = match options.permits {
            0 => 2 * std::thread::available_parallelism().map_or(1, usize::from),
            permits => permits,
        };
        let slots = match options.slots {
            0 => u32::try_from(4 * permits).unwrap_or(u32::MAX).max(32),
            slots => slots,
        };
        let engine = engine::start(slots, &options.limits)?;
        engine::start_ticker(&engine).map_err(Error::Clock)?;
        let linker = imports::linker(&engine)?;
        let artefacts = Artefacts::open(&options.cache_dir, engine::artefact_profile(&engine), options.mac_key)?;
        Ok(Arc::new(Self {
            linker,
            limits: Arc::new(options.limits.clone()),
            artefacts: Arc::new(artefacts),
            shelf: Shelf::new(options.loaded_bytes),
            permits: Arc::new(Semaphore::new(permits)),
            compilers: Semaphore::new(std::thread::available_parallelism().map_or(1, usize::from)),
            lanes: Lanes::new(),
            most: permits,
            engine,
            options,
        }))
    }

    /// Engine settings that fuel and answers depend on, for example `wasmtime-48.0.8/p1`.
    pub const fn profile() -> &'static str {
        engine::PROFILE
    }

    /// Limits every call runs under.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// How many pieces of work [`Sandbox::run`] runs at once.
    pub fn permits(&self) -> usize {
        self.most
    }

    /// How long [`Sandbox::run`] waits for one of them to end.
    pub fn patience(&self) -> std::time::Duration {
        self.options.patience
    }

    /// Number of rules in memory.
    pub fn loaded(&self) -> usize {
        self.shelf.len()
    }

    /// Examines an uploaded component, compiles it, starts it once and asks who it is. Afterwards it is loaded.
    ///
    /// # Errors
    /// [`AdmitError::Rejected`] with every finding when the component is at fault, [`AdmitError::Infra`] otherwise.
    pub async fn admit(self: &Arc<Self>, bytes: Vec<u8>) -> Result<Admitted, AdmitError> {
        admit::admit(self, bytes).await
    }

    /// The rule with this digest: from memory, else from the artefact on disk, else compiled from the bytes that `bytes`
    /// fetches. Any number of callers load it once.
    ///
    /// # Errors
    /// See [`LoadError`]; only [`LoadError::Missing`] and [`LoadError::Altered`] are final.
    pub async fn load<F, E>(self: &Arc<Self>, digest: Digest, bytes: impl FnOnce() -> F) -> Result<Arc<Rule>, LoadError>
    where
        F: Future<Output = Result<Option<Vec<u8>>, E>>,
        E: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        if let Some(rule) = self.shelf.get(&digest) {
            return Ok(rule);
        }
        let gate = self.shelf.gate(&digest);
        let _alone = gate.lock().await;
        if let Some(rule) = self.ready(digest).await? {
            return Ok(rule);
        }
        let bytes = bytes().await.map_err(|source| LoadError::Bytes { digest, source: source.into() })?;
        let bytes = bytes.ok_or(LoadError::Missing(digest))?;
        let found = Digest::of(&bytes);
        if found != digest {
            return Err(LoadError::Altered { expected: digest, found });
        }
        self.build(digest, &bytes).await.map_err(|error| match error {
            AdmitError::Rejected(findings) => LoadError::Rejected { digest, findings },
            AdmitError::Infra(error) => LoadError::Infra(error),
        })
    }

    /// Runs a piece of blocking work that calls rules, for example all hooks of one event, on its own thread under one permit.
    /// Work that takes long goes on at a lower priority.
    ///
    /// # Errors
    /// [`Busy`] when no permit came free in time, or when `work` panicked.
    pub async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Busy> {
        let permits = Arc::clone(&self.permits);
        let permit = match Arc::clone(&permits).try_acquire_owned() {
            Ok(permit) => permit,
            Err(_) => tokio::time::timeout(self.options.patience, permits.acquire_owned()).await.map_err(|_| Busy)?.map_err(|_| Busy)?,
        };
        let (tell, told) = tokio::sync::oneshot::channel();
        let started = self.lanes.start(move || {
            let done = work();
            // Free before the answer is seen, so that whoever asks again at once finds it free.
            drop(permit);
            let _ = tell.send(done);
        });
        if let Err(error) = started {
            tracing::error!(%error, "no thread for a rule: allow the process more threads");
            return Err(Busy);
        }
        told.await.map_err(|_| {
            tracing::error!("a task in the sandbox panicked");
            Busy
        })
    }

    /// The rule from its artefact on disk, if there is a usable one.
    pub(crate) async fn restore(self: &Arc<Self>, digest: Digest) -> Result<Option<Arc<Rule>>, Error> {
        let sandbox = Arc::clone(self);
        let restored = tokio::task::spawn_blocking(move || {
            let Some((component, weight)) = sandbox.artefacts.load(&sandbox.engine, &digest)? else { return Ok(None) };
            // What linked when it was compiled links again; if not, compiling anew tells why.
            Ok(sandbox.link(digest, &component, weight).ok().map(Arc::new))
        });
        let rule = restored.await.map_err(|_| Error::TaskLost)??;
        if let Some(rule) = &rule {
            self.shelf.put(Arc::clone(rule));
        }
        Ok(rule)
    }

    /// Compiles, keeps the artefact, loads it and puts it on the shelf.
    pub(crate) async fn build(self: &Arc<Self>, digest: Digest, wasm: &[u8]) -> Result<Arc<Rule>, AdmitError> {
        // Compilers take memory and whole cores: no more of them than there are cores, however many uploads come at once.
        let _turn = self.compilers.acquire().await.map_err(|_| Error::TaskLost)?;
        let artefact = compile(&self.options, wasm).await?;
        let sandbox = Arc::clone(self);
        let built = tokio::task::spawn_blocking(move || {
            sandbox.artefacts.put(&digest, &artefact)?;
            let Some((component, weight)) = sandbox.artefacts.load(&sandbox.engine, &digest)? else {
                let message = "its artefact cannot be loaded: is it the same build as the server?".to_owned();
                return Err(Error::CompilerFailed { program: sandbox.options.compile_command.0.clone(), message }.into());
            };
            sandbox.link(digest, &component, weight).map(Arc::new).map_err(AdmitError::Rejected)
        });
        let rule = built.await.map_err(|_| Error::TaskLost)??;
        self.shelf.put(Arc::clone(&rule));
        Ok(rule)
    }

    /// The gate that lets one caller at a time compile a component.
    pub(crate) fn load_gate(&self, digest: &Digest) -> Arc<tokio::sync::Mutex<()>> {
        self.shelf.gate(digest)
    }

    /// The rule from memory or from disk.
    pub(crate) async fn ready(self: &Arc<Self>, digest: Digest) -> Result<Option<Arc<Rule>>, Error> {
        match self.shelf.get(&digest) {
            Some(rule) => Ok(Some(rule)),
            None => self.restore(digest).await,
        }
    }

    /// Connects a component to the host's functions.
    fn link(&self, digest: Digest, component: &Component, weight: usize) -> Result<Rule, Vec<Finding>> {
        let mut findings = admit::fit(component, &self.limits);
        let pre = match self.linker.instantiate_pre(component) {
            Ok(pre) => pre,
            Err(error) => {
                let message = format!("an import does not fit redress:rules 1.0: {}; build against the current WIT", error.root_cause());
                findings.push(Finding::new("wrong_import_type", message));
                return Err(findings);
            }
        };
        match (findings.is_empty(), admit::exports(&pre)) {
            (true, Ok(exports)) => Ok(Rule {
                digest,
                engine: self.engine.clone(),
                pre,
                exports,
                limits: Arc::clone(&self.limits),
                weight,
                schema: OnceLock::new(),
            }),
            (_, Ok(_)) => Err(findings),
            (_, Err(finding)) => {
                findings.push(finding);
                Err(findings)
            }
        }
    }
}
