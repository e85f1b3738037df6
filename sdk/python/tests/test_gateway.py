from typing import Any

import pytest
from redress_sdk import (
    Call,
    CryptoError,
    HttpRequest,
    HttpResponse,
    Instruction,
    Outcome,
    OutcomeAbsent,
    OutcomeUnknown,
    Plugin,
    Purpose,
    Settlement,
    types,
)
from redress_sdk._guest import Served
from redress_sdk.gateway import form, header, not_now, refused
from redress_sdk.testing import FakeHost, instruction

from test_guest import CONTEXT, INFO, Err, log


class Bank(Settlement[Any]):
    def request(self, call: Call[Any], order: Instruction, attempt: int) -> HttpRequest:
        signature = call.crypto.hmac_sha256("key", f"{order.id} {attempt}".encode()).hex()
        return HttpRequest.post("https://bank.example", signature).secret("authorization", "Bearer ", "key")

    def query(self, call: Call[Any], order: Instruction) -> HttpRequest:
        return HttpRequest.get(f"https://bank.example/{order.id}").header("x", "y")

    def response(self, call: Call[Any], order: Instruction, asked: Purpose, answer: HttpResponse) -> Outcome:
        return OutcomeAbsent() if (asked, answer.status) == (Purpose.QUERY, 404) else OutcomeUnknown(answer.header("why") or "")


def ask(rule: Settlement[Any], function: str, *question: Any) -> Any:
    return Served(Plugin(settlement=rule), INFO, "stand_in").ask("settlement", function, CONTEXT, *question)


def test_every_function_is_asked_in_its_own_words(log: list[Any]) -> None:
    assert ask(Bank(), "query", instruction()).headers == [types.Header("x", types.HeaderValueText("y"))]
    assert ask(Bank(), "response", instruction(), Purpose.QUERY, HttpResponse(404, [], "")) == OutcomeAbsent()
    told = ask(Bank(), "response", instruction(), Purpose.PAY, HttpResponse(404, [("why", "odd")], ""))
    assert told == OutcomeUnknown("odd")
    assert ask(Bank(), "notification", [], "") is None


def test_what_does_not_fit_is_told_by_its_place(log: list[Any]) -> None:
    class Wrong(Bank):
        def query(self, call: Call[Any], order: Instruction) -> HttpRequest:
            return HttpRequest(types.Method.GET, 7, [], "")  # type: ignore[arg-type]

    with pytest.raises(Err) as raised:
        ask(Wrong(), "query", instruction())
    assert "the answer of settlement.query.url must be a text" in raised.value.value.value


def test_a_secret_that_is_not_there_is_the_configurations_fault(log: list[Any]) -> None:
    with pytest.raises(Err) as raised:
        ask(Bank(), "request", instruction(), 1)
    assert raised.value.value == types.RuleErrorConfig([types.Violation("", "the gateway has no secret 'key'")])
    with pytest.raises(CryptoError):
        FakeHost().call(None).crypto.rsa_sha256_sign("key", b"")


def test_the_fake_host_makes_what_it_is_told() -> None:
    host = FakeHost(secrets={"key": b"\x01\xff"})
    call = host.call(None)
    request = Bank().request(call, instruction(), 2)
    assert (request.body, host.signed) == ("01ff", [f"{instruction().id} 2".encode()])
    assert request.headers[0].value == types.HeaderValueSecret(types.SecretText("Bearer ", "key"))
    assert call.crypto.rsa_sha256_verify("key", b"text", b"\x01\xff")
    assert not call.crypto.rsa_sha256_verify("key", b"text", b"other")
    assert call.crypto.aes_gcm_open("key", b"n", b"", b"sealed") == b"\x01\xff"


def test_shorthand() -> None:
    assert (refused("no").value.retryable, not_now("later").value.retryable) == (False, True)
    assert (header([("a", "1"), ("a", "2")], "a"), header([], "a")) == ("1", None)
    assert form({"metadata[a b]": "退&1", "x": "~*-_."}) == "metadata%5Ba+b%5D=%E9%80%80%261&x=%7E*-_."
