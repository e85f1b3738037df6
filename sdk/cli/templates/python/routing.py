"""Who handles the ticket?"""

from redress_sdk import Call, CaseFile, Desk, Priority, RouteDecision

from .config import Config


def routing(call: Call[Config], case: CaseFile, desk: Desk) -> RouteDecision | None:
    queue = call.config.queue
    if not desk.has_queue(queue):
        call.log.warn("the configured queue does not exist", queue=queue)
        return None
    # Whoever has the fewest open tickets; among equals the first by id, so that the answer repeats.
    agents = sorted(desk.free_agents(queue), key=lambda agent: (agent.open_tickets, agent.id))
    return RouteDecision.to_queue(
        queue,
        f"{case.ticket.kind.api_name} tickets go to {queue}",
        assignee=agents[0].id if agents else None,
        priority=Priority.HIGH if case.member_level == "vip" else None,
    )
