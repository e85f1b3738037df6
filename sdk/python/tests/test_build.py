"""The build up to the component; the component itself is tested with `redress-plugin`."""

from pathlib import Path

import pytest
from redress_sdk.build.__main__ import inspect
from redress_sdk.build.findings import findings
from redress_sdk.build.mistakes import Mistakes
from redress_sdk.build.project import Project


def found(source: str) -> list[str]:
    return [str(mistake).split(" is not for rules")[0] for mistake in findings(source, "rule/a.py")]


def test_clocks_randomness_files_and_the_network_are_found() -> None:
    source = """\
import os, random, time, uuid
import socket
import datetime as dt
from datetime import datetime
from random import choice
from urllib.request import urlopen
a = time.time() + random.random()
b = datetime.now(), dt.datetime.utcnow(), dt.date.today()
c = choice([1]), uuid.uuid4(), os.urandom(4), random.Random()
d = open("x")
import asyncio
"""
    assert found(source) == [
        "rule/a.py:2:1: socket",
        "rule/a.py:6:1: urllib.request",
        "rule/a.py:7:5: time.time",
        "rule/a.py:7:19: random.random",
        "rule/a.py:8:5: datetime.datetime.now",
        "rule/a.py:8:21: datetime.datetime.utcnow",
        "rule/a.py:8:43: datetime.date.today",
        "rule/a.py:9:5: random.choice",
        "rule/a.py:9:18: uuid.uuid4",
        "rule/a.py:9:32: os.urandom",
        "rule/a.py:9:47: random.Random() without a seed",
        "rule/a.py:10:5: open",
        "rule/a.py:11:1: asyncio",
    ]
    assert "use call.now_ms" in str(findings("import time\ntime.time()", "a.py")[0])
    assert "use call.rng()" in str(findings("import random\nrandom.random()", "a.py")[0])


def test_what_only_looks_like_them_is_left_alone() -> None:
    source = """\
import random
from datetime import datetime, timezone
from urllib.parse import quote
from . import time
def open(x): return x
a = random.Random(7), datetime.fromtimestamp(1, timezone.utc), quote("x"), time.time(), open("x")
"""
    assert found(source) == []


def test_syntax_errors_have_their_place() -> None:
    assert found("def f(:\n") == ["rule/a.py:1:7: syntax error: invalid syntax"]


def project(folder: Path, name: str, source: str) -> Project:
    (folder / "pyproject.toml").write_text(
        f'[project]\nname = "mine"\nversion = "1.0.0"\n[tool.redress]\nentry = "{name}"\n', encoding="utf-8"
    )
    (folder / f"{name}.py").write_text(source, encoding="utf-8")
    return Project.read(folder)


def test_hooks_are_found_and_plugins_without_any_are_told(tmp_path: Path) -> None:
    good = project(tmp_path, "good_rule", "from redress_sdk import *\nplugin = Plugin(routing=lambda call, case, desk: None)\n")
    assert good.sources() == [tmp_path / "good_rule.py"]
    assert inspect(good) == {"routing": ["route"]}
    for name, source, message in [
        ("no_hook", "from redress_sdk import Plugin\nplugin = Plugin()\n", "answers no hook"),
        ("no_plugin", "a = 1\n", "there is no `plugin`"),
        ("throwing", "\n1 / 0\n", "throwing.py:2: the plugin cannot be loaded: ZeroDivisionError"),
    ]:
        with pytest.raises(Mistakes, match=message):
            inspect(project(tmp_path, name, source))


def test_a_missing_entry_is_told(tmp_path: Path) -> None:
    made = project(tmp_path, "there", "")
    made.entry = "not_there"
    with pytest.raises(Mistakes, match="pyproject.toml: the entry not_there is not there"):
        made.sources()
