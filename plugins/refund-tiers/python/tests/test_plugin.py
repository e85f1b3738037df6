from typing import Any

import pytest
from redress_sdk import ApprovalNeed, CaseFile, Decision, TicketKind, Verdict, VerdictApprove, VerdictNeedsApproval
from redress_sdk.testing import FakeHost, refund_request, sample_case, validate_config

from refund_tiers.plugin import plugin, refund_approval

PLAIN = sample_case(kind=TicketKind.REFUND_ONLY, problem_type=None)


def ask(config: Any, case: CaseFile, minor: int) -> Decision:
    return refund_approval(FakeHost().call_json(plugin, config), case, refund_request(minor))


@pytest.mark.parametrize(
    ("minor", "verdict"),
    [
        (5_000, VerdictApprove()),
        (5_001, VerdictNeedsApproval(ApprovalNeed.any("supervisor"))),
        (50_000, VerdictNeedsApproval(ApprovalNeed.any("supervisor"))),
        (50_001, VerdictNeedsApproval(ApprovalNeed.any("director", with_report=True))),
    ],
)
def test_d3(minor: int, verdict: Verdict) -> None:
    assert ask({}, PLAIN, minor).verdict == verdict


def test_the_strictest_quorum_of_the_highest_role_stays() -> None:
    tiers = {"CNY": [{"up_to": None, "role": "supervisor", "quorum": {"at_least": 2}}]}
    decision = ask({"tiers": tiers, "windows": [{"role": "supervisor"}]}, sample_case(delivered_days_ago=30), 1)
    assert decision.verdict == VerdictNeedsApproval(ApprovalNeed.at_least(2, "supervisor"))


@pytest.mark.parametrize(
    ("config", "path"),
    [
        ({"tiers": {"CNY": []}}, "/tiers/CNY"),
        ({"tiers": {"yuan": [{"up_to": None}]}}, "/tiers/yuan"),
        ({"tiers": {"CNY": [{"up_to": None, "role": "boss"}]}}, "/tiers/CNY/0/role"),
        ({"risk": {"levels": [{"from": 101, "role": "director"}]}}, "/risk/levels/0/from"),
        ({"required_fields": [{}]}, "/required_fields/0/fields"),
        ({"no_such_setting": 1}, "/no_such_setting"),
    ],
)
def test_mistakes_in_the_configuration_are_found(config: Any, path: str) -> None:
    assert validate_config(plugin, config)[0].path == path
