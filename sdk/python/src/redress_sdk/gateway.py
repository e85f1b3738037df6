"""The hook `settlement`: how money goes back over a gateway, and shorthand for its words."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Generic, Iterable, TypeVar

from .call import Call
from .types import HttpRequest, HttpResponse, Instruction, Notice, Outcome, OutcomeFailed, Purpose, Refusal

C = TypeVar("C")


class Settlement(ABC, Generic[C]):
    """How money goes back over a gateway. The rule writes requests and reads answers, the host sends them; secrets stay with the
    host, which fills them in (`HttpRequest.secret`) or signs with them (`call.crypto`).

    A function that raises sends nothing, and finance is told; in `response` it counts as unknown, and in `notification` it refuses
    the message.
    """

    @abstractmethod
    def request(self, call: Call[C], order: Instruction, attempt: int) -> HttpRequest:
        """The request that pays; `attempt` counts from 1, and the instruction's id is the idempotency key of all attempts."""

    @abstractmethod
    def query(self, call: Call[C], order: Instruction) -> HttpRequest:
        """The request that asks what became of it."""

    @abstractmethod
    def response(self, call: Call[C], order: Instruction, asked: Purpose, answer: HttpResponse) -> Outcome:
        """What an answer means. `OutcomeAbsent` may only answer a query."""

    def notification(self, call: Call[C], headers: list[tuple[str, str]], body: str) -> Notice | None:
        """What a message from the gateway means, once its signature is checked; None when it is not about a refund of ours.

        Raise `RuleError.invalid_input("/headers", …)` when the signature does not fit. The host believes no message alone: it asks the
        gateway.
        """
        return None


def refused(reason: str) -> OutcomeFailed:
    """The gateway refused it for good."""
    return OutcomeFailed(Refusal(reason, False))


def not_now(reason: str) -> OutcomeFailed:
    """The gateway refused it for now."""
    return OutcomeFailed(Refusal(reason, True))


def header(headers: Iterable[tuple[str, str]], name: str) -> str | None:
    """The first header of this name, in lower case; None for none."""
    return next((value for own, value in headers if own == name), None)


def form(fields: dict[str, str]) -> str:
    """Text in the query or the body of a form (WHATWG URL, `application/x-www-form-urlencoded`)."""
    return "&".join(f"{_encoded(name)}={_encoded(value)}" for name, value in fields.items())


def _encoded(part: str) -> str:
    def one(byte: int) -> str:
        letter = chr(byte)
        if byte < 128 and (letter.isalnum() or letter in "-_.*"):
            return letter
        return "+" if letter == " " else f"%{byte:02X}"

    return "".join(map(one, part.encode()))
