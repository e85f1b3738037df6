"""The configuration of a rule: one class that is both the JSON Schema merchants see and the Python type."""

from __future__ import annotations

import dataclasses
import typing
from typing import Any, Callable, TypeVar, dataclass_transform

from . import _reading
from .types import Violation

_T = TypeVar("_T")
_ABSENT: Any = object()


def setting(
    description: str = "",
    *,
    default: Any = _ABSENT,
    minimum: int | None = None,
    maximum: int | None = None,
    min_length: int | None = None,
    pattern: str | None = None,
    min_items: int | None = None,
) -> Any:
    """One setting: what merchants read about it, its limits, and what it is when it is left out (`default`, written as JSON)."""
    limits = {
        "minimum": minimum,
        "maximum": maximum,
        "minLength": min_length,
        "pattern": pattern,
        "minItems": min_items,
    }
    metadata = {
        "description": description,
        "limits": {name: limit for name, limit in limits.items() if limit is not None},
        "default": default,
    }
    # The reader puts defaults in; this one is for settings that are made by hand.
    if default is _ABSENT:
        return dataclasses.field(kw_only=True, metadata=metadata)
    return dataclasses.field(kw_only=True, metadata=metadata, default_factory=lambda: _ABSENT)


@dataclass_transform(kw_only_default=True, field_specifiers=(setting,))
def settings(cls: type[_T]) -> type[_T]:
    """Makes a class of annotated settings a configuration, or a part of one. Misspelt settings are refused.

    Annotations may be `str`, `int`, `bool`, `float`, `Literal[…]`, `list[…]`, `dict[str, …]`, `… | None`, `Money`,
    `TicketKind`, `Priority`, other classes of settings, and unions of these.
    """
    made = dataclasses.dataclass(kw_only=True)(cls)
    hints = typing.get_type_hints(made)
    parts: dict[str, _reading.Reader] = {}
    properties: dict[str, Any] = {}
    defaults: dict[str, Any] = {}
    required: list[str] = []
    for field in dataclasses.fields(made):  # type: ignore[arg-type]
        reader = _reading.reader(hints[field.name], field.metadata.get("limits", {}))
        schema = dict(reader.schema)
        if field.metadata.get("description"):
            schema["description"] = field.metadata["description"]
        default = field.metadata.get("default", _ABSENT)
        if default is _ABSENT:
            required.append(field.name)
        else:
            schema["default"] = default
            defaults[field.name] = _reading.read(reader, default, f"the default of {cls.__name__}.{field.name}")
        parts[field.name], properties[field.name] = reader, schema
    whole = {"type": "object", "properties": properties, "additionalProperties": False}
    if required:
        whole["required"] = required
    _fill_in(made, defaults)
    _reading.register(made, _reading.Reader(whole, _object(made, parts, defaults)))
    return made


def _fill_in(made: type[Any], defaults: dict[str, Any]) -> None:
    """Settings that are left out by hand become their defaults, as when they are read."""

    def __post_init__(self: Any) -> None:
        for name, value in defaults.items():
            if getattr(self, name) is _ABSENT:
                setattr(self, name, value)

    if defaults:
        made.__post_init__ = __post_init__


def _object(
    made: type[Any], parts: dict[str, _reading.Reader], defaults: dict[str, Any]
) -> Callable[[Any, str, list[Violation]], Any]:
    def read(value: Any, path: str, found: list[Violation]) -> Any:
        if not isinstance(value, dict):
            found.append(Violation(path, "must be an object"))
            return None
        for name in value:
            if name not in parts:
                known = ", ".join(parts) or "none"
                found.append(Violation(_reading.inner(path, name), f"is not a setting: there are {known}"))
        values = {}
        for name, part in parts.items():
            if name in value:
                values[name] = part.read(value[name], _reading.inner(path, name), found)
            elif name in defaults:
                values[name] = defaults[name]
            else:
                found.append(Violation(path, f"the setting {name} is missing"))
        return None if found else made(**values)

    return read


@settings
class NoConfig:
    """For plugins without settings."""
