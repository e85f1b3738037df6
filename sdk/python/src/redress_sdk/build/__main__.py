"""`python -m redress_sdk.build --project DIR --wit DIR --work DIR --out FILE`.

Mistakes go to standard error as `file:line:column: what is wrong`; then the exit code is 1.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import traceback
from pathlib import Path

from .._shapes import HOOKS
from ..plugin import Plugin
from .component import componentize
from .findings import findings
from .mistakes import Mistake, Mistakes
from .project import Project

VERSION = "0.1.0"


def main() -> int:
    parser = argparse.ArgumentParser(prog="redress_sdk.build")
    for name in ("project", "wit", "work", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    args = parser.parse_args()
    try:
        project = Project.read(args.project.resolve())
        found = [one for file in project.sources() for one in findings(file.read_text(encoding="utf-8"), project.shown(file))]
        if found:
            raise Mistakes(found)
        hooks = inspect(project)
        componentize(project, hooks, f"redress-sdk-py/{VERSION}", args.wit, args.work.resolve(), args.out.resolve())
    except Mistakes as mistakes:
        print(mistakes, file=sys.stderr)
        return 1
    return 0


def inspect(project: Project) -> dict[str, list[str]]:
    """Loads the plugin here, outside any sandbox; answers its hooks and their functions."""
    sys.path.insert(0, str(project.dir))
    try:
        module = importlib.import_module(project.entry)
    except Exception as error:
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(project.dir)]
        place = (project.shown(frames[-1].filename), frames[-1].lineno) if frames else (project.entry, None)
        raise Mistakes([Mistake(f"the plugin cannot be loaded: {type(error).__name__}: {error}", *place)]) from error
    plugin = getattr(module, "plugin", None)
    if not isinstance(plugin, Plugin):
        raise Mistakes([Mistake("there is no `plugin`: write `plugin = Plugin(…)` there", project.entry)])
    if not plugin.hooks:
        message = "the plugin answers no hook: give Plugin a function, for example refund_approval=refund_approval"
        raise Mistakes([Mistake(message, project.entry)])
    return {hook: list(HOOKS[hook]) for hook in plugin.hooks}


if __name__ == "__main__":
    sys.exit(main())
