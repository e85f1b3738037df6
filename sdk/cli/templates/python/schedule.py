"""What is done at certain times?"""

from redress_sdk import Call, CaseFile, Intent, IntentSetPriority, Priority, Tick

from .config import Config


def schedule(call: Call[Config], case: CaseFile, tick: Tick) -> list[Intent]:
    waited_minutes = (call.now_ms - case.ticket.created_at_ms) // 60_000
    raised = case.ticket.priority in (Priority.HIGH, Priority.URGENT)
    if raised or waited_minutes <= call.config.most_minutes:
        return []
    return [IntentSetPriority(Priority.HIGH)]
