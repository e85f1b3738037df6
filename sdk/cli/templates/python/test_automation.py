from redress_sdk import Call, IntentSetPriority, Priority
from redress_sdk.testing import sample_case, sample_event

from rule.automation import automation
from rule.config import Config


def test_the_watched_problem_comes_first(call: Call[Config]) -> None:
    watched = sample_case(problem_type=call.config.problem_type)
    assert automation(call, watched, sample_event("ticket.created"))[0] == IntentSetPriority(Priority.HIGH)


def test_other_events_and_problems_are_left_alone(call: Call[Config]) -> None:
    watched = sample_case(problem_type=call.config.problem_type)
    assert automation(call, watched, sample_event("ticket.closed")) == []
    assert automation(call, sample_case(problem_type=None), sample_event("ticket.created")) == []
