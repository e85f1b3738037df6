"""How does money go back?"""

import json

from redress_sdk import (
    Call,
    HttpRequest,
    HttpResponse,
    Instruction,
    Notice,
    Outcome,
    OutcomeAbsent,
    OutcomePaid,
    OutcomePending,
    OutcomeUnknown,
    Purpose,
    RuleError,
    Settlement,
)
from redress_sdk.gateway import header, refused

from .config import Config

# Names among the gateway's secrets: the host fills them in and signs with them, and the rule never sees them.
KEY = "key"
WEBHOOK = "webhook"


class Gateway(Settlement[Config]):
    def request(self, call: Call[Config], order: Instruction, attempt: int) -> HttpRequest:
        body = {"payment": order.payment, "minor": order.amount.minor, "currency": order.amount.currency}
        request = HttpRequest.post(f"{call.config.base_url}/refunds", json.dumps(body))
        request = request.header("content-type", "application/json").header("idempotency-key", order.id)
        return request.secret("authorization", "Bearer ", KEY)

    def query(self, call: Call[Config], order: Instruction) -> HttpRequest:
        return HttpRequest.get(f"{call.config.base_url}/refunds/{order.id}").secret("authorization", "Bearer ", KEY)

    def response(self, call: Call[Config], order: Instruction, asked: Purpose, answer: HttpResponse) -> Outcome:
        if answer.status == 404 and asked == Purpose.QUERY:
            return OutcomeAbsent()
        if answer.status == 400 and asked == Purpose.PAY:
            return refused(answer.body)
        notice = read(answer.body) if answer.status == 200 else None
        # Whatever is not certain is unknown: the host asks again, and never sends again unasked.
        if notice is None or notice.instruction != order.id:
            return OutcomeUnknown(f"the gateway answered {answer.status}")
        return notice.outcome

    def notification(self, call: Call[Config], headers: list[tuple[str, str]], body: str) -> Notice | None:
        if header(headers, "x-signature") != call.crypto.hmac_sha256(WEBHOOK, body.encode()).hex():
            raise RuleError.invalid_input("/headers/x-signature", "the signature does not fit the body")
        return read(body)


settlement = Gateway()


def read(body: str) -> Notice | None:
    """What the gateway tells of a refund; None for what is no refund. Its `key` is the idempotency key: the instruction's id."""
    try:
        refund = json.loads(body)
        key, reference, status = str(refund["key"]), str(refund["id"]), str(refund["status"])
    except (ValueError, TypeError, KeyError):
        return None
    outcomes: dict[str, Outcome] = {
        "paid": OutcomePaid(reference),
        "pending": OutcomePending(reference),
        "failed": refused(f"the gateway did not pay {reference}"),
    }
    return Notice(key, outcomes.get(status, OutcomeUnknown(f"nobody knows the status {status}")))
