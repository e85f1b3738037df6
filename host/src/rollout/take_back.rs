//! Takes a binding back: a candidate is switched off, a bound rule returns to its last good state.

use redress_domain::binding::{Binding, BindingMode, Revision};
use redress_store::{TenantTx, binding};

use super::{Note, write};
use crate::problem::Problem;

/// Takes a binding back and answers how it stands then. A candidate is switched off. An active binding returns to the newest
/// state with another plugin or configuration that was never taken back; without one it is switched off, and the built-in
/// rule of its hook decides.
///
/// # Errors
/// 412 `stale_version` when somebody was faster.
pub async fn take_back(tx: &mut TenantTx, present: &Binding, note: Note) -> Result<Binding, Problem> {
    if present.mode != BindingMode::Active {
        return write::change(tx, present, Binding { enabled: false, ..present.clone() }, note).await;
    }
    let history = binding::revisions(tx, present.id).await?;
    let same = |revision: &&Revision| rule(&revision.binding) == rule(present);
    for revision in history.iter().take_while(same) {
        binding::mark_bad(tx, present.id, revision.binding.version).await?;
    }
    let mut good = history.iter().skip_while(|revision| same(revision)).filter(|revision| counts(revision, present));
    let Some(last_good) = good.next() else {
        return write::change(tx, present, Binding { enabled: false, fallback: None, ..present.clone() }, note).await;
    };
    let earlier = good.find(|revision| rule(&revision.binding) != rule(&last_good.binding));
    let restored = Binding {
        plugin: last_good.binding.plugin,
        config: last_good.binding.config.clone(),
        // What was granted and watched belongs to the rule: a candidate may have brought its own.
        grants: last_good.binding.grants.clone(),
        guardrails: last_good.binding.guardrails.clone(),
        fallback: earlier.map(|revision| revision.binding.version),
        ..present.clone()
    };
    write::change(tx, present, restored, note).await
}

/// The newest state to which an active binding would return.
///
/// # Errors
/// When the database fails.
pub async fn last_good(tx: &mut TenantTx, present: &Binding) -> Result<Option<Revision>, Problem> {
    let history = binding::revisions(tx, present.id).await?;
    Ok(history.into_iter().find(|revision| counts(revision, present)))
}

/// A state that was at work, was not taken back, and is another rule than the one that is taken back now.
fn counts(revision: &Revision, present: &Binding) -> bool {
    let state = &revision.binding;
    !revision.bad && state.enabled && state.mode == BindingMode::Active && rule(state) != rule(present)
}

fn rule(binding: &Binding) -> (redress_domain::id::PluginId, &serde_json::Value) {
    (binding.plugin, &binding.config)
}
