"""A component of a plugin, made by componentize-py."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from .mistakes import Mistake, Mistakes
from .project import Project

WORLD = "this-plugin"
"""The world of this plugin: its imports, `plugin`, and its hooks."""

PACKAGE = "wit_world"
"""The Python package that componentize-py makes of a world."""

_ENTRY = '''"""Made by redress_sdk.build: the plugin behind the component's exports."""

import {package}.imports.history, {package}.imports.log, {package}.imports.parameters, {package}.imports.types
{more}import {package}.exports
from redress_sdk import types
from redress_sdk._guest import Served
from {entry} import plugin

_served = Served(plugin, types.PluginInfo({name!r}, {version!r}, {description!r}, {sdk!r}), "{package}")


class Plugin:
    def describe(self):
        return _served.describe()

    def config_schema(self):
        return _served.config_schema()

    def validate_config(self, config):
        _served.validate_config(config)
'''

_HOOK = '''

class {type}:
'''

_FUNCTION = '''    def {function}(self, *question):
        return _served.ask("{hook}", "{function}", *question)
'''


def componentize(project: Project, hooks: dict[str, list[str]], sdk: str, wit: Path, work: Path, out: Path) -> None:
    """Writes the component to `out`. `hooks` are names of hooks, and of the functions of each."""
    contract, app = work / "wit", work / "app"
    for folder in (contract, app):
        shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(wit, contract)
    app.mkdir(parents=True)
    pays = "settlement" in hooks
    imported = "    import crypto;\n" if pays else ""
    exported = "".join(f"    export {hook.replace('_', '-')};\n" for hook in hooks)
    world = f"world {WORLD} {{\n    include base;\n{imported}{exported}}}\n"
    (contract / "this-plugin.wit").write_text(world, encoding="utf-8")
    entry = _ENTRY.format(
        package=PACKAGE,
        more=f"import {PACKAGE}.imports.crypto\n" if pays else "",
        entry=project.entry,
        name=project.name,
        version=project.version,
        description=project.description,
        sdk=sdk,
    )
    for hook, functions in hooks.items():
        entry += _HOOK.format(type="".join(word.capitalize() for word in hook.split("_")))
        entry += "\n".join(_FUNCTION.format(function=function, hook=hook) for function in functions)
    (app / "redress_entry.py").write_text(entry, encoding="utf-8")
    partial = out.with_suffix(".wasm.partial")
    package = Path(__file__).resolve().parents[2]
    command = [
        str(Path(sys.executable).with_name("componentize-py")),
        *("-d", str(contract), "-w", WORLD),
        *("componentize", "-s", "-p", str(app), "-p", str(project.dir), "-p", str(package), "-o", str(partial), "redress_entry"),
    ]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError as error:
        raise Mistakes([Mistake("componentize-py is not installed: add it to requirements.txt", "requirements.txt")]) from error
    if done.returncode != 0:
        # What follows is the inside of componentize-py.
        told = (done.stderr or done.stdout).split("Caused by:")[0].split("Stack backtrace:")[0].strip()
        raise Mistakes([Mistake(f"componentize-py cannot make a component:\n{told}")])
    partial.replace(out)
