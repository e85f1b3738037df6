"""The blocks of the README run."""

import re
from pathlib import Path
from typing import Any

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


def test_the_rule_and_its_test() -> None:
    blocks = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    assert len(blocks) == 2
    names: dict[str, Any] = {"__name__": "readme"}
    for block in blocks:
        # `settings` looks annotations up where the class was made, so both blocks share one namespace.
        exec(compile(block, "README.md", "exec"), names)
    names["test_small_refunds_are_paid"]()
