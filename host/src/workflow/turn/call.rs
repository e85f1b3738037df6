//! One rule call and its record.

use std::sync::Arc;

use redress_domain::compare::consequence;
use redress_domain::decide::Failure;
use redress_domain::decision::{Decision, DecisionRole, Fault, Outcome};
use redress_domain::id::DecisionId;
use redress_domain::rule::{Answer, CallContext, Hook};
use redress_domain::usage::Purpose;
use redress_sandbox::{Call, Sandbox};

use super::ask::{Filed, Posed};
use super::{Turn, seed};
use crate::rules::Bound;

impl Turn {
    /// Asks one rule and records the call.
    pub(super) fn call(&mut self, bound: &Bound, role: DecisionRole, filed: &Filed, posed: &Posed) -> Result<Answer, Failure> {
        self.ask_and_record(bound, role, filed, posed, None)
    }

    /// Records that a rule was not asked, and why.
    pub(super) fn pass_over(
        &mut self,
        bound: &Bound,
        role: DecisionRole,
        filed: &Filed,
        posed: &Posed,
        why: &str,
    ) -> Result<Answer, Failure> {
        self.ask_and_record(bound, role, filed, posed, Some(why))
    }

    fn ask_and_record(
        &mut self,
        bound: &Bound,
        role: DecisionRole,
        filed: &Filed,
        posed: &Posed,
        passed_over: Option<&str>,
    ) -> Result<Answer, Failure> {
        let hook = posed.question.hook();
        let tenant = &self.facts.snapshot.tenant;
        let id = self.id(DecisionId::generate);
        let context = CallContext {
            decision_id: id.to_string(),
            tenant: tenant.slug.clone(),
            now: self.facts.now,
            seed: seed(&self.facts.entropy),
            locale: tenant.locale.clone(),
        };
        let allowance = self.facts.snapshot.allowance(bound.binding.grants.as_deref());
        let mut call = match (passed_over, &bound.rule) {
            (Some(why), _) => uncalled(why.to_owned()),
            (None, Ok(rule)) => rule.call_within(allowance, &context, &bound.config, &filed.case, &posed.question),
            (None, Err(unloadable)) => uncalled(unloadable.to_string()),
        };
        self.facts.snapshot.refuse_unknown_role(&mut call);
        crate::telemetry::rule_call(hook, &call);
        let purpose = if role == DecisionRole::Shadow { Purpose::Shadow } else { Purpose::Decision };
        self.facts.rules.meter(tenant.id, bound.plugin.id, purpose, self.facts.now, &call);
        let (config, digest) = (Arc::clone(&bound.config), bound.config_digest);
        self.keep(digest, true, || config.as_bytes().to_vec());
        let result = match (&call.answer, call.outcome) {
            (Some(answer), Outcome::Ok) => Ok(answer.clone()),
            (_, outcome) => {
                let message = call.fault.as_ref().map_or_else(|| outcome.to_string(), |fault| fault.message.clone());
                tracing::warn!(
                    ticket.id = %self.ticket().id, decision.id = %id, plugin.name = bound.plugin.name,
                    plugin.digest = %bound.plugin.digest, hook = hook.as_str(), outcome = outcome.as_str(),
                    "rule {} {} failed on {}: {message}", bound.plugin.name, bound.plugin.version, self.ticket().id
                );
                Err(failure(hook, bound, outcome, message))
            }
        };
        let decision = Decision {
            id,
            ticket: self.ticket().id,
            hook,
            binding: Some(bound.binding.id),
            role,
            against: None,
            consequence: consequence(&posed.question, result.as_ref().ok()),
            plugin: bound.plugin.id,
            plugin_name: bound.plugin.name.clone(),
            plugin_version: bound.plugin.version.clone(),
            plugin_digest: bound.plugin.digest,
            engine_profile: Sandbox::profile().to_owned(),
            at: context.now,
            seed: context.seed,
            locale: context.locale,
            case_digest: filed.digest,
            question_digest: posed.digest,
            config_digest: bound.config_digest,
            outcome: call.outcome,
            answer: call.answer,
            fault: call.fault,
            host_calls: call.host_calls,
            log: call.log,
            fuel: call.fuel,
            peak_memory: call.peak_memory,
            duration_us: call.duration_us,
        };
        self.decisions.push(decision);
        result
    }
}

/// A rule that gave no usable answer.
pub(super) fn failure(hook: Hook, bound: &Bound, outcome: Outcome, message: String) -> Failure {
    Failure { hook, plugin: bound.plugin.name.clone(), version: bound.plugin.version.clone(), outcome, message }
}

/// The call that was never made because the component does not load.
fn uncalled(message: String) -> Call {
    Call {
        outcome: Outcome::Unavailable,
        answer: None,
        fault: Some(Fault { message, error: None, backtrace: Vec::new() }),
        host_calls: Vec::new(),
        log: Vec::new(),
        fuel: 0,
        peak_memory: 0,
        duration_us: 0,
    }
}
