//! Runs past decisions again as they were and counts where they leave the recorded path.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::Duration;

use parking_lot::Mutex;
use redress_domain::Digest;
use redress_domain::id::{DecisionId, TenantId};
use redress_domain::job::{Job, JobState};
use redress_sandbox::{LoadError, Recorded, Replay, Rule};
use redress_store::decision::{self, Range};
use redress_store::{Error as StoreError, TenantTx};
use serde_json::{Value, json};

use super::fold::{self, Gather, Page};
use super::spec::ReplaySpec;
use crate::app::App;
use crate::rules;
use crate::workflow::Error;
use crate::workflow::decision::{Full, full, recorded};

/// Examples kept of each kind of divergence.
const EXAMPLES: usize = 10;

/// Rules by digest, with why they cannot be had.
type Loaded = Arc<Mutex<HashMap<Digest, Result<Arc<Rule>, String>>>>;

pub(super) async fn run(app: &App, tenant: TenantId, mut job: Job) -> Result<(), Error> {
    let spec: ReplaySpec = serde_json::from_value(job.spec.clone())
        .map_err(|error| Error::invalid("invalid", "/spec", format!("the job was stored by another version: {error}")))?;
    let (range, limit) = (spec.past.range(spec.hook), spec.past.limit.unwrap_or(u64::MAX));
    let (store, counted) = (app.store.tenant(tenant), range.clone());
    job.total = store.read(move |tx| Box::pin(async move { decision::count_past(tx, &counted).await })).await?.min(limit);
    if !fold::note(app, tenant, &job).await? {
        return fold::end(app, tenant, job, JobState::Cancelled).await;
    }
    let slug = app.rules.get(tenant).await?.tenant.slug.clone();
    let loaded = Loaded::default();
    let read = |after: Option<DecisionId>, size: u32| {
        let (store, range, loaded) = (store.clone(), range.clone(), Arc::clone(&loaded));
        async move {
            let page = store.read(move |tx| Box::pin(read(tx, range, after, size))).await?;
            for found in page.items.iter().filter_map(|(_, found)| found.as_ref().ok()) {
                load(app, &loaded, found.decision.plugin_digest).await?;
            }
            Ok(page)
        }
    };
    let rules = Arc::clone(&loaded);
    fold::fold(app, tenant, job, limit, read, move |(id, found), counts: &mut Counts| match found {
        Ok(full) => replay_one(&rules, &slug, full, counts),
        Err(why) => counts.unreadable(id, &why),
    })
    .await
}

/// A page of decisions with all that they were asked, from one snapshot. One whose record cannot be read is what replays are
/// there to find.
async fn read(
    tx: &mut TenantTx,
    range: Range,
    after: Option<DecisionId>,
    size: u32,
) -> Result<Page<(DecisionId, Result<Full, String>)>, Error> {
    let ids: Vec<DecisionId> = decision::scan(tx, &range, after, size).await?.iter().map(decision::Past::id).collect();
    let mut items = Vec::with_capacity(ids.len());
    for id in &ids {
        let found = match full(tx, *id).await {
            Err(error @ (Error::NotFound { .. } | Error::Store(StoreError::Corrupt { .. }))) => Err(error.to_string()),
            found => Ok(found?),
        };
        items.push((*id, found));
    }
    Ok(Page { items, last: ids.last().copied() })
}

/// Loads a rule once. One whose bytes are gone is part of the report; a host that fails is not.
async fn load(app: &App, loaded: &Loaded, digest: Digest) -> Result<(), Error> {
    if loaded.lock().contains_key(&digest) {
        return Ok(());
    }
    let rule = match rules::rule(&app.store, &app.sandbox, digest).await {
        Ok(rule) => Ok(rule),
        Err(LoadError::Infra(error)) => return Err(Error::Sandbox(error)),
        Err(error) => Err(error.to_string()),
    };
    loaded.lock().insert(digest, rule);
    Ok(())
}

fn replay_one(rules: &Loaded, tenant: &str, full: Full, counts: &mut Counts) {
    counts.decisions += 1;
    let id = full.decision.id;
    if !full.decision.outcome.is_deterministic() {
        counts.skipped += 1;
        return;
    }
    let rule = rules.lock().get(&full.decision.plugin_digest).cloned();
    let replay = match rule {
        Some(Ok(rule)) => {
            let recorded: Recorded = recorded(full, tenant.to_owned());
            rule.replay(&recorded)
        }
        Some(Err(why)) => Replay::missing_artefact(why),
        None => Replay::missing_artefact("it was not loaded".to_owned()),
    };
    counts.identical += u64::from(replay.identical);
    for divergence in replay.divergences {
        let kind = serde_json::to_value(divergence.kind).ok().and_then(|kind| kind.as_str().map(str::to_owned)).unwrap_or_default();
        counts.note(kind, id, &divergence.detail);
    }
}

/// What many replays showed.
#[derive(Default)]
struct Counts {
    decisions: u64,
    identical: u64,
    skipped: u64,
    kinds: BTreeMap<String, (u64, Vec<Value>)>,
}

impl Counts {
    fn note(&mut self, kind: String, id: DecisionId, detail: &str) {
        let (count, examples) = self.kinds.entry(kind).or_default();
        *count += 1;
        if examples.len() < EXAMPLES {
            examples.push(json!({ "decision": id, "detail": detail }));
        }
    }

    fn unreadable(&mut self, id: DecisionId, why: &str) {
        self.decisions += 1;
        self.note("unreadable".to_owned(), id, why);
    }
}

impl Gather for Counts {
    fn done(&self) -> u64 {
        self.decisions
    }

    fn merge(&mut self, other: Self) {
        self.decisions += other.decisions;
        self.identical += other.identical;
        self.skipped += other.skipped;
        for (kind, (count, examples)) in other.kinds {
            let mine = self.kinds.entry(kind).or_default();
            mine.0 += count;
            let room = EXAMPLES - mine.1.len();
            mine.1.extend(examples.into_iter().take(room));
        }
    }

    fn report(&self, elapsed: Duration) -> Value {
        let kinds: Vec<Value> =
            self.kinds.iter().map(|(kind, (count, examples))| json!({ "kind": kind, "decisions": count, "examples": examples })).collect();
        json!({
            "decisions": self.decisions, "identical": self.identical, "skipped": self.skipped, "divergences": kinds,
            "elapsed_ms": u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX),
        })
    }
}
