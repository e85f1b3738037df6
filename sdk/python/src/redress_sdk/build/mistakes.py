"""Mistakes of the author, as a compiler tells them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Sequence


@dataclass(frozen=True)
class Mistake:
    """One thing that is wrong, and where."""

    message: str
    file: str | None = None
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        return f"{place}: {self.message}" if place else self.message


class Mistakes(Exception):
    """Raised when the plugin cannot be built; holds everything that is wrong."""

    def __init__(self, found: Sequence[Mistake]) -> None:
        self.found = list(found)
        super().__init__("\n".join(str(mistake) for mistake in self.found))
