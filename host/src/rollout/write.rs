//! Writes bindings, each state with who made it and why.

use redress_domain::binding::{Binding, BindingMode, Revision, RevisionAction};
use redress_store::{TenantTx, binding, decision};

use super::{Note, schedule};
use crate::problem::Problem;

/// Adds a binding.
///
/// # Errors
/// 409 `already_exists` when the key is taken.
pub async fn create(tx: &mut TenantTx, new: &Binding, note: Note) -> Result<(), Problem> {
    binding::insert(tx, new).await?;
    schedule::keep(tx, new, note.at).await?;
    Ok(record(tx, new.clone(), note).await?)
}

/// Replaces a binding; the answer is what was written. What worked so far answers from now on when the new plugin or
/// configuration fails. What has only failed so far did not work: it is marked bad, and what answered in its place still does.
///
/// # Errors
/// 412 `stale_version` when somebody was faster.
pub async fn change(tx: &mut TenantTx, before: &Binding, after: Binding, note: Note) -> Result<Binding, Problem> {
    let other_rule = (after.plugin, &after.config) != (before.plugin, &before.config);
    let fallback = match note.action {
        // Whoever takes a binding back says what it falls back to.
        RevisionAction::RolledBack | RevisionAction::GuardrailHit => after.fallback,
        _ if other_rule && before.enabled && before.mode == BindingMode::Active && !only_failed(tx, before).await? => Some(before.version),
        _ => before.fallback,
    };
    let written = Binding { version: before.version + 1, fallback, updated_at: note.at, ..after };
    binding::update(tx, &written, before.version).await?;
    schedule::keep(tx, &written, note.at).await?;
    record(tx, written.clone(), note).await?;
    Ok(written)
}

/// True when a rule was asked since it was bound, and never answered. Its states are marked bad then.
async fn only_failed(tx: &mut TenantTx, present: &Binding) -> Result<bool, redress_store::Error> {
    let history = binding::revisions(tx, present.id).await?;
    let same = |one: &&Revision| (one.binding.plugin, &one.binding.config) == (present.plugin, &present.config);
    let stretch: Vec<&Revision> = history.iter().take_while(same).collect();
    let Some(since) = stretch.last().map(|first| first.at) else { return Ok(false) };
    let (calls, answers) = decision::answered(tx, present.id, since).await?;
    if calls == 0 || answers > 0 {
        return Ok(false);
    }
    for revision in stretch {
        binding::mark_bad(tx, present.id, revision.binding.version).await?;
    }
    Ok(true)
}

/// Removes a binding; its history and its decisions stay.
///
/// # Errors
/// 404 when it is gone; 412 `stale_version` when somebody was faster.
pub async fn remove(tx: &mut TenantTx, present: &Binding, note: Note) -> Result<(), Problem> {
    let now = binding::find(tx, present.id).await?.ok_or_else(|| Problem::not_found("binding", present.id))?;
    if now.version != present.version {
        return Err(Problem::stale("binding", present.id, present.version, now.version));
    }
    binding::delete(tx, present.id).await?;
    let last = Binding { version: present.version + 1, enabled: false, updated_at: note.at, ..present.clone() };
    schedule::keep(tx, &last, note.at).await?;
    Ok(record(tx, last, note).await?)
}

async fn record(tx: &mut TenantTx, state: Binding, note: Note) -> Result<(), redress_store::Error> {
    let Note { at, actor, action, reason } = note;
    binding::record(tx, &Revision { binding: state, at, actor, action, reason, bad: false }).await
}
