import pytest
from redress_sdk import ApprovalNeed, Call, CaseFile, VerdictApprove, VerdictNeedsApproval
from redress_sdk.testing import refund_request, sample_case

from rule.config import Config
from rule.refund_approval import refund_approval


def test_small_refunds_are_paid(call: Call[Config]) -> None:
    assert refund_approval(call, sample_case(), refund_request(9_900)).verdict == VerdictApprove()


@pytest.mark.parametrize(("case", "minor"), [(sample_case(), 28_800), (sample_case(delivered_days_ago=30), 9_900)])
def test_large_and_late_ones_need_a_supervisor(call: Call[Config], case: CaseFile, minor: int) -> None:
    verdict = refund_approval(call, case, refund_request(minor)).verdict
    assert verdict == VerdictNeedsApproval(ApprovalNeed.any("supervisor"))
