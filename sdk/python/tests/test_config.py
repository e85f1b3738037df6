from typing import Any, Literal

import pytest
from redress_sdk import Assessment, Call, CaseFile, Money, Plugin, TicketKind, Violation, setting, settings
from redress_sdk.testing import FakeHost, validate_config


@settings
class AtLeast:
    at_least: int = setting("So many.")


@settings
class Config:
    limit: Money = setting("The limit.")
    days: int = setting("Days.", default=7, minimum=0)
    kinds: list[TicketKind] = setting(default=["return_refund"])
    quorum: Literal["any", "all"] | AtLeast = setting(default="any")
    note: str | None = setting(default=None)
    start: bool = setting(default=False, name="from")


def check(config: Config) -> list[Violation]:
    return [Violation("/days", "too many")] if config.days > 100 else []


def score(call: Call[Config], case: CaseFile) -> Assessment:
    return Assessment.clean()


plugin = Plugin(Config, check=check, fraud_scoring=score)
LIMIT = {"minor": 990, "currency": "CNY"}


def paths(config: Any) -> list[str]:
    return [violation.path for violation in validate_config(plugin, config)]


def test_defaults_are_filled_in_and_kinds_are_read_by_their_api_names() -> None:
    config = FakeHost().call_json(plugin, {"limit": LIMIT, "from": True}).config
    assert config == Config(limit=Money(990, "CNY"), start=True)
    assert (config.days, config.kinds, config.quorum, config.note) == (7, [TicketKind.RETURN_REFUND], "any", None)


def test_every_mistake_has_its_place() -> None:
    assert paths({"limit": LIMIT}) == []
    assert paths({}) == [""]
    assert paths({"limit": LIMIT, "dayz": 1}) == ["/dayz"]
    assert paths({"limit": {"minor": 0.5, "currency": "yuan"}}) == ["/limit/minor", "/limit/currency"]
    assert paths({"limit": LIMIT, "days": -1, "kinds": ["return-refund"]}) == ["/days", "/kinds/0"]
    assert paths({"limit": LIMIT, "days": True}) == ["/days"]
    assert paths({"limit": LIMIT, "quorum": {"at_least": "two"}}) == ["/quorum/at_least"]
    assert paths({"limit": LIMIT, "days": 101}) == ["/days"]
    assert paths([]) == [""]


def test_the_schema_is_closed_described_and_says_what_is_required() -> None:
    schema = plugin.config_schema()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert (schema["additionalProperties"], schema["required"]) == (False, ["limit"])
    assert schema["properties"]["days"]["description"] == "Days."
    assert schema["properties"]["days"]["default"] == 7


def test_mistakes_in_the_class_are_told_when_it_is_made() -> None:
    with pytest.raises(TypeError, match="the default of Wrong.days does not fit"):

        @settings
        class Wrong:
            days: int = setting(default=0, minimum=1)

    with pytest.raises(TypeError, match="a setting cannot be"):

        @settings
        class Odd:
            days: set[str] = setting()
