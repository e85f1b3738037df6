//! What a file would change, and the change itself, in one transaction.

use std::collections::BTreeSet;

use redress_domain::Timestamp;
use redress_domain::binding::{Binding, BindingMode, Change, RevisionAction, changes};
use redress_domain::id::BindingId;
use redress_domain::parameter::Parameter;
use redress_domain::plugin::Plugin;
use redress_domain::tenant::Tenant;
use redress_domain::timeline::Actor;
use redress_store::{TenantStore, TenantTx, binding, parameter, plugin};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::file::{FORMAT, FileBinding, Present, RulesFile, present};
use super::gate::GoldenChange;
use super::{Note, admit, check, write};
use crate::app::App;
use crate::problem::{Fault, Problem};

/// What happens to one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = RolloutStep)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// It is new.
    Create,
    /// It changes.
    Change,
    /// It goes, because the file does not have it.
    Delete,
}

/// One change that a file makes. What stays as it is is not listed.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PlannedChange {
    /// `binding` or `parameter`.
    what: &'static str,
    /// Its key or code.
    key: String,
    /// What happens to it.
    step: Step,
    /// What differs.
    changes: Vec<Change>,
}

/// A file that was read and checked, ready to be applied.
pub struct Plan {
    changes: Vec<PlannedChange>,
    parameters: Vec<Parameter>,
    gone: Vec<String>,
    bindings: Vec<(Option<Binding>, Binding, Option<String>)>,
    removed: Vec<Binding>,
    golden: Vec<GoldenChange>,
}

impl Plan {
    /// What it changes.
    pub fn changes(&self) -> &[PlannedChange] {
        &self.changes
    }

    /// Golden decisions that would end in another way.
    pub fn golden(&self) -> &[GoldenChange] {
        &self.golden
    }
}

/// Compares a file with what is at work, and checks everything that it would put to work. `prune` also removes what the file
/// does not have.
///
/// # Errors
/// 422 with every fault.
pub async fn plan(app: &App, tenant: &Tenant, file: RulesFile, prune: bool) -> Result<Plan, Problem> {
    if file.redress != FORMAT {
        return Err(Problem::invalid("/redress", format!("this server reads format {FORMAT}, not {}", file.redress)));
    }
    unique("/bindings", "key", file.bindings.iter().map(|binding| binding.key.as_str()))?;
    unique("/parameters", "code", file.parameters.iter().map(|parameter| parameter.code.as_str()))?;
    let names: Vec<String> = file.bindings.iter().map(|binding| binding.plugin.clone()).collect();
    let (present, plugins) = app
        .store
        .tenant(tenant.id)
        .read(move |tx| {
            Box::pin(async move {
                let present = present(tx).await?;
                let mut plugins = Vec::with_capacity(names.len());
                for (place, name) in names.iter().enumerate() {
                    plugins.push(named(tx, place, name).await?);
                }
                Ok::<_, Problem>((present, plugins))
            })
        })
        .await?;
    let mut plan = Plan {
        changes: Vec::new(),
        parameters: Vec::new(),
        gone: Vec::new(),
        bindings: Vec::new(),
        removed: Vec::new(),
        golden: Vec::new(),
    };
    let kept = (file.bindings.iter().map(|one| one.key.clone()).collect(), file.parameters.iter().map(|one| one.code.clone()).collect());
    for (place, wanted) in file.parameters.into_iter().enumerate() {
        let code = wanted.code.clone();
        let wanted = wanted.body.check(code).map_err(|problem| problem.below(&format!("/parameters/{place}")))?;
        plan.parameter(&present, wanted);
    }
    for ((place, wanted), plugin) in file.bindings.into_iter().enumerate().zip(plugins) {
        plan.binding(app, tenant, &present, place, wanted, &plugin).await?;
    }
    if prune {
        plan.prune(&present, &kept);
    }
    // Candidates come after what they replace.
    plan.bindings.sort_by_key(|(_, binding, _)| binding.mode != BindingMode::Active);
    Ok(plan)
}

impl Plan {
    fn parameter(&mut self, present: &Present, wanted: Parameter) {
        let before = present.parameters.iter().find(|parameter| parameter.code == wanted.code);
        if before == Some(&wanted) {
            return;
        }
        self.note("parameter", &wanted.code, before, Some(&wanted));
        self.parameters.push(wanted);
    }

    async fn binding(
        &mut self,
        app: &App,
        tenant: &Tenant,
        present: &Present,
        place: usize,
        wanted: FileBinding,
        plugin: &Plugin,
    ) -> Result<(), Problem> {
        let below = |problem: Problem| problem.below(&format!("/bindings/{place}"));
        let before = present.bindings.iter().find(|binding| binding.key == wanted.key);
        let shown = before.map(|binding| present.written(binding));
        if shown.as_ref() == Some(&wanted) {
            return Ok(());
        }
        if let Some(before) = before.filter(|before| before.hook != wanted.hook) {
            return Err(below(Problem::invalid("/hook", format!("{} is bound to {}; use another key", wanted.key, before.hook))));
        }
        self.note("binding", &wanted.key, shown.as_ref(), Some(&wanted));
        let replaces = wanted.replaces.clone();
        let id = before.map_or_else(|| app.new_id(BindingId::generate), |before| before.id);
        let binding = Binding {
            id,
            key: wanted.key,
            version: before.map_or(1, |before| before.version),
            hook: wanted.hook,
            plugin: plugin.id,
            config: wanted.config,
            order: wanted.order,
            mode: wanted.mode,
            percent: wanted.percent,
            // One that this file adds is not there yet, and nothing holds it.
            replaces: replaces.as_ref().and_then(|key| present.bindings.iter().find(|base| base.key == *key)).map(|base| base.id),
            guardrails: wanted.guardrails,
            timetable: wanted.timetable,
            grants: wanted.grants,
            fallback: before.and_then(|before| before.fallback),
            enabled: wanted.enabled,
            updated_at: app.clock.now(),
        };
        self.golden.extend(admit(app, tenant, plugin, before, &binding).await.map_err(below)?);
        self.bindings.push((before.cloned(), binding, replaces));
        Ok(())
    }

