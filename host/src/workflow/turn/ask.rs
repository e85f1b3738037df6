//! Asks the rules of one hook after the other and records every call.

use std::sync::Arc;

use redress_domain::Digest;
use redress_domain::decide::{self, Asked, Combined, Failure};
use redress_domain::decision::{Decision, Fault, Outcome};
use redress_domain::id::DecisionId;
use redress_domain::rule::{Answer, CallContext, CaseFile, Hook, Question, RefundRequest, Verdict};
use redress_domain::{Event, Money, ledger};
use redress_sandbox::{Call, Sandbox};

use super::{Turn, seed};
use crate::rules::Bound;
use crate::workflow::Error;

/// A case file with the name under which it is stored.
pub(super) struct Filed {
    case: Arc<CaseFile>,
    digest: Digest,
}

/// A question with the name under which it is stored.
struct Posed {
    question: Question,
    digest: Digest,
}

impl Turn {
    /// Asks fraud scoring, routing and refund approval, combines the answers and applies them. A rule that fails never fails
    /// the turn.
    ///
    /// # Errors
    /// When the ticket is in a state in which nothing is decided.
    pub fn decide(&mut self) -> Result<(), Error> {
        let filed = self.file_case();
        let risk = decide::risk(&self.ask_all(Hook::FraudScoring, &filed, Question::FraudScoring, |answer| match answer {
            Answer::FraudScoring(assessment) => Some(assessment),
            _ => None,
        }));
        let desk = self.facts.rules.take_turn(&self.facts.snapshot);
        let routes = self.ask_all(Hook::Routing, &filed, Question::Routing(Arc::clone(&desk)), |answer| match answer {
            Answer::Routing(route) => Some(route),
            _ => None,
        });
        let route = decide::route(&routes, &desk);
        let refund = if self.ticket().kind.asks_money() {
            let request = self.request(risk.risk.clone())?;
            let asked = self.ask_all(Hook::RefundApproval, &filed, Question::RefundApproval(request.clone()), |answer| match answer {
                Answer::RefundApproval(decision) => Some(decision),
                _ => None,
            });
            Some(decide::refund(&asked, &request, &self.facts.snapshot.limits))
        } else {
            None
        };
        self.apply_combined(decide::combine(route, risk, refund))
    }

    fn apply_combined(&mut self, combined: Combined) -> Result<(), Error> {
        self.place(combined.route.as_ref());
        self.failures.extend(combined.failures.iter().cloned());
        self.apply(Event::Decided(combined))
    }

    /// The refund that the ticket asks for now. What an earlier round of it gave back counts as refunded before and is not
    /// asked for again.
    fn request(&self, risk: Option<redress_domain::rule::Risk>) -> Result<RefundRequest, Error> {
        let ticket = self.ticket();
        let currency = self.currency();
        let requested = Money::sum(currency, ticket.lines.iter().map(|line| line.requested))?;
        let kept = Money::sum(currency, ticket.deductions.iter().map(|deduction| deduction.amount))?;
        let entries = self.entries_so_far();
        let own = ledger::balance(currency, &entries)?.credited;
        let refunded_before = self.facts.refunded_elsewhere.unwrap_or(Money::zero(currency)).checked_add(own)?;
        let net = ledger::open(ticket, currency, &entries)?.checked_sub(kept)?;
        Ok(RefundRequest { requested, net, refunded_before, risk })
    }

    /// The currency of the case: the order's, else the tenant's.
    pub(super) fn currency(&self) -> redress_domain::Currency {
        self.case().order.as_ref().map_or(self.facts.snapshot.tenant.currency, |order| order.paid.currency())
    }

    /// Freezes the case as it stands and puts it into the shared blobs.
    pub(super) fn file_case(&mut self) -> Filed {
        let case = Arc::new(self.facts.case.clone());
        let bytes = json(&*case);
        let digest = Digest::of(&bytes);
        self.keep(digest, false, || bytes);
        Filed { case, digest }
    }

