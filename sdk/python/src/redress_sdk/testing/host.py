"""A host in memory."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Sequence, TypeVar

from .. import types
from ..call import Call
from ..errors import CryptoError, HistoryError, RuleError
from ..plugin import Plugin
from .sample import NOW_MS

C = TypeVar("C")


@dataclass
class LoggedLine:
    """One line that a rule logged."""

    level: types.Level
    message: str
    fields: dict[str, str]


class FakeHost:
    """Answers a rule's look-ups from memory, as the host does; whatever is left out is as in a fresh shop.

    Rows are put in order, newest first. With `refuse_history`, every history look-up fails. Whatever is made with one of `secrets` is
    its value there: the fake knows no cryptography, and a signature fits when it is that value.
    """

    def __init__(
        self,
        *,
        now_ms: int = NOW_MS,
        seed: tuple[int, int] = (1, 2),
        locale: str = "zh-CN",
        orders: Sequence[types.OrderSummary] = (),
        after_sales: Sequence[types.AfterSaleSummary] = (),
        totals: types.Totals | None = None,
        refuse_history: types.AccessError | None = None,
        parameters: dict[str, types.ParameterValue] | None = None,
        secrets: dict[str, bytes] | None = None,
    ) -> None:
        self.lines: list[LoggedLine] = []
        """What rules logged so far."""
        self.signed: list[bytes] = []
        """What was signed, checked or opened with secrets so far."""
        self._context = types.Context("dec_00000000000000000000000000000001", "demo", now_ms, seed, locale, "{}")
        self._orders = sorted(orders, key=lambda order: order.placed_at_ms or 0, reverse=True)
        self._after_sales = sorted(after_sales, key=lambda ticket: ticket.created_at_ms, reverse=True)
        self._totals = totals
        self._refusal = refuse_history
        self._parameters = parameters or {}
        self._secrets = secrets or {}

    def call(self, config: C) -> Call[C]:
        """A call with this configuration."""
        return Call(config, self._context, self)

    def call_json(self, plugin: Plugin[C], value: Any) -> Call[C]:
        """A call with a configuration that is read as the sandbox would read it: checked, and with defaults filled in."""
        return self.call(plugin.read_config(json.dumps(value)))

    def add_line(self, level: types.Level, message: str, fields: list[tuple[str, str]]) -> None:
        self.lines.append(LoggedLine(level, message, dict(fields)))

    def orders(self, query: types.Query) -> list[types.OrderSummary]:
        self._refuse()
        since = query.since_ms
        rows = [row for row in self._orders if since is None or row.placed_at_ms is None or row.placed_at_ms >= since]
        return rows[: min(query.limit, 200)]

    def after_sales(self, query: types.Query) -> list[types.AfterSaleSummary]:
        self._refuse()
        since = query.since_ms
        rows = [row for row in self._after_sales if since is None or row.created_at_ms >= since]
        return rows[: min(query.limit, 200)]

    def totals(self) -> types.Totals:
        self._refuse()
        paid = types.Money.sum("CNY", (row.paid for row in self._orders))
        refunded = types.Money.sum("CNY", (row.refunded for row in self._after_sales))
        return self._totals or types.Totals(len(self._orders), len(self._after_sales), paid, refunded)

    def parameter(self, code: str) -> types.ParameterValue | None:
        return self._parameters.get(code)

    def hmac_sha256(self, secret: str, message: bytes) -> bytes:
        return self._made(secret, message)

    def rsa_sha256_sign(self, secret: str, message: bytes) -> bytes:
        return self._made(secret, message)

    def rsa_sha256_verify(self, secret: str, message: bytes, signature: bytes) -> bool:
        return self._made(secret, message) == signature

    def aes_gcm_open(self, secret: str, nonce: bytes, associated: bytes, sealed: bytes) -> bytes:
        return self._made(secret, sealed)

    def _made(self, secret: str, message: bytes) -> bytes:
        self.signed.append(message)
        if secret not in self._secrets:
            raise CryptoError(types.CryptoErrorNoSecret(secret))
        return self._secrets[secret]

    def _refuse(self) -> None:
        if self._refusal is not None:
            raise HistoryError(self._refusal)


def validate_config(plugin: Plugin[C], value: Any) -> list[types.Violation]:
    """Everything wrong with a configuration, as the server tells the merchant when a binding is saved."""
    try:
        config = plugin.read_config(json.dumps(value))
    except RuleError as error:
        if isinstance(error.answer, types.RuleErrorConfig):
            return error.answer.value
        raise
    return plugin.check(config) if plugin.check else []
