"""What is wrong with a content file, said so that its editor can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing wrong in one place; its text is the sentence that ``check`` prints."""

    file: str
    """The file, relative to the checkout."""
    place: str
    """The keys that lead to the value, as in ``variants.severe.brief``; empty for the whole file."""
    expected: str
    """What should have stood there."""
    found: str
    """What stands there."""
    remedy: str
    """What to do about it."""
    line: int | None = None
    """The line in the file, counted from 1, where it is known."""

    def __str__(self) -> str:
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        place = f" {self.place}:" if self.place else ""
        return f"{where}:{place} expected {self.expected}, found {self.found}; {self.remedy}"


class ContentError(Exception):
    """The content or the interaction model can't be used; carries every problem found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
