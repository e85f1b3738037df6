//! Refund verdicts: the strictest wins, needs of different roles add up, deductions add up.

use super::{Asked, Failure, Limits, merge_tags};
use crate::money::Money;
use crate::rule::{ApprovalNeed, Deduction, Quorum, RefundDecision, RefundRequest, Verdict, VerdictKind};
use crate::ticket::{Approval, Refund};

/// What the refund rules said together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefundOutcome {
    /// Verdict, next role, amount and explanation as the ticket shows them.
    pub refund: Refund,
    /// Agreements to be had, lowest rank first; empty unless the verdict needs approval or people must look at a failure.
    pub approvals: Vec<Approval>,
    /// Money to keep back, one entry per code.
    pub deductions: Vec<Deduction>,
    /// Fields to ask the customer for.
    pub information: Vec<String>,
    /// What the customer is told with a refusal.
    pub reject: Option<String>,
    /// Tags to add.
    pub tags: Vec<String>,
    /// Rules that failed.
    pub failures: Vec<Failure>,
    /// A person decides from the first review on.
    pub manual: bool,
}

impl RefundOutcome {
    /// What holds when no refund-approval rule is bound and the ticket begins a workflow: the workflow names who must agree, so
    /// the highest role of the ladder is not asked besides.
    #[must_use]
    pub fn left_to_workflow(mut self) -> Self {
        self.approvals.clear();
        self.refund.role = None;
        "no refund-approval rule is bound, so the workflow says who agrees".clone_into(&mut self.refund.explanation);
        self
    }
}

/// Combines refund verdicts with what the host allows.
pub fn refund(asked: &[Asked<RefundDecision>], request: &RefundRequest, limits: &Limits) -> RefundOutcome {
    let mut sum = Sum::default();
    for one in asked {
        match &one.result {
            Ok(decision) => sum.answer(&one.plugin, decision, limits),
            Err(failure) => sum.failure(failure, limits),
        }
    }
    if asked.is_empty() {
        sum.needs_highest(limits, "no refund-approval rule is bound, so a person decides");
    }
    let amount = sum.amount(request, limits);
    if sum.verdict == VerdictKind::Approve {
        sum.host_limits(request, amount, limits);
    }
    sum.finish(amount, limits)
}

struct Sum {
    verdict: VerdictKind,
    needs: Vec<ApprovalNeed>,
    deductions: Vec<Deduction>,
    information: Vec<String>,
    reject: Option<String>,
    tags: Vec<String>,
    failures: Vec<Failure>,
    explanations: Vec<String>,
    manual: bool,
}

impl Default for Sum {
    fn default() -> Self {
        Self {
            verdict: VerdictKind::Approve,
            needs: Vec::new(),
            deductions: Vec::new(),
            information: Vec::new(),
            reject: None,
            tags: Vec::new(),
            failures: Vec::new(),
            explanations: Vec::new(),
            manual: false,
        }
    }
}

impl Sum {
    fn answer(&mut self, plugin: &str, decision: &RefundDecision, limits: &Limits) {
        self.verdict = self.verdict.max(decision.verdict.kind());
        match &decision.verdict {
            Verdict::Approve => {}
            Verdict::NeedsApproval(need) => self.need(need, limits),
            Verdict::NeedInformation(fields) => merge_tags(&mut self.information, fields.clone()),
            Verdict::Reject(text) => self.reject = Some(self.reject.take().unwrap_or_else(|| text.clone())),
        }
        for deduction in &decision.deductions {
            self.deduct(deduction);
        }
        merge_tags(&mut self.tags, decision.tags.clone());
        if !decision.explanation.is_empty() {
            self.explanations.push(format!("{plugin}: {}", decision.explanation));
        }
    }

    fn failure(&mut self, failure: &Failure, limits: &Limits) {
        self.failures.push(failure.clone());
        self.needs_highest(limits, &format!("{} {} failed: {}", failure.plugin, failure.version, failure.message));
    }

