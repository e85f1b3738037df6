"""What pyproject.toml says of a plugin."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from .mistakes import Mistake, Mistakes


@dataclass
class Project:
    """A plugin's folder."""

    dir: Path
    name: str
    version: str
    description: str
    entry: str
    """The module that holds `plugin`, for example `rule.plugin`."""

    @staticmethod
    def read(dir: Path) -> Project:
        """Reads pyproject.toml."""
        file = tomllib.loads((dir / "pyproject.toml").read_text(encoding="utf-8"))
        project, section = file.get("project", {}), file.get("tool", {}).get("redress", {})
        missing = [name for name in ("name", "version") if name not in project]
        if missing:
            raise Mistakes([Mistake(f"[project] has no {' and no '.join(missing)}", "pyproject.toml")])
        entry = section.get("entry", "rule.plugin")
        return Project(dir, project["name"], project["version"], project.get("description", ""), entry)

    def sources(self) -> list[Path]:
        """The Python files that ship: those of the entry's package, or the entry itself."""
        top = self.dir / self.entry.split(".")[0]
        if top.is_dir():
            return sorted(top.rglob("*.py"))
        file = top.with_suffix(".py")
        if not file.is_file():
            message = f"the entry {self.entry} is not there: name the module with the plugin in [tool.redress] entry"
            raise Mistakes([Mistake(message, "pyproject.toml")])
        return [file]

    def shown(self, file: Path | str) -> str:
        """A source file as authors know it."""
        path = Path(file)
        return str(path.relative_to(self.dir)) if path.is_relative_to(self.dir) else str(path)
