"""What the component does, with the modules of componentize-py replaced by stand-ins."""

import sys
from types import ModuleType
from typing import Any, Iterator

import pytest
from redress_sdk import Call, CaseFile, Decision, Plugin, RefundRequest, RuleError, VerdictApprove, types
from redress_sdk._guest import Served
from redress_sdk.testing import NOW_MS, refund_request, sample_case

INFO = types.PluginInfo("x", "1.0.0", "", "s")
CONTEXT = types.Context("dec_1", "demo", NOW_MS, (1, 2), "zh-CN", "{}")


class Err(Exception):
    def __init__(self, value: Any) -> None:
        self.value = value


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[Any, str, Any]]]:
    """Modules as componentize-py makes them; answers the lines that are logged."""
    lines: list[tuple[Any, str, Any]] = []

    def module(name: str, **names: Any) -> None:
        made = ModuleType(name)
        made.__dict__.update(names)
        monkeypatch.setitem(sys.modules, name, made)

    def no_customer() -> None:
        raise Err(types.AccessErrorNoCustomer())

    module("componentize_py_types", Err=Err)
    module("stand_in.imports.history", totals=no_customer)
    module("stand_in.imports.log", log=lambda *line: lines.append(line))
    module("stand_in.imports.parameters", get=lambda code: None)
    module("stand_in.imports.types", Money=object)
    monkeypatch.setattr(sys, "stdout", sys.stdout)
    monkeypatch.setattr(sys, "stderr", sys.stderr)
    yield lines


def ask(rule: Any) -> Any:
    return Served(Plugin(refund_approval=rule), INFO, "stand_in").ask("refund_approval", "evaluate", CONTEXT, sample_case(), refund_request(100))


def test_the_classes_of_the_sdk_take_their_places(log: list[Any]) -> None:
    Served(Plugin(refund_approval=lambda *_: Decision.approve("")), INFO, "stand_in")
    assert getattr(sys.modules["stand_in.imports.types"], "Money") is types.Money


def test_answers_pass_as_they_are(log: list[Any]) -> None:
    def rule(call: Call[Any], case: CaseFile, request: RefundRequest) -> Decision:
        print("asked for", request.net)
        return Decision.approve(f"at {call.now_ms}")

    assert ask(rule) == types.Decision(VerdictApprove(), [], f"at {NOW_MS}", [])
    assert log == [(types.Level.INFO, "asked for 1.00 CNY", [])]


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (None, "the answer of refund_approval must be a Decision, but is None"),
        (types.Decision(VerdictApprove(), [], "x", "vip"), "refund_approval.tags must be a list"),  # type: ignore[arg-type]
        (types.Decision("approve", [], "x", []), "verdict must be one of VerdictApprove"),  # type: ignore[arg-type]
    ],
)
def test_what_does_not_fit_is_told_by_its_place(log: list[Any], answer: Any, message: str) -> None:
    with pytest.raises(Err) as raised:
        ask(lambda *_: answer)
    assert isinstance(raised.value.value, types.RuleErrorInternal)
    assert message in raised.value.value.value


def test_an_exception_is_a_defect_with_file_and_line(log: list[Any]) -> None:
    def rule(*_: Any) -> Decision:
        raise KeyError("boom")

    with pytest.raises(Err) as raised:
        ask(rule)
    line = rule.__code__.co_firstlineno + 1
    assert raised.value.value == types.RuleErrorInternal(f"KeyError: 'boom' (at {__file__}:{line})")
    assert log[0][2][0] == ("at 0", f"rule {__file__}:{line}")


def test_a_rule_error_is_what_it_says(log: list[Any]) -> None:
    def rule(*_: Any) -> Decision:
        raise RuleError.unavailable("later")

    with pytest.raises(Err) as raised:
        ask(rule)
    assert raised.value.value == types.RuleErrorUnavailable("later")
    with pytest.raises(Err) as raised:
        ask(lambda call, *_: call.history.totals())
    assert isinstance(raised.value.value, types.RuleErrorInvalidInput)


def test_configurations_are_checked_by_the_component_too(log: list[Any]) -> None:
    served = Served(Plugin(refund_approval=lambda *_: Decision.approve("")), INFO, "stand_in")
    served.validate_config("{}")
    with pytest.raises(Err) as raised:
        served.validate_config('{"x": 1}')
    assert [violation.path for violation in raised.value.value] == ["/x"]
