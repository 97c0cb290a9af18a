"""Everything that is said and heard, as one frozen value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath
from typing import TypeVar

from skill.library.article import Claim, read_article
from skill.library.entries import Entry, read_entry
from skill.library.locales import ELSEWHERE, Locale, read_locales
from skill.library.messages import CarePrompts, Messages, read_care_prompts, read_messages
from skill.library.model import InteractionModel, read_model
from skill.library.problem import ContentError, Problem
from skill.library.record import Record
from skill.library.safety import (
    Crisis,
    NotCovered,
    RedFlag,
    UnsafeAtHome,
    read_crisis,
    read_not_covered,
    read_red_flag,
    read_unsafe_at_home,
)
from skill.library.sources import read_documents
from skill.library.style import Style, read_style
from skill.library.yaml_door import Document

_SAFETY_SINGLES = ("crisis", "unsafe_at_home", "not_covered")
_Read = TypeVar("_Read")


@dataclass(frozen=True)
class Library:
    """The content and the interaction model, read and valid in form."""

    article: Mapping[int, Claim]
    """Claims by number."""
    entries: Mapping[str, Entry]
    """Symptoms and topics by id."""
    red_flags: Mapping[str, RedFlag]
    """By id."""
    crisis: Crisis
    """Self-harm and suicide."""
    unsafe_at_home: UnsafeAtHome
    """Violence at home."""
    not_covered: Mapping[str, NotCovered]
    """Kinds of questions that the article does not answer, by id."""
    messages: Messages
    """The words around the answers."""
    care_prompts: CarePrompts
    """The sentences that point to the provider."""
    locales: Mapping[str, Locale]
    """By code; ``elsewhere`` for every other."""
    style: Style
    """The rules for spoken words."""
    model: InteractionModel
    """What is heard."""
    documents: Mapping[str, Document]
    """The files that all this was read from."""

    def locale(self, code: str) -> Locale:
        """The facts of a locale; one that is not ours gets words instead of numbers."""
        return self.locales.get(code) or self.locales[ELSEWHERE]

    @property
    def locale_codes(self) -> tuple[str, ...]:
        """The locales that the skill is made for."""
        return tuple(code for code in self.locales if code != ELSEWHERE)


def read_library(documents: Mapping[str, Document]) -> tuple[Library, list[Problem]]:
    """Read every document into a library; faults of form are collected, not raised.

    Errors: ContentError only where a whole file is missing, so that nothing can be read from it.
    """
    reading = _Reading(documents)
    return reading.library(), reading.problems


@lru_cache(maxsize=1)
def load_library() -> Library:
    """The installed library, read once.

    Errors: ContentError with every problem of form; what only ``check`` looks at is not looked at.
    """
    library, problems = read_library(read_documents())
    if problems:
        raise ContentError(problems)
    return library


class _Reading:
    """One pass over the documents, gathering problems on the way."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self.documents = documents
        self.problems: list[Problem] = []

    def library(self) -> Library:
        needed = (
            "content/article.yaml",
            "content/locales.yaml",
            "content/style.yaml",
            "content/en/messages.yaml",
            "content/en/care_prompts.yaml",
            *(f"content/en/safety/{name}.yaml" for name in _SAFETY_SINGLES),
            "interaction_model/intents.yaml",
            "interaction_model/symptoms.yaml",
        )
        missing = [file for file in needed if file not in self.documents]
        if missing:
            raise ContentError(
                Problem(file, "", "this file", "no such file", "restore it") for file in missing
            )
        return Library(
            article=read_article(self._record("content/article.yaml")),
            entries={
                **self._folder("symptoms", lambda record: read_entry(record, "symptom")),
                **self._folder("topics", lambda record: read_entry(record, "topic")),
            },
            red_flags=self._folder("safety", read_red_flag, leaving_out=_SAFETY_SINGLES),
            crisis=read_crisis(self._record("content/en/safety/crisis.yaml")),
            unsafe_at_home=read_unsafe_at_home(
                self._record("content/en/safety/unsafe_at_home.yaml")
            ),
            not_covered=read_not_covered(self._record("content/en/safety/not_covered.yaml")),
            messages=read_messages(self._record("content/en/messages.yaml")),
            care_prompts=read_care_prompts(self._record("content/en/care_prompts.yaml")),
            locales=read_locales(self._record("content/locales.yaml")),
            style=read_style(self._record("content/style.yaml")),
            model=read_model(
                self._record("interaction_model/intents.yaml"),
                [
                    self._record(file)
                    for file in sorted(self.documents)
                    if file.startswith("interaction_model/") and not file.endswith("/intents.yaml")
                ],
            ),
            documents=self.documents,
        )

    def _record(self, file: str) -> Record:
        return Record(self.documents[file], self.problems)

    def _folder(
        self, folder: str, read: Callable[[Record], _Read], leaving_out: tuple[str, ...] = ()
    ) -> dict[str, _Read]:
        """Read every file of a folder of content/en; its id must be its file's name."""
        found: dict[str, _Read] = {}
        for file in sorted(self.documents):
            path = PurePosixPath(file)
            if str(path.parent) != f"content/en/{folder}" or path.stem in leaving_out:
                continue
            record = self._record(file)
            found[path.stem] = read(record)
            named = record.value("id")
            if named != path.stem:
                record.report(
                    "id", f"the file's name, `{path.stem}`", f"`{named}`", "make them the same"
                )
        return found
