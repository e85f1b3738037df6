from redress_sdk import Call, Priority
from redress_sdk.testing import sample_case, sample_desk

from rule.config import Config
from rule.routing import routing


def test_vips_go_to_a_free_agent_with_high_priority(call: Call[Config]) -> None:
    decision = routing(call, sample_case(), sample_desk())
    assert decision is not None
    assert (decision.queue, decision.priority) == ("after_sales", Priority.HIGH)
    assert decision.assignee == "usr_00000000000000000000000000000001"


def test_others_keep_their_priority(call: Call[Config]) -> None:
    decision = routing(call, sample_case(member_level="normal"), sample_desk())
    assert decision is not None and decision.priority is None
