//! Who answers for one binding: the bound rule, a canary in its place, an earlier version when it fails; and the shadows that
//! are compared with whoever did.

use redress_domain::binding::{BindingMode, in_canary};
use redress_domain::compare::difference;
use redress_domain::decide::Failure;
use redress_domain::decision::{Against, DecisionRole};
use redress_domain::rule::Answer;
use serde_json::json;

use super::Turn;
use super::ask::{Filed, Posed};
use crate::rules::Bound;

impl Turn {
    /// Asks whoever answers for a binding on this ticket, then its shadows. `None` when the binding is a trial that this ticket
    /// is not part of, or one that never counts.
    pub(super) fn ask_place<'a>(&mut self, bound: &'a Bound, filed: &Filed, posed: &Posed) -> Option<(&'a Bound, Result<Answer, Failure>)> {
        let (by, result) = match bound.binding.mode {
            BindingMode::Active => self.ask_active(bound, filed, posed),
            BindingMode::Canary if self.takes_part(bound, bound) => {
                (bound, self.ask_unless_broken(bound, DecisionRole::Canary, filed, posed))
            }
            BindingMode::Canary => return None,
            // A shadow of nothing is recorded, and there is nothing to compare it with.
            BindingMode::Shadow => {
                if self.takes_part(bound, bound) {
                    let _ = self.call(bound, DecisionRole::Shadow, filed, posed);
                }
                return None;
            }
        };
        let counted = self.decisions.last().map(|decision| (decision.id, decision.usable().cloned()));
        for shadow in bound.trials.iter().filter(|trial| trial.binding.mode == BindingMode::Shadow) {
            if !self.takes_part(bound, shadow) {
                continue;
            }
            // What a shadow says is in its record.
            let _ = self.call(shadow, DecisionRole::Shadow, filed, posed);
            if let (Some((id, before)), Some(decision)) = (&counted, self.decisions.last_mut()) {
                decision.against = Some(Against { decision: *id, difference: difference(before.as_ref(), decision.usable()) });
            }
        }
        Some((by, result))
    }

    /// The canary that this ticket falls to, then the bound rule, then its earlier version: the first that answers.
    fn ask_active<'a>(&mut self, bound: &'a Bound, filed: &Filed, posed: &Posed) -> (&'a Bound, Result<Answer, Failure>) {
        let canary = bound.trials.iter().find(|trial| trial.binding.mode == BindingMode::Canary && self.takes_part(bound, trial));
        let mut failed = Vec::new();
        if let Some(canary) = canary {
            match self.ask_unless_broken(canary, DecisionRole::Canary, filed, posed) {
                Ok(answer) => return (canary, Ok(answer)),
                Err(failure) => {
                    self.fell_back(&failure, &bound.plugin.version);
                    failed.push(failure);
                }
            }
        }
        let (by, result) = match (self.ask_unless_broken(bound, DecisionRole::Active, filed, posed), &bound.fallback) {
            (Err(failure), Some(earlier)) => {
                self.fell_back(&failure, &earlier.plugin.version);
                failed.push(failure);
                (&**earlier, self.call(earlier, DecisionRole::Fallback, filed, posed))
            }
            (result, _) => (bound, result),
        };
        // Nobody stood in for them: people are told of each, not of the last one alone.
        if result.is_err() {
            self.failures.append(&mut failed);
        }
        (by, result)
    }

    /// Asks a rule, unless it failed so often in a row that it has a pause. That it was not asked is recorded as a failure of
    /// its own, so that guardrails see it and people find it.
    fn ask_unless_broken(&mut self, bound: &Bound, role: DecisionRole, filed: &Filed, posed: &Posed) -> Result<Answer, Failure> {
        let tenant = self.facts.snapshot.tenant.id;
        if !self.facts.rules.admits(tenant, &bound.binding) {
            return self.pass_over(bound, role, filed, posed, "it was not asked: it failed again and again, and has a pause");
        }
        let result = self.call(bound, role, filed, posed);
        if self.facts.rules.note_call(tenant, &bound.binding, result.is_ok()) {
            tracing::warn!(
                tenant.id = %tenant, binding.id = %bound.binding.id, plugin.name = bound.plugin.name,
                "{} {} failed again and again; it is not asked for a while", bound.plugin.name, bound.plugin.version
            );
        }
        result
    }

    /// True when this ticket is in the share of a trial for the place of `base`.
    fn takes_part(&self, base: &Bound, trial: &Bound) -> bool {
        in_canary(base.binding.id, self.ticket().id, trial.binding.percent)
    }

    fn fell_back(&mut self, failure: &Failure, to: &str) {
        let data = json!({ "plugin": failure.plugin, "version": failure.version, "outcome": failure.outcome,
            "message": failure.message, "answered_by": to });
        self.note("rule.fell_back", data);
    }
}