    fn prune(&mut self, present: &Present, kept: &(BTreeSet<String>, BTreeSet<String>)) {
        for binding in present.bindings.iter().filter(|binding| !kept.0.contains(&binding.key)) {
            self.note("binding", &binding.key, Some(&present.written(binding)), None);
            self.removed.push(binding.clone());
        }
        for parameter in present.parameters.iter().filter(|parameter| !kept.1.contains(&parameter.code)) {
            self.note("parameter", &parameter.code, Some(parameter), None);
            self.gone.push(parameter.code.clone());
        }
    }

    fn note<T: Serialize>(&mut self, what: &'static str, key: &str, before: Option<&T>, after: Option<&T>) {
        let value = |side: Option<&T>| side.and_then(|side| serde_json::to_value(side).ok()).unwrap_or(serde_json::Value::Null);
        let (step, changes) = match (before, after) {
            (None, _) => (Step::Create, Vec::new()),
            (Some(_), None) => (Step::Delete, Vec::new()),
            (Some(_), Some(_)) => (Step::Change, changes(&value(before), &value(after))),
        };
        self.changes.push(PlannedChange { what, key: key.to_owned(), step, changes });
    }

    /// Applies it. Everything or nothing is written.
    ///
    /// # Errors
    /// 422 for what does not fit together; 412 `stale_version` when somebody changed a binding since it was planned.
    pub async fn apply(self, tx: &mut TenantTx, actor: Actor, reason: Option<String>, now: Timestamp) -> Result<(), Problem> {
        let note = || Note { at: now, actor: actor.clone(), action: RevisionAction::Imported, reason: reason.clone() };
        for removed in &self.removed {
            write::remove(tx, removed, note()).await?;
        }
        for code in &self.gone {
            parameter::delete(tx, code).await?;
        }
        for parameter in &self.parameters {
            parameter::upsert(tx, parameter).await?;
        }
        for (before, mut wanted, replaces) in self.bindings {
            wanted.replaces = None;
            if let Some(key) = replaces {
                let base = binding::find_by_key(tx, &key).await?;
                let missing = || Problem::invalid("/bindings", format!("{} replaces '{key}', which is not there", wanted.key));
                wanted.replaces = Some(base.ok_or_else(missing)?.id);
            }
            check::shape(tx, &wanted, now).await.map_err(|problem| problem.below(&format!("/bindings/{}", wanted.key)))?;
            match before {
                Some(before) => write::change(tx, &before, wanted, note()).await.map(drop)?,
                None => write::create(tx, &wanted, note()).await?,
            }
        }
        Ok(())
    }
}

/// Why a rehearsal ends.
enum Curtain {
    /// Everything fits: undo it.
    Fits,
    /// Something does not.
    Refused(Problem),
}

impl<E: Into<Problem>> From<E> for Curtain {
    fn from(error: E) -> Self {
        Self::Refused(error.into())
    }
}

/// Applies a plan and undoes it again, to see everything that only shows when it is written.
///
/// # Errors
/// What [`Plan::apply`] says.
pub async fn rehearse(store: &TenantStore, plan: Plan, actor: Actor, now: Timestamp) -> Result<(), Problem> {
    let played = store.write(move |tx| {
        Box::pin(async move {
            plan.apply(tx, actor, None, now).await?;
            tx.flush().await?;
            Err::<(), _>(Curtain::Fits)
        })
    });
    match played.await {
        Ok(()) | Err(Curtain::Fits) => Ok(()),
        Err(Curtain::Refused(problem)) => Err(problem),
    }
}

async fn named(tx: &mut TenantTx, place: usize, text: &str) -> Result<Plugin, Problem> {
    let found = match text.rsplit_once('@') {
        Some((name, version)) => plugin::find_by_name_version(tx, name, version).await?,
        None => None,
    };
    found.ok_or_else(|| {
        let message = format!("there is no plugin '{text}' here: upload it first, and name it as name@version");
        Problem::invalid(format!("/bindings/{place}/plugin"), message)
    })
}

fn unique<'a>(pointer: &str, name: &str, keys: impl Iterator<Item = &'a str>) -> Result<(), Problem> {
    let mut seen = BTreeSet::new();
    let faults: Vec<Fault> = keys
        .enumerate()
        .filter(|(_, key)| !seen.insert(*key))
        .map(|(place, key)| Fault::at(format!("{pointer}/{place}/{name}"), format!("'{key}' stands twice")))
        .collect();
    if faults.is_empty() { Ok(()) } else { Err(Problem::invalid_all(faults)) }
}
