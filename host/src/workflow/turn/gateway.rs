//! Asks a gateway's rule, and records the call like any other.

use std::sync::Arc;

use redress_domain::Digest;
use redress_domain::compare::consequence;
use redress_domain::decision::{Decision, DecisionRole, Outcome};
use redress_domain::gateway::Gateway;
use redress_domain::id::{DecisionId, TaskId};
use redress_domain::plugin::Plugin;
use redress_domain::rule::{CallContext, GatewayAnswer, GatewayQuestion, Question};
use redress_domain::task::Task;
use redress_domain::usage::Purpose;
use redress_sandbox::{Keys, Rule, Sandbox};

use super::ask::json;
use super::{Turn, seed};

/// Finds a secret as a header needs it.
pub type SecretText = Box<dyn Fn(&str) -> Option<String> + Send + Sync>;

/// A gateway with its plugin and its secrets, ready to be asked.
pub struct GatewayRule {
    /// The gateway.
    pub gateway: Gateway,
    /// Its plugin.
    pub plugin: Plugin,
    /// The loaded component.
    pub rule: Arc<Rule>,
    /// Its configuration as the rule reads it.
    pub config: Arc<str>,
    /// What the rule may sign with.
    pub keys: Arc<dyn Keys>,
    /// A secret as a header needs it.
    pub header: SecretText,
}

impl Turn {
    /// Asks a gateway's rule.
    ///
    /// # Errors
    /// Why it gave no usable answer, in words for finance.
    pub fn ask_gateway(&mut self, by: &GatewayRule, asked: GatewayQuestion) -> Result<GatewayAnswer, String> {
        let filed = self.file_case();
        let question = Question::Settlement(Box::new(asked));
        let bytes = json(&question);
        let (question_digest, config_digest) = (Digest::of(&bytes), Digest::of(by.config.as_bytes()));
        self.keep(question_digest, false, || bytes);
        self.keep(config_digest, true, || by.config.as_bytes().to_vec());
        let tenant = &self.facts.snapshot.tenant;
        let id = self.id(DecisionId::generate);
        let context = CallContext {
            decision_id: id.to_string(),
            tenant: tenant.slug.clone(),
            now: self.facts.now,
            seed: seed(&self.facts.entropy),
            locale: tenant.locale.clone(),
        };
        let allowance = self.facts.snapshot.allowance(None);
        let call = by.rule.call_with_keys(allowance, &context, &by.config, &filed.case, &question, Arc::clone(&by.keys));
        crate::telemetry::rule_call(question.hook(), &call);
        self.facts.rules.meter(tenant.id, by.plugin.id, Purpose::Decision, self.facts.now, &call);
        let answer = match (&call.answer, call.outcome) {
            (Some(answer), Outcome::Ok) => answer.clone().into_gateway(),
            _ => None,
        };
        let failed = || {
            let why = call.fault.as_ref().map_or_else(|| call.outcome.to_string(), |fault| fault.message.clone());
            format!("{} {} gave no answer: {why}", by.plugin.name, by.plugin.version)
        };
        let answer = answer.ok_or_else(failed);
        if let Err(why) = &answer {
            tracing::warn!(ticket.id = %self.ticket().id, decision.id = %id, gateway.tender = by.gateway.tender, "{why}");
        }
        self.decisions.push(Decision {
            id,
            ticket: self.ticket().id,
            hook: question.hook(),
            binding: None,
            role: DecisionRole::Active,
            against: None,
            consequence: consequence(&question, call.answer.as_ref()),
            plugin: by.plugin.id,
            plugin_name: by.plugin.name.clone(),
            plugin_version: by.plugin.version.clone(),
            plugin_digest: by.plugin.digest,
            engine_profile: Sandbox::profile().to_owned(),
            at: context.now,
            seed: context.seed,
            locale: context.locale,
            case_digest: filed.digest,
            question_digest,
            config_digest,
            outcome: call.outcome,
            answer: call.answer,
            fault: call.fault,
            host_calls: call.host_calls,
            log: call.log,
            fuel: call.fuel,
            peak_memory: call.peak_memory,
            duration_us: call.duration_us,
        });
        answer
    }

    /// Gives finance something to do, due within a day (Z42).
    pub fn task_for_finance(&mut self, title: String) {
        let (ticket, actor, now) = (self.ticket().id, self.facts.actor.clone(), self.facts.now);
        let mut task = Task::for_role(self.id(TaskId::generate), ticket, title, "finance".to_owned(), actor, now);
        task.due_at = Some(now.plus(chrono::Duration::hours(24)));
        self.tasks.push(task);
    }
}
