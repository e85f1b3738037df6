"""Sample cases: a pet feeder returned three days after delivery, by a customer without a past. The same as in fixtures."""

from __future__ import annotations

import json
from typing import Any, Sequence

from ..types import (
    AfterSaleSummary,
    Agent,
    CaseFile,
    Customer,
    Desk,
    Event,
    Field,
    Instruction,
    Money,
    Order,
    OrderLine,
    OrderSummary,
    Priority,
    Queue,
    RefundRequest,
    Risk,
    Ticket,
    TicketKind,
    TicketLine,
)

NOW_MS = 1_791_360_000_000
""""Now" of the samples: 2026-10-07T08:00:00Z, three days after delivery."""

_DAY_MS = 86_400_000


def sample_case(
    *,
    kind: TicketKind = TicketKind.RETURN_REFUND,
    requested: int = 28_800,
    reason: str = "unwanted",
    category: str = "pet_device",
    problem_type: str | None = "size_mismatch",
    member_level: str | None = "vip",
    priority: Priority = Priority.NORMAL,
    created_at_ms: int = NOW_MS,
    tags: Sequence[str] = (),
    fields: dict[str, Any] | None = None,
    delivered_days_ago: int | None = 3,
    with_customer: bool = True,
    with_order: bool = True,
) -> CaseFile:
    """The sample case with these changes. `requested` is in fen, values of `fields` become JSON."""
    delivered = None if delivered_days_ago is None else NOW_MS - delivered_days_ago * _DAY_MS
    ticket = Ticket(
        id="tkt_00000000000000000000000000000001",
        number="20261007-0001",
        kind=kind,
        channel="api",
        problem_type=problem_type,
        subject="太小了",
        description="想退货",
        priority=priority,
        tags=list(tags),
        case_status="submitted",
        goods_status="with_customer",
        money_status="none",
        dispute_status="none",
        created_at_ms=created_at_ms,
        lines=[TicketLine("1", "FEEDER-1", category, 1, reason, Money(requested, "CNY"))],
        fields=[Field(name, json.dumps(value, ensure_ascii=False)) for name, value in (fields or {}).items()],
    )
    customer = Customer("cus_00000000000000000000000000000001", "c-42", "customer 42", member_level, [])
    order = Order(
        id="ord_00000000000000000000000000000001",
        external_id="o-77",
        placed_at_ms=NOW_MS - 6 * _DAY_MS,
        delivered_at_ms=delivered,
        paid=Money(28_800, "CNY"),
        lines=[OrderLine("1", "FEEDER-1", "自动喂食器", category, 1, Money(28_800, "CNY"))],
        attributes=[],
    )
    return CaseFile(ticket, customer if with_customer else None, order if with_order else None)


def refund_request(minor: int, *, risk: Risk | None = Risk(0, [])) -> RefundRequest:
    """A request for so many fen, with nothing deducted and nothing refunded before."""
    return RefundRequest(Money(minor, "CNY"), Money(minor, "CNY"), Money(0, "CNY"), risk)


def instruction() -> Instruction:
    """All that one payment brought goes back: 288.00 CNY on `pay_1`, as in fixtures."""
    amount = Money(28_800, "CNY")
    return Instruction(
        id="rfi_00000000000000000000000000000001",
        amount=amount,
        payment="pay_1",
        paid=amount,
        reference=None,
        ticket="20261007-0001",
        order="o-77",
        reason="unwanted",
        created_at_ms=NOW_MS,
    )


def sample_desk() -> Desk:
    """Two queues (`after_sales`, `finance`) and two people, one in each."""
    agents = [
        Agent("usr_00000000000000000000000000000001", "小李", ["after_sales"], ["pet_device"], 3, 20, 450, True),
        Agent("usr_00000000000000000000000000000002", "Ann", ["finance"], ["en"], 0, 20, 450, True),
    ]
    return Desk([Queue("after_sales", "售后"), Queue("finance", "财务")], agents, 0)


def sample_event(name: str, **details: Any) -> Event:
    """An event at `NOW_MS` by the system; the details become JSON."""
    return Event(name, NOW_MS, "system", [(key, json.dumps(value, ensure_ascii=False)) for key, value in details.items()])


def after_sale(number: str, days_ago: int) -> AfterSaleSummary:
    """An earlier ticket: an unwanted feeder, created so many days before `NOW_MS`, closed, refunded in full."""
    created_at_ms, refunded = NOW_MS - days_ago * _DAY_MS, Money(28_800, "CNY")
    return AfterSaleSummary(number, TicketKind.RETURN_REFUND, None, ["unwanted"], ["FEEDER-1"], "closed", created_at_ms, refunded)


def past_order(external_id: str, days_ago: int, paid_minor: int) -> OrderSummary:
    """An earlier order of one line, placed so many days before `NOW_MS`."""
    return OrderSummary(external_id, NOW_MS - days_ago * _DAY_MS, Money(paid_minor, "CNY"), 1)
