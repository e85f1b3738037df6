"""What the words of the contract can do. The classes of `types.py` take these in."""

from __future__ import annotations

import json
from typing import Any, Iterable, Optional

from . import types
from .money import MoneyMethods

__all__ = ["MoneyMethods"]

_DAY_MS = 86_400_000


class CaseFileMethods:
    """Questions a rule often has about a case."""

    ticket: types.Ticket
    customer: Optional[types.Customer]
    order: Optional[types.Order]

    def days_since_delivery(self, now_ms: int) -> int | None:
        """Whole days between delivery (签收) and now; None when the order was not delivered or is unknown."""
        delivered = self.order.delivered_at_ms if self.order else None
        return None if delivered is None else (now_ms - delivered) // _DAY_MS

    @property
    def member_level(self) -> str | None:
        """The shop's level of the customer, when known."""
        return self.customer.member_level if self.customer else None

    @property
    def currency(self) -> str | None:
        """The order's currency, or that of the first ticket line."""
        if self.order:
            return self.order.paid.currency
        return self.ticket.lines[0].requested.currency if self.ticket.lines else None

    @property
    def categories(self) -> list[str]:
        """Product categories of the goods in question, without repeats."""
        found = []
        for line in self.ticket.lines:
            bought = self.order_line(line)
            found.append(line.category or (bought.category if bought else None))
        return list(dict.fromkeys(category for category in found if category is not None))

    def order_line(self, line: types.TicketLine) -> types.OrderLine | None:
        """The order line a ticket line is about."""
        lines = self.order.lines if self.order else []
        return next((one for one in lines if one.external_id == line.order_line), None)

    def has_tag(self, tag: str) -> bool:
        """True when the ticket or the customer has the tag."""
        return tag in self.ticket.tags or (self.customer is not None and tag in self.customer.tags)


class TicketMethods:
    """Reading a ticket."""

    fields: list[types.Field]

    def field(self, name: str) -> Any:
        """A form field, read from its JSON; None when it is absent or not JSON."""
        return _parsed(next((one.value for one in self.fields if one.name == name), None))


class OrderMethods:
    """Reading an order."""

    attributes: list[tuple[str, str]]

    def attribute(self, name: str) -> str | None:
        """An attribute the shop sent."""
        return dict(self.attributes).get(name)


class EventMethods:
    """Reading an event."""

    details: list[tuple[str, str]]

    def detail(self, name: str) -> Any:
        """A detail, read from its JSON; None when it is absent or not JSON."""
        return _parsed(dict(self.details).get(name))


class TicketKindMethods:
    """Naming a kind."""

    name: str

    @property
    def api_name(self) -> str:
        """The name in the API and in configurations, for example `return_refund`."""
        return self.name.lower()


class AgentMethods:
    """Reading a person's desk."""

    available: bool
    capacity: int
    open_tickets: int

    @property
    def has_room(self) -> bool:
        """True when the person is present and below their capacity."""
        return self.available and (self.capacity == 0 or self.open_tickets < self.capacity)


class DeskMethods:
    """Finding queues and people."""

    queues: list[types.Queue]
    agents: list[types.Agent]

    def has_queue(self, key: str) -> bool:
        """True when there is a queue with this key."""
        return any(queue.key == key for queue in self.queues)

    def free_agents(self, queue: str) -> list[types.Agent]:
        """People who work in the queue, are present and have room."""
        return [agent for agent in self.agents if agent.has_room and queue in agent.queues]


class HttpRequestMethods:
    """Shorthand for requests."""

    method: types.Method
    url: str
    headers: list[types.Header]
    body: str

    @staticmethod
    def get(url: str) -> types.HttpRequest:
        """A request that reads."""
        return types.HttpRequest(types.Method.GET, url, [], "")

    @staticmethod
    def post(url: str, body: str) -> types.HttpRequest:
        """A request that does something."""
        return types.HttpRequest(types.Method.POST, url, [], body)

    def header(self, name: str, value: str) -> types.HttpRequest:
        """The same with a header."""
        return self._with(types.Header(name, types.HeaderValueText(value)))

    def secret(self, name: str, before: str, secret: str) -> types.HttpRequest:
        """The same with a header that holds a secret, which the host writes behind `before`."""
        return self._with(types.Header(name, types.HeaderValueSecret(types.SecretText(before, secret))))

    def _with(self, header: types.Header) -> types.HttpRequest:
        return types.HttpRequest(self.method, self.url, [*self.headers, header], self.body)


