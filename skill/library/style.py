"""The rules for spoken words: limits and banned words, which are content too."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from skill.library.record import Record

LIMITS = (
    "sentence",
    "brief",
    "more",
    "reply",
    "red_flag",
    "care_prompt",
    "offer",
    "reminder",
    "goodbye",
)

_SENTENCE_END = re.compile(r"(?<=[.?!])\s+")
_FORBIDDEN_CHARACTERS = re.compile(r"[()\[\]<>;&%*_#@/\\|~^=+]")


@dataclass(frozen=True)
class Style:
    """The rules of style.yaml."""

    limits: Mapping[str, int]
    """Most words by kind of text; all of LIMITS."""
    banned: Mapping[str, str]
    """The reason by banned word or phrase."""

    def banned_in(self, text: str) -> tuple[str, ...]:
        """The banned words that stand in a text."""
        low = text.lower()
        return tuple(
            words for words in self.banned if re.search(rf"\b{re.escape(words)}\b", low) is not None
        )


def read_style(record: Record) -> Style:
    """Read style.yaml."""
    limits = record.record("limits")
    banned = {}
    for inner in record.listed("banned"):
        banned[inner.text("words").lower()] = inner.text("reason")
        inner.close()
    style = Style({name: limits.number(name) for name in LIMITS}, banned)
    limits.close()
    record.close()
    return style


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text."""
    return tuple(part for part in _SENTENCE_END.split(text.strip()) if part)


def word_count(text: str) -> int:
    """The words of a text, a fact in braces counting as one."""
    return len(text.split())


def unspeakable_in(text: str) -> tuple[str, ...]:
    """The characters of a text that a voice can't read, facts in braces left out."""
    return tuple(sorted(set(_FORBIDDEN_CHARACTERS.findall(re.sub(r"\{[a-z_]+\}", "", text)))))
