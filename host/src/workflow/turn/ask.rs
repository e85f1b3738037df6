//! Asks the rules of one hook after the other and records every call.

use std::sync::Arc;

use redress_domain::Digest;
use redress_domain::binding::Binding;
use redress_domain::decide::{self, Asked, Combined};
use redress_domain::decision::Outcome;
use redress_domain::id::BindingId;
use redress_domain::rule::{Answer, CaseFile, Hook, Question, RefundRequest};
use redress_domain::{Event, Money, ledger};

use super::Turn;
use super::call::failure;
use crate::rules::Bound;
use crate::workflow::Error;

/// A case file with the name under which it is stored.
pub(super) struct Filed {
    pub(super) case: Arc<CaseFile>,
    pub(super) digest: Digest,
}

/// A question with the name under which it is stored.
pub(super) struct Posed {
    pub(super) question: Question,
    pub(super) digest: Digest,
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
            let outcome = decide::refund(&asked, &request, &self.facts.snapshot.limits);
            Some(if asked.is_empty() && self.is_steered() { outcome.left_to_workflow() } else { outcome })
        } else {
            None
        };
        self.apply_combined(decide::combine(route, risk, refund))
    }

    fn apply_combined(&mut self, combined: Combined) -> Result<(), Error> {
        self.place(combined.route.as_ref());
        self.failures.extend(combined.failures.iter().cloned());
        self.decided = true;
        self.apply(Event::Decided(combined))
    }

    /// The refund that the ticket asks for now. What an earlier round of it gave back counts as refunded before and is not
    /// asked for again.
    pub(super) fn request(&self, risk: Option<redress_domain::rule::Risk>) -> Result<RefundRequest, Error> {
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
    pub(in crate::workflow) fn currency(&self) -> redress_domain::Currency {
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
        self.ask_each(hook, filed, question, unwrap).into_iter().map(|(_, asked)| asked).collect()
    }

    /// The same, each answer with the binding that gave it: a canary or an earlier version may have answered in another's place.
    pub(super) fn ask_each<T>(
        &mut self,
        hook: Hook,
        filed: &Filed,
        question: Question,
        unwrap: impl Fn(Answer) -> Option<T>,
    ) -> Vec<(Arc<Binding>, Asked<T>)> {
        let snapshot = Arc::clone(&self.facts.snapshot);
        self.ask_some(snapshot.bound(hook), filed, question, unwrap)
    }

    /// Asks the rule of one binding.
    pub(super) fn ask_one<T>(
        &mut self,
        hook: Hook,
        binding: BindingId,
        filed: &Filed,
        question: Question,
        unwrap: impl Fn(Answer) -> Option<T>,
    ) -> Vec<(Arc<Binding>, Asked<T>)> {
        let snapshot = Arc::clone(&self.facts.snapshot);
        let place = snapshot.bound(hook).iter().position(|bound| bound.binding.id == binding);
        let bound = place.map_or(&[][..], |place| &snapshot.bound(hook)[place..=place]);
        self.ask_some(bound, filed, question, unwrap)
    }

    fn ask_some<T>(
        &mut self,
        bound: &[Bound],
        filed: &Filed,
        question: Question,
        unwrap: impl Fn(Answer) -> Option<T>,
    ) -> Vec<(Arc<Binding>, Asked<T>)> {
        if bound.is_empty() {
            return Vec::new();
        }
        let hook = question.hook();
        let bytes = json(&question);
        let posed = Posed { digest: Digest::of(&bytes), question };
        // The question of fraud scoring is always the same.
        self.keep(posed.digest, hook == Hook::FraudScoring, || bytes);
        bound
            .iter()
            .filter_map(|bound| {
                let (by, result) = self.ask_place(bound, filed, &posed)?;
                let result = result.and_then(|answer| {
                    // The sandbox has checked that the answer is one to this question.
                    let other = || failure(hook, by, Outcome::EngineBug, "it answered another question".to_owned());
                    unwrap(answer).ok_or_else(other)
                });
                let (plugin, version) = (by.plugin.name.clone(), by.plugin.version.clone());
                Some((Arc::clone(&by.binding), Asked { binding: Some(bound.binding.id), plugin, version, result }))
            })
            .collect()
    }
}

/// JSON of a value of ours; its maps have text keys, so it cannot fail.
pub(super) fn json<T: serde::Serialize>(value: &T) -> Vec<u8> {
    serde_json::to_vec(value).expect("domain values have text keys only")
}
