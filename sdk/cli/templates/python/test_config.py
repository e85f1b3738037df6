import json
from pathlib import Path

from redress_sdk.testing import validate_config

from rule.plugin import plugin

SAMPLE = json.loads((Path(__file__).parent.parent / "config.json").read_text())


def test_the_sample_configuration_is_accepted() -> None:
    assert validate_config(plugin, SAMPLE) == []


def test_misspelt_settings_are_refused_by_name() -> None:
    found = validate_config(plugin, {**SAMPLE, "no_such_setting": 1})
    assert found[0].path == "/no_such_setting"
