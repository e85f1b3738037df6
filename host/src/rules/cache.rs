//! Keeps one snapshot per tenant and replaces it when it is old.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use parking_lot::RwLock;
use redress_domain::Digest;
use redress_domain::Timestamp;
use redress_domain::binding::Binding;
use redress_domain::id::{PluginId, TenantId, UserId};
use redress_domain::plan::Plan;
use redress_domain::rule::Desk;
use redress_domain::usage::Purpose;
use redress_sandbox::{Busy, Call, Sandbox};
use redress_store::{Store, usage};
use tokio::sync::Semaphore;

use super::breaker::Breakers;
use super::counters::Counters;
use super::drawings::{DrawingError, Drawings};
use super::load;
use super::meter::Meter;
use super::snapshot::Snapshot;

/// Age at which a snapshot is replaced in the background.
const SOFT: Duration = Duration::from_secs(1);
/// Age beyond which nobody may use a snapshot.
const HARD: Duration = Duration::from_secs(3);

/// Why a tenant's rules cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum RulesError {
    /// The database failed.
    #[error(transparent)]
    Store(#[from] redress_store::Error),
    /// There is no such tenant.
    #[error("there is no tenant {0}: it was deleted, or the id belongs to another installation")]
    NoTenant(TenantId),
}

/// Snapshots of all tenants this process works for. Cheap to clone.
#[derive(Clone)]
pub struct RuleCache {
    inner: Arc<Inner>,
}

struct Inner {
    store: Store,
    sandbox: Arc<Sandbox>,
    plans: BTreeMap<String, Plan>,
    mail: bool,
    meter: Meter,
    tenants: RwLock<HashMap<TenantId, Arc<Shelf>>>,
}

#[derive(Default)]
struct Shelf {
    kept: RwLock<Option<Kept>>,
    /// Counts invalidations, so that a load that began before one is not kept.
    generation: AtomicU64,
    /// One load at a time; the others wait for its result.
    loading: Arc<tokio::sync::Mutex<()>>,
    /// Texts that are known to be in the shared blobs: configurations and constant questions.
    blobs: RwLock<HashSet<Digest>>,
    counters: Counters,
    breakers: Breakers,
    drawings: Drawings,
    /// Sandboxes that the tenant may hold at once, and the share this was made for.
    places: RwLock<Option<(u8, Arc<Semaphore>)>>,
}

#[derive(Clone)]
struct Kept {
    snapshot: Arc<Snapshot>,
    loaded: Instant,
}

impl RuleCache {
    /// An empty cache, for the operator's plans; `mail` when there is a server that takes mail.
    pub fn new(store: Store, sandbox: Arc<Sandbox>, plans: BTreeMap<String, Plan>, mail: bool) -> Self {
        Self { inner: Arc::new(Inner { store, sandbox, plans, mail, meter: Meter::default(), tenants: RwLock::default() }) }
    }

    /// The tenant's rules: at most three seconds old, and never older than the last [`Self::invalidate`] of this process.
    ///
    /// # Errors
    /// When they must be read and the database fails, or the tenant does not exist.
    pub async fn get(&self, tenant: TenantId) -> Result<Arc<Snapshot>, RulesError> {
        let slot = self.slot(tenant);
        let kept = slot.kept.read().clone();
        match kept {
            Some(kept) if kept.loaded.elapsed() < SOFT => Ok(kept.snapshot),
            Some(kept) if kept.loaded.elapsed() < HARD => {
                self.refresh_behind(tenant, &slot);
                Ok(kept.snapshot)
            }
            _ => self.load(tenant, &slot).await,
        }
    }

    /// Forgets a tenant's snapshot: call it after every write to bindings, parameters, roles, users, queues or webhooks.
    pub fn invalidate(&self, tenant: TenantId) {
        let slot = self.slot(tenant);
        slot.generation.fetch_add(1, Ordering::SeqCst);
        *slot.kept.write() = None;
    }

    /// True when a text is known to be in the tenant's shared blobs, so that it need not be written again.
    pub fn has_blob(&self, tenant: TenantId, digest: &Digest) -> bool {
        self.slot(tenant).blobs.read().contains(digest)
    }

    /// Notes texts that a committed transaction wrote. Only for texts that many decisions share.
    pub fn note_blobs(&self, tenant: TenantId, digests: impl IntoIterator<Item = Digest>) {
        self.slot(tenant).blobs.write().extend(digests);
    }

    /// The next ticket number.
    ///
    /// # Errors
    /// When a new block of numbers cannot be reserved.
    pub async fn next_number(&self, tenant: TenantId) -> Result<i64, RulesError> {
        Ok(self.slot(tenant).counters.next_number(&self.inner.store, tenant).await?)
    }

    /// The desk for one routing question.
    pub fn take_turn(&self, snapshot: &Snapshot) -> Arc<Desk> {
        self.slot(snapshot.tenant.id).counters.take_turn(&snapshot.desk)
    }

    /// The desk as it is, without taking a turn.
    pub fn desk(&self, snapshot: &Snapshot) -> Arc<Desk> {
        self.slot(snapshot.tenant.id).counters.desk(&snapshot.desk)
    }

