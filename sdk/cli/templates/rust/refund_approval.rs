//! May this money be paid back?

use redress_sdk::prelude::*;

use crate::{Config, {{Type}}};

impl RefundApproval for {{Type}} {
    fn evaluate(call: &Call<Config>, case: &CaseFile, request: &RefundRequest) -> Result<Decision, RuleError> {
        let Some(days) = case.days_since_delivery(call.now_ms()) else {
            return Ok(Decision::need_information(["delivered_at"], "nobody knows when it was delivered"));
        };
        if days > i64::from(call.config.return_days) {
            return Ok(Decision::needs_approval("supervisor", format!("{days} days after delivery")));
        }
        // The host sends an approval without a known risk to a person anyway; saying so explains it.
        if request.risk.is_none() {
            return Ok(Decision::needs_approval("supervisor", "the risk is unknown"));
        }
        Ok(if request.net.at_most(&call.config.approve_up_to)? {
            Decision::approve(format!("{}, {days} days after delivery", request.net))
        } else {
            Decision::needs_approval("supervisor", format!("{} is more than {}", request.net, call.config.approve_up_to))
        })
    }
}

#[cfg(test)]
mod tests {
    use redress_sdk::testing::{CaseBuilder, FakeHost, case, refund_request};

    use super::*;
    use crate::config;

    #[test]
    fn small_refunds_are_paid() {
        let call = FakeHost::new().call(config());
        let decision = {{Type}}::evaluate(&call, &case(), &refund_request(9_900)).unwrap();
        assert_eq!(decision.verdict, Verdict::Approve);
    }

    #[test]
    fn large_and_late_ones_need_a_supervisor() {
        let call = FakeHost::new().call(config());
        let late = CaseBuilder::new().delivered_days_ago(30).build();
        for (case, minor) in [(case(), 28_800), (late, 9_900)] {
            let decision = {{Type}}::evaluate(&call, &case, &refund_request(minor)).unwrap();
            assert_eq!(decision.verdict, Verdict::NeedsApproval(ApprovalNeed::any("supervisor")));
        }
    }
}
