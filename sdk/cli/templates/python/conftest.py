import json
from pathlib import Path

import pytest
from redress_sdk import Call
from redress_sdk.testing import FakeHost

from rule.config import Config
from rule.plugin import plugin


@pytest.fixture
def call() -> Call[Config]:
    """A call with the configuration of config.json, in a shop where nothing happened yet."""
    sample = json.loads((Path(__file__).parent.parent / "config.json").read_text())
    return FakeHost().call_json(plugin, sample)
