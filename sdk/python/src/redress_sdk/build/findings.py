"""What a rule must not do, found in its sources: clocks, randomness, the network, files, threads."""

from __future__ import annotations

import ast
from typing import Iterator

from .mistakes import Mistake

_CLOCK = "use call.now_ms, the recorded moment in milliseconds"
_MOMENT = "use datetime.fromtimestamp(call.now_ms / 1000, timezone.utc), the recorded moment"
_RANDOM = "use call.rng(), which is recorded with the decision and gives the same numbers when it is run again"
_SANDBOX = "a rule has no files, no network and no processes; what it may know comes with the case and through `call`"
_SYNC = "a rule answers at once and is then gone: nothing can run later or beside it"

_MODULES = {
    **dict.fromkeys(("secrets",), _RANDOM),
    **dict.fromkeys(
        ("socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "subprocess", "multiprocessing", "requests", "httpx",
         "aiohttp", "tempfile", "shutil", "sqlite3", "ctypes"),
        _SANDBOX,
    ),
    **dict.fromkeys(("asyncio", "threading", "concurrent", "sched", "signal", "queue"), _SYNC),
}

_NAMES = {
    **dict.fromkeys(
        ("time.time", "time.time_ns", "time.monotonic", "time.monotonic_ns", "time.perf_counter", "time.perf_counter_ns",
         "time.process_time", "time.localtime", "time.gmtime", "time.ctime", "time.strftime"),
        _CLOCK,
    ),
    "time.sleep": _SYNC,
    **dict.fromkeys(("datetime.datetime.now", "datetime.datetime.utcnow", "datetime.datetime.today", "datetime.date.today"), _MOMENT),
    **dict.fromkeys(("uuid.uuid1", "uuid.uuid4", "os.urandom", "os.getrandom", "random.SystemRandom"), _RANDOM),
    **dict.fromkeys(("os.environ", "os.getenv", "os.system", "os.popen", "os.open", "os.listdir", "open", "input", "io.open"), _SANDBOX),
}

_SEEDED = {"random.Random"}
"""The one thing in `random` that is right, when it gets a seed."""


def findings(source: str, file: str) -> list[Mistake]:
    """Everything of that kind in one file; a syntax error is the only finding of its file."""
    try:
        tree = ast.parse(source, file)
    except SyntaxError as error:
        return [Mistake(f"syntax error: {error.msg}", file, error.lineno, error.offset)]
    names = _imported(tree)
    found = []
    for node in ast.walk(tree):
        for at, what, why in _uses(node, names):
            found.append(Mistake(f"{what} is not for rules: {why}", file, at.lineno, at.col_offset + 1))
    return sorted(found, key=lambda mistake: (mistake.line or 0, mistake.column or 0))


def _imported(tree: ast.AST) -> dict[str, str]:
    """Local names and what they stand for; names that the file defines itself stand for nothing."""
    names = {name: name for name in ("open", "input")}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for one in node.names:
                names[one.asname or one.name.split(".")[0]] = one.name if one.asname else one.name.split(".")[0]
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            for one in node.names:
                names[one.asname or one.name] = f"{node.module}.{one.name}"
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            names.pop(node.name, None)
    return names


def _uses(node: ast.AST, names: dict[str, str]) -> Iterator[tuple[ast.expr | ast.stmt, str, str]]:
    if isinstance(node, ast.Import):
        for one in node.names:
            why = _module(one.name)
            if why:
                yield node, one.name, why
    elif isinstance(node, ast.ImportFrom) and node.level == 0:
        why = _module(node.module or "")
        if why:
            yield node, node.module or "", why
    elif isinstance(node, ast.Call):
        full = _full(node.func, names)
        if full in _SEEDED and not node.args and not node.keywords:
            yield node, f"{full}() without a seed", _RANDOM
    elif isinstance(node, (ast.Attribute, ast.Name)) and isinstance(node.ctx, ast.Load):
        full = _full(node, names)
        if full in _NAMES:
            yield node, full, _NAMES[full]
        elif full.startswith("random.") and full not in _SEEDED and full.count(".") == 1:
            yield node, full, _RANDOM


def _module(name: str) -> str | None:
    parts = name.split(".")
    return next((_MODULES[".".join(parts[:end])] for end in range(1, len(parts) + 1) if ".".join(parts[:end]) in _MODULES), None)


def _full(node: ast.expr, names: dict[str, str]) -> str:
    """`dt.now` as `datetime.datetime.now`, by the file's imports."""
    if isinstance(node, ast.Attribute):
        inner = _full(node.value, names)
        return f"{inner}.{node.attr}" if inner else ""
    return names.get(node.id, "") if isinstance(node, ast.Name) else ""
