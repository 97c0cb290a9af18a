"""Reading a record: every fault is a sentence with file, line and place, and all come at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from skill.library.problem import Problem
from skill.library.record import Record
from skill.library.yaml_door import read_document


def _close_after_brief(record: Record) -> None:
    record.optional_text("brief")
    record.close()


FAULTS: list[tuple[str, str, Callable[[Record], object], str]] = [
    (
        "text missing",
        "other: 1",
        lambda record: record.text("brief"),
        "f.yaml: brief: expected a text, found nothing; write `brief: some words`",
    ),
    (
        "text is a number",
        "brief: 7",
        lambda record: record.text("brief"),
        "f.yaml:1: brief: expected a text, found `7`; write `brief: some words`",
    ),
    (
        "text is empty",
        "brief: ' '",
        lambda record: record.text("brief"),
        "f.yaml:1: brief: expected a text, found an empty text; write `brief: some words`",
    ),
    (
        "choice unknown",
        "urgency: soon",
        lambda record: record.choice("urgency", ("ask", "none")),
        "f.yaml:1: urgency: expected one of ask, none, found `soon`; choose one of them",
    ),
    (
        "numbers are words",
        "claims: [one]",
        lambda record: record.numbers("claims"),
        "f.yaml:1: claims: expected a list of whole numbers, found a list; write `claims: [1, 2]`",
    ),
    (
        "number missing",
        "{}",
        lambda record: record.number("number"),
        "f.yaml: number: expected a whole number, found nothing; write `number: 1`",
    ),
    (
        "date is a word",
        "seen: yesterday",
        lambda record: record.date("seen"),
        "f.yaml:1: seen: expected a date as 2026-11-22, found `yesterday`; "
        "write year, month and day",
    ),
    (
        "list is a text",
        "samples: help",
        lambda record: record.texts("samples"),
        "f.yaml:1: samples: expected a list of texts, found `help`; "
        "write one text a line, each after `- `",
    ),
    (
        "lines are missing",
        "{}",
        lambda record: record.lines("ask"),
        "f.yaml: ask: expected a list of wordings, found nothing; "
        "write one wording a line, each after `- `",
    ),
    (
        "mapping is a text",
        "offer: more",
        lambda record: record.record("offer"),
        "f.yaml:1: offer: expected keys with values, found `more`; write it as `key: value` lines",
    ),
    (
        "listed is a text",
        "sources: a book",
        lambda record: list(record.listed("sources")),
        "f.yaml:1: sources: expected a list, found `a book`; write each item after `- `",
    ),
    (
        "key unknown",
        "breif: words",
        _close_after_brief,
        "f.yaml:1: breif: expected one of the keys brief, found `breif`; "
        "correct its spelling or take it out",
    ),
]


@pytest.mark.parametrize(
    ("text", "read", "message"),
    [fault[1:] for fault in FAULTS],
    ids=[fault[0] for fault in FAULTS],
)
def test_a_fault_is_one_sentence(text: str, read: Callable[[Record], object], message: str) -> None:
    """Each fault says file, line, place, what was expected and found, and what to do."""
    problems: list[Problem] = []
    read(Record(read_document("f.yaml", text), problems))

    assert [str(problem) for problem in problems] == [message]


def test_all_faults_come_at_once() -> None:
    """Reading goes on after a fault, so that an editor sees all of them in one run."""
    problems: list[Problem] = []
    record = Record(read_document("f.yaml", "id: 1\nname: 2\n"), problems)
    record.text("id"), record.text("name"), record.text("brief")

    assert [problem.place for problem in problems] == ["id", "name", "brief"]


def test_a_folded_text_is_one_line() -> None:
    """Line breaks of the file are not heard."""
    record = Record(read_document("f.yaml", "brief: >-\n  one\n  two\n"), [])

    assert record.text("brief") == "one two"
