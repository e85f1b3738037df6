"""What a case says, in the form the rules ask for it."""

from __future__ import annotations

import json
from dataclasses import dataclass

from redress_sdk import CaseFile, RefundRequest, RuleError, Ticket, TicketKind, Violation

from .config import AutoApprove, Config, Inspection, RequiredFields, Window

_DAY_MS = 86_400_000


@dataclass
class Facts:
    """The case at the moment of the call."""

    config: Config
    ticket: Ticket
    delivered_ms: int | None
    now_ms: int
    amount: int
    """The amount that is tiered: the highest of requested and net, in minor units."""
    currency: str

    @staticmethod
    def read(config: Config, now_ms: int, case: CaseFile, request: RefundRequest) -> Facts:
        """Reads the case; refuses amounts that no tier can judge."""
        currency = request.requested.currency
        wrong = []
        amounts = {"/requested": request.requested, "/net": request.net, "/refunded_before": request.refunded_before}
        for path, money in amounts.items():
            if money.currency != currency:
                message = f"{money.currency} does not match {currency}: ask in one currency"
                wrong.append(Violation(f"{path}/currency", message))
            if money.minor < 0:
                wrong.append(Violation(f"{path}/minor", f"{money} is negative: ask for 0 or more"))
        if wrong:
            raise RuleError.invalid(wrong)
        before = request.refunded_before.minor if config.include_refunded_before else 0
        amount = max(request.requested.minor, request.net.minor) + before
        # A delivery in the future is a mistake in the shop's data: better unknown than "in time".
        delivered = case.order.delivered_at_ms if case.order else None
        known = delivered if delivered is not None and delivered <= now_ms else None
        return Facts(config, case.ticket, known, now_ms, amount, currency)

    def within(self, days: int) -> bool | None:
        """True or false when the delivery is known: the request comes within so many days of it, the last moment included."""
        if self.delivered_ms is None:
            return None
        start = self.delivered_ms
        if self.config.days_count_from == "next_midnight":
            offset = self.config.utc_offset_minutes * 60_000
            start = ((start + offset) // _DAY_MS + 1) * _DAY_MS - offset
        return self.now_ms <= start + days * _DAY_MS

    def is_late(self, window: Window) -> bool:
        """The window has closed."""
        reason_fits = not window.reasons or any(_has(window.reasons, line.reason) for line in self.ticket.lines)
        return self._kind_in(window.kinds) and reason_fits and self.within(window.days) is False

    def is_auto_approved(self, rule: AutoApprove) -> bool:
        """Z22 holds for every line."""
        lines = self.ticket.lines
        most = rule.max_amount.get(self.currency)
        return (
            self._kind_in(rule.kinds)
            and bool(lines)
            and all(_has(rule.reasons, line.reason) for line in lines)
            and self.within(rule.within_days) is True
            and (not rule.field or self._field(rule.field) == "true")
            and (most is None or self.amount <= most)
        )

    def inspected_below(self, rule: Inspection) -> int | None:
        """The threshold of an inspection rule that is for this case."""
        categories = [line.category for line in self.ticket.lines]
        fits = bool(categories) and all(one is not None and _has(rule.categories, one) for one in categories)
        return rule.below.get(self.currency) if self._kind_in(rule.kinds) and (not rule.categories or fits) else None

    def missing_fields(self) -> list[str]:
        """Fields that must be filled and are not, each once, in the order of the configuration."""
        wanted = [name for rule in self.config.required_fields if self._requires(rule) for name in rule.fields]
        return [name for name in dict.fromkeys(wanted) if not self._is_filled(name)]

    def _requires(self, rule: RequiredFields) -> bool:
        labels = [line.reason for line in self.ticket.lines]
        if self.ticket.problem_type is not None:
            labels.append(self.ticket.problem_type)
        problem_fits = not rule.problems or any(_has(rule.problems, label) for label in labels)
        field_fits = not rule.when_field or self._field(rule.when_field) == rule.when_value
        return self._kind_in(rule.kinds) and problem_fits and field_fits

    def _is_filled(self, name: str) -> bool:
        text = self._field(name)
        in_form = text is not None and text.strip() not in ("", "null", "[]", "{}")
        return in_form or (name == "description" and self.ticket.description.strip() != "")

    def _field(self, name: str) -> str | None:
        """A form value: the text itself for a string, JSON text for everything else."""
        value = self.ticket.field(name)
        if value is None or isinstance(value, str):
            return value
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def _kind_in(self, kinds: list[TicketKind]) -> bool:
        return not kinds or self.ticket.kind in kinds


def _has(known: list[str], text: str) -> bool:
    """Labels come from many channels, so letter case does not matter."""
    return any(_lower(item) == _lower(text) for item in known)


def _lower(text: str) -> str:
    return text.lower() if text.isascii() else "".join(letter.lower() if letter.isascii() else letter for letter in text)
