//! A candidate takes the place of the binding it was tried against.

use redress_domain::binding::{Binding, BindingMode, RevisionAction};
use redress_store::{TenantTx, binding};

use super::{Note, write};
use crate::problem::{Code, Problem};

/// Gives the candidate's plugin and configuration to the binding it replaces and removes the candidate. A candidate that
/// replaces nothing becomes active itself. Answers the binding that is active now.
///
/// # Errors
/// 409 `not_allowed_now` when it is active already, switched off (perhaps by a guardrail), or what it replaces is gone; 412
/// `stale_version` when somebody was faster.
pub async fn promote(tx: &mut TenantTx, candidate: &Binding, note: Note) -> Result<Binding, Problem> {
    // The candidate was read before its golden decisions were run: a guardrail may have taken it back since.
    let now = binding::find(tx, candidate.id).await?.ok_or_else(|| Problem::not_found("binding", candidate.id))?;
    if now.version != candidate.version {
        return Err(Problem::stale("binding", candidate.id, candidate.version, now.version));
    }
    if candidate.mode == BindingMode::Active {
        return Err(Problem::new(Code::NotAllowedNow, format!("binding {} is active already", candidate.id)));
    }
    if !candidate.enabled {
        let detail = format!("binding {} is switched off; its history says why. Enable it before it takes over", candidate.id);
        return Err(Problem::new(Code::NotAllowedNow, detail));
    }
    let Some(base) = candidate.replaces else {
        let active = Binding { mode: BindingMode::Active, percent: 100, enabled: true, ..candidate.clone() };
        return write::change(tx, candidate, active, note).await;
    };
    let base = binding::find(tx, base).await?.ok_or_else(|| {
        let detail = format!("binding {base}, which {} would replace, is gone; PATCH its replaces to null first", candidate.id);
        Problem::new(Code::NotAllowedNow, detail)
    })?;
    // What was tried goes on as it was tried: with its own grants, and under its own guardrails when it has any.
    let guardrails = if candidate.guardrails.is_empty() { &base.guardrails } else { &candidate.guardrails };
    let promoted = Binding {
        plugin: candidate.plugin,
        config: candidate.config.clone(),
        guardrails: guardrails.clone(),
        grants: candidate.grants.clone(),
        enabled: true,
        ..base.clone()
    };
    let reason = note.reason.clone().unwrap_or_else(|| format!("candidate {} took over", candidate.key));
    let written = write::change(tx, &base, promoted, Note { reason: Some(reason), ..note.clone() }).await?;
    let gone = format!("took the place of {}", base.key);
    write::remove(tx, candidate, Note { action: RevisionAction::Promoted, reason: Some(gone), ..note }).await?;
    Ok(written)
}