    fn needs_highest(&mut self, limits: &Limits, why: &str) {
        self.manual = true;
        self.people(limits.highest(), limits);
        self.explanations.push(why.to_owned());
    }

    fn people(&mut self, role: &str, limits: &Limits) {
        self.verdict = self.verdict.max(VerdictKind::NeedsApproval);
        self.need(&ApprovalNeed { role: role.to_owned(), quorum: Quorum::Any, with_report: false }, limits);
    }

    /// Two needs of one role become the stricter of both.
    fn need(&mut self, need: &ApprovalNeed, limits: &Limits) {
        let Some(known) = self.needs.iter_mut().find(|n| n.role == need.role) else {
            self.needs.push(need.clone());
            return;
        };
        known.with_report |= need.with_report;
        if limits.required(&need.role, need.quorum) > limits.required(&known.role, known.quorum) {
            known.quorum = need.quorum;
        }
    }

    /// Two deductions of one code are one deduction, the larger, because both rules mean the same part.
    fn deduct(&mut self, deduction: &Deduction) {
        match self.deductions.iter_mut().find(|d| d.code == deduction.code) {
            None => self.deductions.push(deduction.clone()),
            Some(known) if deduction.amount.minor() > known.amount.minor() => *known = deduction.clone(),
            Some(_) => {}
        }
    }

    /// What remains of the request. When the rules together keep back more than was asked, nothing remains and a person looks.
    fn amount(&mut self, request: &RefundRequest, limits: &Limits) -> Money {
        let start = if request.net.minor() < request.requested.minor() { request.net } else { request.requested };
        let rest = self.deductions.iter().try_fold(start, |rest, d| rest.checked_sub(d.amount));
        match rest {
            Ok(rest) if !rest.is_negative() => rest,
            _ => {
                self.trim(start);
                self.needs_highest(limits, "the rules together keep back more than was asked, so a person decides");
                Money::zero(request.requested.currency())
            }
        }
    }

    /// Cuts deductions, first come first served, so that they sum to no more than `start`.
    fn trim(&mut self, start: Money) {
        let mut left = start.minor().max(0);
        self.deductions.retain_mut(|d| {
            let cut = d.amount.minor().min(left);
            left -= cut;
            d.amount.currency() == start.currency() && cut > 0 && Money::new(cut, start.currency()).map(|m| d.amount = m).is_ok()
        });
    }

    fn host_limits(&mut self, request: &RefundRequest, amount: Money, limits: &Limits) {
        if request.risk.is_none() {
            self.people(limits.lowest(), limits);
            self.explanations.push("the fraud risk is unknown, so nothing is approved automatically".to_owned());
        }
        if limits.max_auto.is_some_and(|max| amount.compare(max).is_ok_and(std::cmp::Ordering::is_gt)) {
            self.people(limits.lowest(), limits);
            self.explanations.push("the amount is above what may be paid without a person".to_owned());
        }
    }

    fn finish(mut self, amount: Money, limits: &Limits) -> RefundOutcome {
        self.needs.sort_by_cached_key(|n| (limits.rank(&n.role).unwrap_or(i32::MAX), n.role.clone()));
        // A refusal or a question comes before people's agreement; only the manual lane still needs somebody who may answer for it.
        let keeps_needs = self.verdict == VerdictKind::NeedsApproval || self.manual;
        let needs = if keeps_needs { self.needs } else { Vec::new() };
        let approvals: Vec<Approval> = needs
            .into_iter()
            .map(|need| Approval { required: limits.required(&need.role, need.quorum), agreed: Vec::new(), need })
            .collect();
        RefundOutcome {
            refund: Refund {
                verdict: self.verdict,
                role: approvals.first().map(|a| a.need.role.clone()),
                amount,
                explanation: self.explanations.join("\n"),
            },
            approvals,
            deductions: self.deductions,
            information: self.information,
            reject: self.reject,
            tags: self.tags,
            failures: self.failures,
            manual: self.manual,
        }
    }
}
