//! What the server is made of, handed to every handler and worker.

mod key_file;
mod start;

use std::ops::Deref;
use std::sync::Arc;

use metrics_exporter_prometheus::PrometheusHandle;
use redress_domain::id::Entropy;
use redress_domain::receipt::Signer;
use redress_domain::{Clock, Digest};
use redress_print::Printer;
use redress_sandbox::Sandbox;
use redress_store::Store;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::attachments::Attachments;
use crate::clock::SharedEntropy;
use crate::config::Config;
use crate::gateways::Vault;
use crate::http::auth::KeyCache;
use crate::http::portal::Limits;
use crate::live::Live;
use crate::notify::deliver::Courier;
use crate::notify::mail::Mailer;
use crate::rules::RuleCache;
use crate::workflow::{Wake, Workflow};

pub use start::{StartError, database, entropy, printer, sandbox, signer, vault};

/// The server's services. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Services>);

/// Everything shared.
pub struct Services {
    /// Settings.
    pub config: Config,
    /// The database.
    pub store: Store,
    /// Where rules run.
    pub sandbox: Arc<Sandbox>,
    /// Typesets papers.
    pub printer: Printer,
    /// Tenants' rules, loaded.
    pub rules: RuleCache,
    /// Signs receipts.
    pub signer: Arc<Signer>,
    /// Seals tenants' secrets.
    pub vault: Arc<Vault>,
    /// The use cases around tickets.
    pub workflow: Workflow,
    /// Wakes the workers.
    pub wake: Wake,
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub entropy: SharedEntropy,
    /// Keys found lately.
    pub keys: KeyCache,
    /// Digest of the operator's key.
    pub operator_key: Digest,
    /// For outgoing webhooks; keeps connections open between them.
    pub courier: Courier,
    /// Hands mail to the operator's server; `None` when none is set.
    pub mailer: Option<Mailer>,
    /// Files.
    pub attachments: Attachments,
    /// How often customers may ask.
    pub limits: Limits,
    /// Tells those who watch what changes.
    pub live: Live,
    /// What `/metrics` prints; `None` when the process keeps no metrics.
    pub metrics: Option<PrometheusHandle>,
    /// Cancelled when the server begins to stop.
    pub stop: CancellationToken,
    /// Work that is waited for before the process ends.
    pub tasks: TaskTracker,
}

/// What differs between a server, a command and a test.
pub struct Parts {
    /// Settings.
    pub config: Config,
    /// The database.
    pub store: Store,
    /// Where rules run.
    pub sandbox: Arc<Sandbox>,
    /// Typesets papers.
    pub printer: Printer,
    /// Signs receipts.
    pub signer: Arc<Signer>,
    /// Seals tenants' secrets.
    pub vault: Arc<Vault>,
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub entropy: SharedEntropy,
    /// For outgoing webhooks.
    pub courier: Courier,
    /// Hands mail to the operator's server.
    pub mailer: Option<Mailer>,
    /// Files.
    pub attachments: Attachments,
    /// What `/metrics` prints.
    pub metrics: Option<PrometheusHandle>,
    /// The operator's key.
    pub operator_key: String,
}

impl App {
    /// Puts the services together.
    pub fn new(parts: Parts) -> Self {
        let Parts { config, store, sandbox, printer, signer, vault, clock, entropy, courier, mailer, attachments, metrics, operator_key } =
            parts;
        let rules = RuleCache::new(store.clone(), Arc::clone(&sandbox), config.plans.clone(), mailer.is_some());
        let wake = Wake::default();
        let workflow = Workflow {
            store: store.clone(),
            sandbox: Arc::clone(&sandbox),
            rules: rules.clone(),
            clock: Arc::clone(&clock),
            entropy: entropy.clone(),
            wake: wake.clone(),
            portal: Arc::new(config.portal.clone()),
            vault: Arc::clone(&vault),
        };
        Self(Arc::new(Services {
            printer,
            rules,
            signer,
            vault,
            workflow,
            wake,
            keys: KeyCache::new(config.auth.cache_ms),
            operator_key: Digest::of(operator_key.as_bytes()),
            config,
            store,
            sandbox,
            clock,
            entropy,
            courier,
            mailer,
            attachments,
            limits: Limits::default(),
            live: Live::default(),
            metrics,
            stop: CancellationToken::new(),
            tasks: TaskTracker::new(),
        }))
    }
}

impl Services {
    /// A new identifier: `app.new_id(QueueId::generate)`.
    pub fn new_id<T>(&self, generate: impl FnOnce(&dyn Clock, &mut dyn Entropy) -> T) -> T {
        generate(&*self.clock, &mut self.entropy.clone())
    }
}

impl Deref for App {
    type Target = Services;

    fn deref(&self) -> &Services {
        &self.0
    }
}
