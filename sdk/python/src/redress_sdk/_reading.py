"""From annotations to JSON Schema, and from JSON to values."""

from __future__ import annotations

import re
import types as builtin
import typing
from dataclasses import dataclass
from typing import Any, Callable, Literal, Union

from .money import MAX_MINOR
from .types import Money, Priority, TicketKind, Violation

Read = Callable[[Any, str, list[Violation]], Any]


@dataclass
class Reader:
    """A kind of setting: its JSON Schema, and how it is read. `read` notes what is wrong and then answers None."""

    schema: dict[str, Any]
    read: Read


_known: dict[Any, Reader] = {}


def register(kind: Any, made: Reader) -> None:
    """Makes a class known as a kind of setting."""
    _known[kind] = made


def of(kind: Any) -> Reader:
    """The reader of a class of settings."""
    return _known[kind]


def read(made: Reader, value: Any, what: str) -> Any:
    """Reads a value that must fit."""
    found: list[Violation] = []
    read = made.read(value, "", found)
    if found:
        raise TypeError(f"{what} does not fit: " + "; ".join(f"{one.path} {one.message}".strip() for one in found))
    return read


def inner(path: str, name: object) -> str:
    """A JSON Pointer, one level deeper."""
    return f"{path}/" + str(name).replace("~", "~0").replace("/", "~1")


def reader(kind: Any, limits: dict[str, Any]) -> Reader:
    """The reader of an annotation."""
    if kind in _known:
        return _known[kind]
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if kind is str:
        return _text(limits)
    if kind is bool:
        return Reader({"type": "boolean"}, _checked(lambda value: isinstance(value, bool), "must be true or false"))
    if kind is int:
        return _whole(limits)
    if kind is float:
        fits = lambda value: isinstance(value, (int, float)) and not isinstance(value, bool)  # noqa: E731
        return Reader({"type": "number", **limits}, _checked(fits, "must be a number"))
    if origin is Literal:
        names = ", ".join(str(one) for one in arguments)
        return Reader({"enum": list(arguments)}, _checked(lambda value: value in arguments, f"must be one of {names}"))
    if origin is list:
        return _list(reader(arguments[0], {}), limits)
    if origin is dict:
        return _map(reader(arguments[1], {}))
    if origin in (Union, builtin.UnionType):
        return _union([reader(one, limits) for one in arguments])
    if kind is type(None):
        return Reader({"type": "null"}, _checked(lambda value: value is None, "must be null"))
    raise TypeError(f"a setting cannot be {kind}: see redress_sdk.settings for what it may be")


def _checked(fits: Callable[[Any], bool], message: str) -> Read:
    def read(value: Any, path: str, found: list[Violation]) -> Any:
        if fits(value):
            return value
        found.append(Violation(path, message))
        return None

    return read


def _text(limits: dict[str, Any]) -> Reader:
    least, pattern = limits.get("minLength", 0), limits.get("pattern", "")
    fits = lambda value: isinstance(value, str) and len(value) >= least and re.search(pattern, value) is not None  # noqa: E731
    wanted = "must be a text" + (f" of at least {least} characters" if least else "") + (f" like {pattern}" if pattern else "")
    return Reader({"type": "string", **limits}, _checked(fits, wanted))


def _whole(limits: dict[str, Any]) -> Reader:
    bounds = {"minimum": limits.get("minimum", -MAX_MINOR), "maximum": limits.get("maximum", MAX_MINOR)}
    fits = lambda value: type(value) is int and bounds["minimum"] <= value <= bounds["maximum"]  # noqa: E731
    return Reader({"type": "integer", **bounds}, _checked(fits, f"must be a whole number from {bounds['minimum']} to {bounds['maximum']}"))


def _list(item: Reader, limits: dict[str, Any]) -> Reader:
    least = limits.get("minItems", 0)

    def read(value: Any, path: str, found: list[Violation]) -> Any:
        if not isinstance(value, list) or len(value) < least:
            found.append(Violation(path, f"must be a list of at least {least} items" if least else "must be a list"))
            return None
        return [item.read(one, inner(path, place), found) for place, one in enumerate(value)]

    return Reader({"type": "array", "items": item.schema, **limits}, read)


def _map(item: Reader) -> Reader:
    def read(value: Any, path: str, found: list[Violation]) -> Any:
        if not isinstance(value, dict):
            found.append(Violation(path, "must be an object"))
            return None
        return {name: item.read(one, inner(path, name), found) for name, one in value.items()}

    return Reader({"type": "object", "additionalProperties": item.schema}, read)


def _union(parts: list[Reader]) -> Reader:
    def read(value: Any, path: str, found: list[Violation]) -> Any:
        closest: list[Violation] = []
        for part in parts:
            wrong: list[Violation] = []
            made = part.read(value, path, wrong)
            if not wrong:
                return made
            # What is wrong deepest inside tells most.
            closest = max(closest, wrong, key=lambda one: max((len(each.path) for each in one), default=-1))
        found.extend(closest)
        return None

    return Reader({"anyOf": [part.schema for part in parts]}, read)


def _named(names: dict[str, Any]) -> Reader:
    def read(value: Any, path: str, found: list[Violation]) -> Any:
        if isinstance(value, str) and value in names:
            return names[value]
        found.append(Violation(path, f"must be one of {', '.join(names)}"))
        return None

    return Reader({"type": "string", "enum": list(names)}, read)


def _money() -> Reader:
    minor, currency = _whole({}), _text({"pattern": "^[A-Z]{3}$"})
    properties = {
        "minor": {**minor.schema, "description": "Minor units, such as fen or cents."},
        "currency": {**currency.schema, "description": "ISO 4217 code, for example CNY."},
    }

    def read(value: Any, path: str, found: list[Violation]) -> Any:
        if not isinstance(value, dict) or value.keys() != {"minor", "currency"}:
            found.append(Violation(path, 'must be money, for example {"minor": 990, "currency": "CNY"}'))
            return None
        known = len(found)
        parts = minor.read(value["minor"], inner(path, "minor"), found), currency.read(value["currency"], inner(path, "currency"), found)
        return Money(*parts) if len(found) == known else None

    schema = {"type": "object", "properties": properties, "required": ["minor", "currency"], "additionalProperties": False}
    return Reader(schema, read)


register(Money, _money())
register(TicketKind, _named({kind.api_name: kind for kind in TicketKind}))
register(Priority, _named({priority.name.lower(): priority for priority in Priority}))
