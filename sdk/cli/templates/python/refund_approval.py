"""May this money be paid back?"""

from redress_sdk import Call, CaseFile, Decision, RefundRequest

from .config import Config


def refund_approval(call: Call[Config], case: CaseFile, request: RefundRequest) -> Decision:
    limit = call.config.approve_up_to
    days = case.days_since_delivery(call.now_ms)
    if days is None:
        return Decision.need_information(["delivered_at"], "nobody knows when it was delivered")
    if days > call.config.return_days:
        return Decision.needs_approval("supervisor", f"{days} days after delivery")
    # The host sends an approval without a known risk to a person anyway; saying so explains it.
    if request.risk is None:
        return Decision.needs_approval("supervisor", "the risk is unknown")
    if request.net <= limit:
        return Decision.approve(f"{request.net}, {days} days after delivery")
    return Decision.needs_approval("supervisor", f"{request.net} is more than {limit}")
