"""What runs between the sandbox and a plugin's functions. The build's entry module calls it; rules never do."""

from __future__ import annotations

import importlib
import io
import json
import sys
from types import TracebackType
from typing import Any

from . import _shape, types
from ._shapes import HOMES, HOOKS
from .call import Call
from .errors import CryptoError, HistoryError, RuleError
from .gateway import Settlement
from .plugin import Plugin


def adopt(root: str) -> None:
    """Puts the SDK's classes in the place of those that componentize-py made from the WIT. They have the same fields in the same
    order; with them, cases have their methods from the start and nothing is copied at the border."""
    modules = {name: module for name, module in sys.modules.items() if name.startswith(f"{root}.")}
    for own, (interface, name) in HOMES.items():
        for side in ("imports", "exports"):
            module = modules.get(f"{root}.{side}.{interface}")
            if module is not None and hasattr(module, name):
                setattr(module, name, getattr(types, own))


class WitHost:
    """The host's functions, as the component imports them."""

    def __init__(self, root: str) -> None:
        self._history: Any = importlib.import_module(f"{root}.imports.history")
        self._log: Any = importlib.import_module(f"{root}.imports.log")
        self._parameters: Any = importlib.import_module(f"{root}.imports.parameters")
        # Only a world with `settlement` has it.
        self._crypto: Any = sys.modules.get(f"{root}.imports.crypto")
        self._err: Any = importlib.import_module("componentize_py_types").Err

    def add_line(self, level: types.Level, message: str, fields: list[tuple[str, str]]) -> None:
        self._log.log(level, message, fields)

    def orders(self, query: types.Query) -> list[types.OrderSummary]:
        _shape.check(("named", "Query"), query, "the query")
        return self._look(self._history.orders, query)  # type: ignore[no-any-return]

    def after_sales(self, query: types.Query) -> list[types.AfterSaleSummary]:
        _shape.check(("named", "Query"), query, "the query")
        return self._look(self._history.after_sales, query)  # type: ignore[no-any-return]

    def totals(self) -> types.Totals:
        return self._look(self._history.totals)  # type: ignore[no-any-return]

    def parameter(self, code: str) -> types.ParameterValue | None:
        return self._parameters.get(code)  # type: ignore[no-any-return]

    def hmac_sha256(self, secret: str, message: bytes) -> bytes:
        return self._make("hmac_sha256", secret, message)  # type: ignore[no-any-return]

    def rsa_sha256_sign(self, secret: str, message: bytes) -> bytes:
        return self._make("rsa_sha256_sign", secret, message)  # type: ignore[no-any-return]

    def rsa_sha256_verify(self, secret: str, message: bytes, signature: bytes) -> bool:
        return self._make("rsa_sha256_verify", secret, message, signature)  # type: ignore[no-any-return]

    def aes_gcm_open(self, secret: str, nonce: bytes, associated: bytes, sealed: bytes) -> bytes:
        return self._make("aes_gcm_open", secret, nonce, associated, sealed)  # type: ignore[no-any-return]

    def _make(self, function: str, secret: str, *arguments: bytes) -> Any:
        if self._crypto is None:
            raise CryptoError(types.CryptoErrorNoSecret(secret))
        try:
            return getattr(self._crypto, function)(secret, *arguments)
        except self._err as error:
            raise CryptoError(error.value) from None

    def _look(self, function: Any, *arguments: Any) -> Any:
        try:
            return function(*arguments)
        except self._err as error:
            raise HistoryError(error.value) from None


class _Lines(io.TextIOBase):
    """`print` inside a sandbox: its lines go to the decision's log."""

    def __init__(self, host: WitHost, level: types.Level) -> None:
        self._host, self._level, self._rest = host, level, ""

    def write(self, text: str) -> int:
        *lines, self._rest = (self._rest + text).split("\n")
        for line in lines:
            self._host.add_line(self._level, line, [])
        return len(text)


class Served:
    """A plugin behind the component's exports."""

    def __init__(self, plugin: Plugin[Any], info: types.PluginInfo, root: str) -> None:
        adopt(root)
        self._plugin, self._info, self._host = plugin, info, WitHost(root)
        self._schema = json.dumps(plugin.config_schema(), ensure_ascii=False)
        self._err: Any = importlib.import_module("componentize_py_types").Err

    def describe(self) -> types.PluginInfo:
        """The answer to `plugin.describe`."""
        return self._info

    def config_schema(self) -> str:
        """The answer to `plugin.config-schema`."""
        return self._schema

    def validate_config(self, text: str) -> None:
        """The answer to `plugin.validate-config`."""
        try:
            config = self._plugin.read_config(text)
            found = self._plugin.check(config) if self._plugin.check else []
            _shape.check(("list", ("named", "Violation")), found, "the answer of check")
        except Exception as error:
            answer = self._failure(error)
            message = f"the rule's own check failed: {answer.value}"
            found = answer.value if isinstance(answer, types.RuleErrorConfig) else [types.Violation("", message)]
        if found:
            raise self._err(found)

    def ask(self, hook: str, function: str, context: types.Context, *question: Any) -> Any:
        """The answer to a hook's function."""
        self._print_to_the_log()
        try:
            call = Call(self._plugin.read_config(context.config), context, self._host)
            own = self._plugin.hooks[hook]
            rule, shown = (getattr(own, function), f"{hook}.{function}") if isinstance(own, Settlement) else (own, hook)
            answer = rule(call, *question)
            _shape.check(HOOKS[hook][function], answer, f"the answer of {shown}")
            return answer
        except Exception as error:
            raise self._err(self._failure(error)) from None

    def _print_to_the_log(self) -> None:
        sys.stdout = _Lines(self._host, types.Level.INFO)
        sys.stderr = _Lines(self._host, types.Level.WARN)

    def _failure(self, error: Exception) -> types.RuleError:
        """The error a host understands. What is not a RuleError is a defect; its trace goes to the log."""
        if isinstance(error, RuleError):
            return error.answer
        message, frames = f"{type(error).__name__}: {error}", _frames(error.__traceback__)
        if not frames:
            return types.RuleErrorInternal(message)
        message = f"{message} (at {frames[-1][1]})"
        trace = [(f"at {place}", f"{name} {where}") for place, (name, where) in enumerate(reversed(frames))]
        self._host.add_line(types.Level.ERROR, message, trace)
        return types.RuleErrorInternal(message)


def _frames(tb: TracebackType | None) -> list[tuple[str, str]]:
    """The author's functions, each with file and line, the outermost first. `traceback` would look for the files."""
    frames = []
    while tb is not None:
        code = tb.tb_frame.f_code
        if "/redress_sdk/" not in code.co_filename and not code.co_filename.endswith("/redress_entry.py"):
            frames.append((code.co_name, f"{_shown(code.co_filename)}:{tb.tb_lineno}"))
        tb = tb.tb_next
    return frames


def _shown(file: str) -> str:
    """The file as seen from the plugin's folder: inside a component, that folder has a number for a name."""
    parts = file.split("/")
    return "/".join(parts[2:]) if len(parts) > 2 and parts[0] == "" and parts[1].isdigit() else file