class HttpResponseMethods:
    """Reading what came back."""

    headers: list[tuple[str, str]]

    def header(self, name: str) -> str | None:
        """The first header of this name, in lower case; None for none."""
        return next((value for own, value in self.headers if own == name), None)


class AssessmentMethods:
    """Shorthand for assessments."""

    @staticmethod
    def clean() -> types.Assessment:
        """Nothing odd: score 0, no signals."""
        return types.Assessment(0, [], [])

    @staticmethod
    def from_signals(signals: Iterable[types.Signal], tags: Iterable[str] = ()) -> types.Assessment:
        """The sum of the weights, at most 100."""
        found = list(signals)
        return types.Assessment(min(100, sum(signal.weight for signal in found)), found, list(tags))


class ApprovalNeedMethods:
    """Shorthand for who must agree."""

    @staticmethod
    def any(role: str, *, with_report: bool = False) -> types.ApprovalNeed:
        """One holder of the role."""
        return types.ApprovalNeed(role, types.QuorumAny(), with_report)

    @staticmethod
    def all(role: str, *, with_report: bool = False) -> types.ApprovalNeed:
        """All holders of the role (会签)."""
        return types.ApprovalNeed(role, types.QuorumAll(), with_report)

    @staticmethod
    def at_least(count: int, role: str, *, with_report: bool = False) -> types.ApprovalNeed:
        """So many holders of the role."""
        return types.ApprovalNeed(role, types.QuorumAtLeast(count), with_report)


class DecisionMethods:
    """Shorthand for decisions."""

    @staticmethod
    def of(
        verdict: types.Verdict, explanation: str, *, deductions: Iterable[types.Deduction] = (), tags: Iterable[str] = ()
    ) -> types.Decision:
        """A verdict with its reason."""
        return types.Decision(verdict, list(deductions), explanation, list(tags))

    @staticmethod
    def approve(explanation: str, *, deductions: Iterable[types.Deduction] = (), tags: Iterable[str] = ()) -> types.Decision:
        """Pay without asking anybody."""
        return DecisionMethods.of(types.VerdictApprove(), explanation, deductions=deductions, tags=tags)

    @staticmethod
    def needs_approval(
        who: str | types.ApprovalNeed,
        explanation: str,
        *,
        deductions: Iterable[types.Deduction] = (),
        tags: Iterable[str] = (),
    ) -> types.Decision:
        """Ask one holder of a role, or as many as `who` says."""
        need = ApprovalNeedMethods.any(who) if isinstance(who, str) else who
        return DecisionMethods.of(types.VerdictNeedsApproval(need), explanation, deductions=deductions, tags=tags)

    @staticmethod
    def need_information(fields: Iterable[str], explanation: str, *, tags: Iterable[str] = ()) -> types.Decision:
        """Ask the customer for these fields first."""
        return DecisionMethods.of(types.VerdictNeedInformation(list(fields)), explanation, tags=tags)

    @staticmethod
    def reject(to_customer: str, explanation: str, *, tags: Iterable[str] = ()) -> types.Decision:
        """Do not pay. `to_customer` is what the customer reads."""
        return DecisionMethods.of(types.VerdictReject(to_customer), explanation, tags=tags)


class RouteDecisionMethods:
    """Shorthand for routes."""

    @staticmethod
    def to_queue(
        key: str,
        reason: str,
        *,
        assignee: str | None = None,
        skills: Iterable[str] = (),
        priority: types.Priority | None = None,
        tags: Iterable[str] = (),
    ) -> types.RouteDecision:
        """To a queue."""
        return types.RouteDecision(key, assignee, list(skills), priority, list(tags), reason)

    @staticmethod
    def to_agent(
        agent: str, reason: str, *, priority: types.Priority | None = None, tags: Iterable[str] = ()
    ) -> types.RouteDecision:
        """To a person."""
        return types.RouteDecision(None, agent, [], priority, list(tags), reason)


def _parsed(text: str | None) -> Any:
    try:
        return None if text is None else json.loads(text)
    except ValueError:
        return None
