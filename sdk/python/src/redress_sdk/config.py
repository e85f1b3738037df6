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
    name: str | None = None,
    minimum: int | None = None,
    maximum: int | None = None,
    min_length: int | None = None,
    pattern: str | None = None,
    min_items: int | None = None,
) -> Any:
    """One setting: what merchants read about it, its limits, and what it is when it is left out (`default`, written as JSON).

    `name` is for settings whose name is a word of Python, such as `from`.
    """
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
        "name": name,
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
    parts: dict[str, _Part] = {}
    _fill_in(cls, parts)
    made = dataclasses.dataclass(kw_only=True)(cls)
    hints = typing.get_type_hints(made)
    properties: dict[str, Any] = {}
    required: list[str] = []
    for field in dataclasses.fields(made):  # type: ignore[arg-type]
        name = field.metadata.get("name") or field.name
        reader = _reading.reader(hints[field.name], field.metadata.get("limits", {}))
        schema = dict(reader.schema)
        if field.metadata.get("description"):
            schema["description"] = field.metadata["description"]
        part = _Part(field.name, reader)
        default = field.metadata.get("default", _ABSENT)
        if default is _ABSENT:
            required.append(name)
        else:
            schema["default"] = default
            part.fallback = _reading.read(reader, default, f"the default of {cls.__name__}.{field.name}")
        parts[name], properties[name] = part, schema
    whole = {"type": "object", "properties": properties, "additionalProperties": False}
    if required:
        whole["required"] = required
    _reading.register(made, _reading.Reader(whole, _object(made, parts)))
    return made


@dataclasses.dataclass
class _Part:
    """One setting: its attribute, how it is read, and what it is when it is left out."""

    attribute: str
    reader: _reading.Reader
    fallback: Any = _ABSENT


def _fill_in(cls: type[Any], parts: dict[str, _Part]) -> None:
    """Settings that are left out by hand become their defaults, as when they are read."""

    def __post_init__(self: Any) -> None:
        for part in parts.values():
            if getattr(self, part.attribute) is _ABSENT:
                setattr(self, part.attribute, part.fallback)

    cls.__post_init__ = __post_init__


def _object(made: type[Any], parts: dict[str, _Part]) -> Callable[[Any, str, list[Violation]], Any]:
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
                values[part.attribute] = part.reader.read(value[name], _reading.inner(path, name), found)
            elif part.fallback is not _ABSENT:
                values[part.attribute] = part.fallback
            else:
                found.append(Violation(path, f"the setting {name} is missing"))
        return None if found else made(**values)

    return read


@settings
class NoConfig:
    """For plugins without settings."""
