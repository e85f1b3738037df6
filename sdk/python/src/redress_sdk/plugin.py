"""What a plugin is made of."""

from __future__ import annotations

import json
from typing import Any, Callable, Generic, TypeVar

from . import _reading
from .call import Call
from .config import NoConfig
from .errors import RuleError
from .gateway import Settlement
from .types import (
    Assessment,
    CaseFile,
    Decision,
    Desk,
    Event,
    Intent,
    Message,
    RefundRequest,
    RouteDecision,
    RuleErrorConfig,
    Tick,
    Violation,
)

C = TypeVar("C")


class Plugin(Generic[C]):
    """A plugin: its configuration and one function per hook, and an object of four for `settlement`. The entry module holds it under the name `plugin`.

    Name, version and description are those of `pyproject.toml`. A function that raises leaves the decision to a person.
    """

    def __init__(
        self,
        config: type[C] = NoConfig,  # type: ignore[assignment]
        *,
        check: Callable[[C], list[Violation]] | None = None,
        routing: Callable[[Call[C], CaseFile, Desk], RouteDecision | None] | None = None,
        fraud_scoring: Callable[[Call[C], CaseFile], Assessment] | None = None,
        refund_approval: Callable[[Call[C], CaseFile, RefundRequest], Decision] | None = None,
        notification: Callable[[Call[C], CaseFile, Event], list[Message]] | None = None,
        automation: Callable[[Call[C], CaseFile, Event], list[Intent]] | None = None,
        schedule: Callable[[Call[C], CaseFile, Tick], list[Intent]] | None = None,
        settlement: Settlement[C] | None = None,
    ) -> None:
        self.config = config
        """The class of the settings, made with `settings`."""
        self.check = check
        """Checks what a schema cannot say, when a merchant saves a binding. An empty list means: fine."""
        given: dict[str, Callable[..., Any] | Settlement[C] | None] = {
            "routing": routing,
            "fraud_scoring": fraud_scoring,
            "refund_approval": refund_approval,
            "notification": notification,
            "automation": automation,
            "schedule": schedule,
            "settlement": settlement,
        }
        self.hooks = {name: rule for name, rule in given.items() if rule is not None}
        """What answers each hook."""

    def config_schema(self) -> dict[str, Any]:
        """JSON Schema (2020-12) of the configuration."""
        return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_reading.of(self.config).schema}

    def read_config(self, text: str) -> C:
        """A configuration as the rule gets it; a `RuleError` with every violation when it does not fit."""
        try:
            value = json.loads(text)
        except ValueError as error:
            raise RuleError.config("", f"the configuration is not JSON: {error}") from error
        found: list[Violation] = []
        config: C = _reading.of(self.config).read(value, "", found)
        if found:
            raise RuleError(RuleErrorConfig(found))
        return config
