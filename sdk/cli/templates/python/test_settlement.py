import json

import pytest
from redress_sdk import Call, HttpResponse, Notice, Outcome, OutcomeAbsent, OutcomePaid, OutcomePending, OutcomeUnknown, Purpose, RuleError
from redress_sdk.testing import FakeHost, instruction

from rule.config import Config
from rule.settlement import settlement

ORDER = instruction()


def refund(status: str) -> str:
    return json.dumps({"id": "re_1", "key": ORDER.id, "status": status})


def means(call: Call[Config], asked: Purpose, status: int, body: str = "") -> Outcome:
    return settlement.response(call, ORDER, asked, HttpResponse(status, [], body))


def test_only_what_is_certain_is_said(call: Call[Config]) -> None:
    assert means(call, Purpose.PAY, 200, refund("paid")) == OutcomePaid("re_1")
    assert means(call, Purpose.QUERY, 200, refund("pending")) == OutcomePending("re_1")
    assert means(call, Purpose.QUERY, 404) == OutcomeAbsent()
    for asked, status, body in [(Purpose.PAY, 404, ""), (Purpose.PAY, 500, ""), (Purpose.PAY, 200, "<html>"), (Purpose.QUERY, 200, refund("odd"))]:
        assert isinstance(means(call, asked, status, body), OutcomeUnknown)


def test_every_attempt_is_the_same_request(call: Call[Config]) -> None:
    assert settlement.request(call, ORDER, 1) == settlement.request(call, ORDER, 2)


def test_a_message_counts_only_with_its_signature(call: Call[Config]) -> None:
    call = FakeHost(secrets={"webhook": b"signed"}).call(call.config)
    signed = [("x-signature", b"signed".hex())]
    assert settlement.notification(call, signed, refund("paid")) == Notice(ORDER.id, OutcomePaid("re_1"))
    with pytest.raises(RuleError, match="does not fit"):
        settlement.notification(call, [("x-signature", "00")], refund("paid"))
