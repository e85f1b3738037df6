from redress_sdk import Call, IntentSetPriority, Priority, Tick
from redress_sdk.testing import NOW_MS, sample_case

from rule.config import Config
from rule.schedule import schedule

TICK = Tick(due_ms=NOW_MS, previous_ms=None)


def test_a_ticket_that_waited_too_long_is_raised_once(call: Call[Config]) -> None:
    created_at_ms = NOW_MS - (call.config.most_minutes + 1) * 60_000
    assert schedule(call, sample_case(created_at_ms=created_at_ms), TICK) == [IntentSetPriority(Priority.HIGH)]
    raised = sample_case(created_at_ms=created_at_ms, priority=Priority.HIGH)
    assert schedule(call, raised, TICK) == []


def test_a_fresh_ticket_is_left_alone(call: Call[Config]) -> None:
    assert schedule(call, sample_case(), TICK) == []
