"""Reading one mapping of a document: each value is asked for by name, each fault is remembered.

A library such as pydantic would find the faults too; its messages speak of types and locations, ours
must tell a nurse which file, which line and what to do, so this small reader is our own.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from skill.library.problem import Problem
from skill.library.yaml_door import Document, Place, dotted

Line = tuple[str, ...]
"""Wordings in order of preference; the first whose facts a locale has is the one that is spoken."""


class Record:
    """One mapping of a document, handing out its values and collecting what is wrong with it."""

    def __init__(
        self, document: Document, problems: list[Problem], place: Place = (), data: Any = None
    ) -> None:
        self.document = document
        self.problems = problems
        self.place = place
        found = document.data if data is None and place == () else data
        self._asked: set[str] = set()
        self._data: Mapping[str, Any] = {}
        if isinstance(found, Mapping):
            self._data = {str(key): value for key, value in found.items()}
        else:
            self.report("", "keys with values", _told(found), "write it as `key: value` lines")

    def report(self, key: str, expected: str, found: str, remedy: str) -> None:
        """Remember one fault at a key of this record (or at the record itself)."""
        place = (*self.place, key) if key else self.place
        line = self.document.lines.get(place) or self.document.lines.get(self.place)
        self.problems.append(
            Problem(self.document.file, dotted(place), expected, found, remedy, line)
        )

    def value(self, key: str) -> Any:
        """The value as it stands, None where the key is absent."""
        self._asked.add(key)
        return self._data.get(key)

    def has(self, key: str) -> bool:
        """Whether the key stands there with a value."""
        return self._data.get(key) is not None

    def text(self, key: str) -> str:
        """A text that must be there; empty where it is not, so that reading goes on."""
        found = self.value(key)
        if isinstance(found, str) and found.strip():
            return " ".join(found.split())
        self.report(key, "a text", _told(found), f"write `{key}: some words`")
        return ""

    def optional_text(self, key: str) -> str | None:
        """A text that may be absent."""
        return self.text(key) if self.has(key) else self.value(key)

    def choice(self, key: str, allowed: Collection[str], default: str | None = None) -> str:
        """One of a closed set of words."""
        if default is not None and not self.has(key):
            self._asked.add(key)
            return default
        found = self.value(key)
        if isinstance(found, str) and found in allowed:
            return found
        self.report(key, f"one of {', '.join(sorted(allowed))}", _told(found), "choose one of them")
        return default or next(iter(sorted(allowed)))

    def line(self, key: str) -> Line:
        """One wording, or several in order of preference."""
        found = self.value(key)
        return self._texts(key, [found] if isinstance(found, str) else found)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, not empty."""
        return self._texts(key, self.value(key))

    def lines(self, key: str) -> tuple[Line, ...]:
        """A list of lines, each one wording or several in order of preference."""
        found = self.value(key)
        if not isinstance(found, list) or not found:
            self.report(
                key, "a list of wordings", _told(found), "write one wording a line, each after `- `"
            )
            return ()
        return tuple(
            self._texts(f"{key}", [item] if isinstance(item, str) else item) for item in found
        )

    def _texts(self, key: str, found: Any) -> tuple[str, ...]:
        if (
            isinstance(found, list)
            and found
            and all(isinstance(i, str) and i.strip() for i in found)
        ):
            return tuple(" ".join(item.split()) for item in found)
        self.report(key, "a list of texts", _told(found), "write one text a line, each after `- `")
        return ()

    def numbers(self, key: str) -> tuple[int, ...]:
        """A list of whole numbers; empty where the key is absent."""
        found = self.value(key)
        if found is None:
            return ()
        if isinstance(found, list) and all(isinstance(item, int) for item in found):
            return tuple(found)
        self.report(key, "a list of whole numbers", _told(found), f"write `{key}: [1, 2]`")
        return ()

    def number(self, key: str) -> int:
        """A whole number that must be there."""
        found = self.value(key)
        if isinstance(found, int):
            return found
        self.report(key, "a whole number", _told(found), f"write `{key}: 1`")
        return 0

    def date(self, key: str) -> datetime.date | None:
        """A date as 2026-11-22, or None where it is absent or null."""
        found = self.value(key)
        if found is None:
            return None
        try:
            return datetime.date.fromisoformat(str(found))
        except ValueError:
            self.report(key, "a date as 2026-11-22", _told(found), "write year, month and day")
            return None

    def record(self, key: str) -> Record:
        """A mapping below this one that must be there."""
        found = self.value(key)
        return Record(
            self.document, self.problems, (*self.place, key), {} if found is None else found
        )

    def records(self, key: str) -> Iterator[tuple[str, Record]]:
        """The named mappings below a key, with their names; none where the key is absent."""
        return self.record(key).each()

    def each(self) -> Iterator[tuple[str, Record]]:
        """Every key of this record as a mapping of its own, with its name."""
        for name in self.names():
            yield name, self.record(name)

    def listed(self, key: str) -> Iterator[Record]:
        """The mappings in the list at a key; none where the key is absent."""
        found = self.value(key)
        if found is None:
            return
        if not isinstance(found, list):
            self.report(key, "a list", _told(found), "write each item after `- `")
            return
        for index, inner in enumerate(found):
            yield Record(self.document, self.problems, (*self.place, key, index), inner or {})

    def names(self) -> tuple[str, ...]:
        """The keys that stand in this record."""
        return tuple(self._data)

    def close(self) -> None:
        """Report every key that nobody asked for: an unknown key is a misspelt one."""
        for key in self._data:
            if key not in self._asked:
                known = ", ".join(sorted(self._asked))
                self.report(
                    key,
                    f"one of the keys {known}",
                    f"`{key}`",
                    "correct its spelling or take it out",
                )


def _told(found: Any) -> str:
    if found is None:
        return "nothing"
    if isinstance(found, str):
        return f"`{found}`" if found.strip() else "an empty text"
    if isinstance(found, Mapping):
        return "keys with values"
    return "a list" if isinstance(found, list) else f"`{found}`"
