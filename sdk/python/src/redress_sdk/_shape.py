"""Checks what a rule says before it leaves the sandbox, so that a mistake is told by name and not as a crash."""

from __future__ import annotations

from typing import Any

from . import types
from ._shapes import NAMED
from .money import MAX_MINOR


def check(shape: Any, value: Any, at: str) -> None:
    """Raises a TypeError that names the place when the value does not fit."""
    if isinstance(shape, str):
        return _scalar(shape, value, at)
    kind, inner = shape
    if kind == "option":
        if value is not None:
            check(inner, value, at)
    elif kind == "list":
        if not isinstance(value, list):
            raise _misfit(at, "a list", value)
        for place, item in enumerate(value):
            check(inner, item, f"{at}[{place}]")
    elif kind == "tuple":
        if not isinstance(value, tuple) or len(value) != len(inner):
            raise _misfit(at, f"a tuple of {len(inner)}", value)
        for place, (part, item) in enumerate(zip(inner, value)):
            check(part, item, f"{at}[{place}]")
    else:
        _named(inner, value, at)
    return None


def _named(name: str, value: Any, at: str) -> None:
    kind, parts = NAMED[name]
    own = type(value).__name__
    if kind == "variant":
        if own not in parts or not isinstance(value, getattr(types, own)):
            raise _misfit(at, f"one of {', '.join(parts)}", value)
        if parts[own] is not None:
            check(parts[own], value.value, f"{at}.value")
        return
    if not isinstance(value, getattr(types, name)):
        raise _misfit(at, f"a {name}", value)
    if kind == "record":
        for field, shape in parts.items():
            check(shape, getattr(value, field), f"{at}.{field}")


def _scalar(shape: str, value: Any, at: str) -> None:
    if shape == "bool":
        if not isinstance(value, bool):
            raise _misfit(at, "True or False", value)
    elif shape == "str":
        if not isinstance(value, str):
            raise _misfit(at, "a text", value)
    elif shape == "u32":
        if type(value) is not int or not 0 <= value <= 0xFFFFFFFF:
            raise _misfit(at, "a whole number from 0 to 4294967295", value)
    elif type(value) is not int or not -MAX_MINOR <= value <= MAX_MINOR:
        raise _misfit(at, "a whole number within ±9007199254740991", value)


def _misfit(at: str, wanted: str, value: Any) -> TypeError:
    return TypeError(f"{at} must be {wanted}, but is {value!r}")
