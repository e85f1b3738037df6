"""What else follows from an event?"""

from redress_sdk import Call, CaseFile, Event, Intent, IntentAddTag, IntentSetPriority, Priority

from .config import Config


def automation(call: Call[Config], case: CaseFile, event: Event) -> list[Intent]:
    watched = call.config.problem_type
    if event.name != "ticket.created" or case.ticket.problem_type != watched:
        return []
    return [IntentSetPriority(Priority.HIGH), IntentAddTag(watched)]
