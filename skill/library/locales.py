"""Facts that differ by place: telephone numbers with their source, and words for places."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass

from skill.library.record import Line, Record

REQUIRED_NUMBERS = ("emergency_number", "crisis_line")
OPTIONAL_NUMBERS = ("health_line", "loss_support_line", "unsafe_line")
ELSEWHERE = "elsewhere"
"""The facts for a locale that the skill was not made for: words, never another country's number."""

_FACT = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True)
class Number:
    """A telephone number."""

    say: str
    """How it is spoken: "911", "triple zero", "Samaritans on 116 123"."""
    number: str
    """The digits as a card shows them; empty where the place is unknown."""
    confirmed: datetime.date | None
    """The day on which it was last confirmed."""
    source: str
    """Where it was confirmed."""


@dataclass(frozen=True)
class Locale:
    """The facts of one locale."""

    code: str
    """As in the request: ``en-GB``."""
    numbers: Mapping[str, Number]
    """By fact name; the emergency number and the crisis line always."""
    facts: Mapping[str, str]
    """Every fact that a text may name, as spoken."""

    def has(self, text: str) -> bool:
        """Whether this locale has every fact that a text names."""
        return all(fact in self.facts for fact in facts_in(text))

    def fill(self, text: str) -> str:
        """The text with its facts in place; KeyError names one that the locale lacks."""
        return _FACT.sub(lambda match: self.facts[match[1]], text)

    def wording(self, line: Line) -> str:
        """The first wording of a line whose facts this locale has, filled."""
        for text in line:
            if self.has(text):
                return self.fill(text)
        return self.fill(line[-1])

    def shown(self, text: str) -> str:
        """A filled text as a card shows it: "triple zero (000)", where digits are not spoken."""
        for number in self.numbers.values():
            if number.number not in number.say:
                text = text.replace(number.say, f"{number.say} ({number.number})")
        return text


def facts_in(text: str) -> tuple[str, ...]:
    """The names in braces that a text holds."""
    return tuple(_FACT.findall(text))


def read_locales(record: Record) -> dict[str, Locale]:
    """Read locales.yaml, by locale code."""
    locales: dict[str, Locale] = {}
    for code, inner in record.each():
        numbers = {}
        for name, fact in inner.records("numbers"):
            if name not in (*REQUIRED_NUMBERS, *OPTIONAL_NUMBERS):
                fact.report(
                    "",
                    f"one of {', '.join((*REQUIRED_NUMBERS, *OPTIONAL_NUMBERS))}",
                    name,
                    "rename it",
                )
            numbers[name] = _number(fact, known=code != ELSEWHERE)
        for needed in REQUIRED_NUMBERS:
            if needed not in numbers:
                inner.report("numbers", f"`{needed}`", "no such number", "add it with its source")
        words = inner.record("words")
        locales[code] = Locale(code, numbers, _facts(numbers, words))
        inner.close()
    if ELSEWHERE not in locales:
        record.report(
            ELSEWHERE, "facts for every other locale", "nothing", "add words without numbers"
        )
    record.close()
    return locales


def _number(record: Record, *, known: bool) -> Number:
    number = Number(
        say=record.text("say"),
        number=record.text("number") if known else "",
        confirmed=record.date("confirmed"),
        source=record.text("source") if known else "",
    )
    if known and number.confirmed is None:
        record.report(
            "confirmed", "the day of its confirmation", "nothing", "confirm the number and date it"
        )
    record.optional_text("note")
    record.close()
    return number


def _facts(numbers: Mapping[str, Number], words: Record) -> dict[str, str]:
    """Numbers as spoken, and the words, which may themselves name a number."""
    facts = {name: number.say for name, number in numbers.items()}
    for key in words.names():
        text = words.text(key)
        missing = [fact for fact in facts_in(text) if fact not in facts]
        if missing:
            words.report(
                key,
                "facts that this locale has",
                ", ".join(missing),
                "add the number or leave it out",
            )
        facts[key] = _FACT.sub(lambda match: facts.get(match[1], ""), text)
    words.close()
    return facts