    /// Runs a piece of work that calls rules of one tenant, on a thread of the sandbox. A tenant that holds its share already
    /// waits for its own work, and not the others for it.
    ///
    /// # Errors
    /// [`Busy`] when no place came free in time.
    pub async fn run<T: Send + 'static>(&self, snapshot: &Snapshot, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Busy> {
        let places = self.places(snapshot);
        let patience = self.inner.sandbox.patience();
        let place = match Arc::clone(&places).try_acquire_owned() {
            Ok(place) => place,
            Err(_) => tokio::time::timeout(patience, places.acquire_owned()).await.map_err(|_| Busy)?.map_err(|_| Busy)?,
        };
        // The place goes with the work: a caller who hangs up does not end the rule, and must not make room for another.
        let work = move || {
            let _place = place;
            work()
        };
        self.inner.sandbox.run(work).await
    }

    /// Sandboxes that a tenant may hold at once, at least one.
    pub fn places_of(&self, snapshot: &Snapshot) -> usize {
        (self.inner.sandbox.permits() * usize::from(snapshot.plan.share_percent.clamp(1, 100))).div_ceil(100).max(1)
    }

    fn places(&self, snapshot: &Snapshot) -> Arc<Semaphore> {
        let (slot, share) = (self.slot(snapshot.tenant.id), snapshot.plan.share_percent);
        if let Some((made_for, places)) = slot.places.read().as_ref()
            && *made_for == share
        {
            return Arc::clone(places);
        }
        let places = Arc::new(Semaphore::new(self.places_of(snapshot)));
        *slot.places.write() = Some((share, Arc::clone(&places)));
        places
    }

    /// Counts what a call used.
    pub fn meter(&self, tenant: TenantId, plugin: PluginId, purpose: Purpose, at: Timestamp, call: &Call) {
        self.inner.meter.note(tenant, plugin, purpose, at, call);
    }

    /// Writes down what calls used since the last time. What cannot be written now is kept for the next time.
    pub async fn write_usage(&self) {
        for (tenant, used) in self.inner.meter.take() {
            let rows = used.clone();
            let store = self.inner.store.tenant(tenant);
            let written = store.write(move |tx| Box::pin(async move { usage::add(tx, &rows).await })).await;
            if let Err(error) = written {
                tracing::warn!(tenant.id = %tenant, %error, "what rule calls used was not written down; it is tried again");
                self.inner.meter.give_back(tenant, used);
            }
        }
    }

    /// True unless the bound rule failed so often that it is not asked for now.
    pub fn admits(&self, tenant: TenantId, binding: &Binding) -> bool {
        self.slot(tenant).breakers.admits((binding.id, binding.version), Instant::now())
    }

    /// Notes how a call of a bound rule ended. True when it will not be asked for a while.
    pub fn note_call(&self, tenant: TenantId, binding: &Binding, ok: bool) -> bool {
        self.slot(tenant).breakers.note((binding.id, binding.version), ok, Instant::now())
    }

    /// A published workflow of the tenant, ready to run.
    ///
    /// # Errors
    /// When there is no such edition, it cannot be used, or the database fails.
    pub async fn flow(&self, tenant: TenantId, key: &str, edition: u32) -> Result<Arc<redress_flow::Flow>, DrawingError> {
        self.slot(tenant).drawings.flow(&self.inner.store, tenant, key, edition).await
    }

    /// A published form of the tenant, ready to fill in.
    ///
    /// # Errors
    /// When there is no such edition, it cannot be used, or the database fails.
    pub async fn form(&self, tenant: TenantId, key: &str, edition: u32) -> Result<Arc<redress_forms::Form>, DrawingError> {
        self.slot(tenant).drawings.form(&self.inner.store, tenant, key, edition).await
    }

    /// Counts a ticket that a person got.
    pub fn assigned(&self, tenant: TenantId, user: UserId) {
        self.slot(tenant).counters.assigned(user);
    }

    fn slot(&self, tenant: TenantId) -> Arc<Shelf> {
        if let Some(slot) = self.inner.tenants.read().get(&tenant) {
            return Arc::clone(slot);
        }
        Arc::clone(self.inner.tenants.write().entry(tenant).or_default())
    }

    fn refresh_behind(&self, tenant: TenantId, slot: &Arc<Shelf>) {
        // Whoever comes while it is loaded goes on with what is there.
        let Ok(turn) = Arc::clone(&slot.loading).try_lock_owned() else { return };
        let (cache, slot) = (self.clone(), Arc::clone(slot));
        tokio::spawn(async move {
            if let Err(error) = cache.replace(tenant, &slot).await {
                tracing::warn!(tenant.id = %tenant, %error, "rules of {tenant} were not refreshed");
            }
            drop(turn);
        });
    }

    async fn load(&self, tenant: TenantId, slot: &Shelf) -> Result<Arc<Snapshot>, RulesError> {
        let waited = Instant::now();
        let _turn = slot.loading.lock().await;
        if let Some(kept) = slot.kept.read().as_ref()
            && kept.loaded > waited
        {
            return Ok(Arc::clone(&kept.snapshot));
        }
        self.replace(tenant, slot).await
    }

    /// Reads a new snapshot; the caller holds `loading`.
    async fn replace(&self, tenant: TenantId, slot: &Shelf) -> Result<Arc<Snapshot>, RulesError> {
        loop {
            let (begun, generation) = (Instant::now(), slot.generation.load(Ordering::SeqCst));
            let Inner { store, sandbox, plans, mail, .. } = &*self.inner;
            let snapshot = Arc::new(load::snapshot(store, sandbox, tenant, plans, *mail).await?);
            let mut kept = slot.kept.write();
            // Somebody wrote while this was read: it may lack what they wrote.
            if slot.generation.load(Ordering::SeqCst) == generation {
                slot.counters.refresh(&snapshot.desk);
                *kept = Some(Kept { snapshot: Arc::clone(&snapshot), loaded: begun });
                return Ok(snapshot);
            }
        }
    }
}