    /// Asks every rule bound to a hook the same question.
    pub(super) fn ask_all<T>(
        &mut self,
        hook: Hook,
        filed: &Filed,
        question: Question,
        unwrap: impl Fn(Answer) -> Option<T>,
    ) -> Vec<Asked<T>> {
        let snapshot = Arc::clone(&self.facts.snapshot);
        let bound = snapshot.bound(hook);
        if bound.is_empty() {
            return Vec::new();
        }
        let bytes = json(&question);
        let posed = Posed { digest: Digest::of(&bytes), question };
        // The question of fraud scoring is always the same.
        self.keep(posed.digest, hook == Hook::FraudScoring, || bytes);
        bound
            .iter()
            .map(|bound| {
                let result = self.ask(bound, filed, &posed).and_then(|(answer, call)| {
                    // The sandbox has checked that the answer is one to this question.
                    unwrap(answer).ok_or_else(|| failure(hook, bound, Outcome::EngineBug, call))
                });
                Asked { binding: Some(bound.binding.id), plugin: bound.plugin.name.clone(), version: bound.plugin.version.clone(), result }
            })
            .collect()
    }

    fn ask(&mut self, bound: &Bound, filed: &Filed, posed: &Posed) -> Result<(Answer, String), Failure> {
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
        let mut call = match &bound.rule {
            Ok(rule) => rule.call(&context, &bound.config, &filed.case, &posed.question),
            Err(unloadable) => uncalled(unloadable.to_string()),
        };
        self.check_role(&mut call);
        crate::telemetry::rule_call(hook, &call);
        let (config, digest) = (Arc::clone(&bound.config), bound.config_digest);
        self.keep(digest, true, || config.as_bytes().to_vec());
        let result = match (&call.answer, call.outcome) {
            (Some(answer), Outcome::Ok) => Ok((answer.clone(), String::new())),
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
        let decision = record(id, self.ticket().id, hook, bound, context, filed.digest, posed.digest, call);
        self.decisions.push(decision);
        result
    }

    /// A verdict that names a role the tenant does not have is an answer that is not allowed: nobody could ever agree.
    fn check_role(&self, call: &mut Call) {
        let Some(Answer::RefundApproval(decision)) = &call.answer else { return };
        let Verdict::NeedsApproval(need) = &decision.verdict else { return };
        if self.facts.snapshot.limits.roles.iter().any(|role| role.name == need.role) {
            return;
        }
        let message = format!("the answer is not allowed: the tenant has no role '{}'; create it or change the configuration", need.role);
        // The answer stays in the record, so that a replay can compare it.
        call.outcome = Outcome::InvalidOutput;
        call.fault = Some(Fault { message, error: None, backtrace: Vec::new() });
    }
}

fn failure(hook: Hook, bound: &Bound, outcome: Outcome, message: String) -> Failure {
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

#[expect(clippy::too_many_arguments, reason = "a record has as many parts as there are")]
fn record(
    id: DecisionId,
    ticket: redress_domain::id::TicketId,
    hook: Hook,
    bound: &Bound,
    context: CallContext,
    case_digest: Digest,
    question_digest: Digest,
    call: Call,
) -> Decision {
    Decision {
        id,
        ticket,
        hook,
        binding: Some(bound.binding.id),
        plugin: bound.plugin.id,
        plugin_name: bound.plugin.name.clone(),
        plugin_version: bound.plugin.version.clone(),
        plugin_digest: bound.plugin.digest,
        engine_profile: Sandbox::profile().to_owned(),
        at: context.now,
        seed: context.seed,
        locale: context.locale,
        case_digest,
        question_digest,
        config_digest: bound.config_digest,
        outcome: call.outcome,
        answer: call.answer,
        fault: call.fault,
        host_calls: call.host_calls,
        log: call.log,
        fuel: call.fuel,
        peak_memory: call.peak_memory,
        duration_us: call.duration_us,
    }
}

/// JSON of a value of ours; its maps have text keys, so it cannot fail.
pub(super) fn json<T: serde::Serialize>(value: &T) -> Vec<u8> {
    serde_json::to_vec(value).expect("domain values have text keys only")
}
