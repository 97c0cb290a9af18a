"""Each entry has a case file that mirrors it, and each case is answered by the entry it names."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from skill.alexa.envelopes import Device
from skill.alexa.simulation import SimulatedDevice
from skill.alexa.skill import AlexaSkill
from skill.conversation.subject import Subject
from skill.library.library import Library, load_library
from skill.library.record import Record
from skill.library.sources import CHECKOUT
from skill.library.yaml_door import read_document

CASES = CHECKOUT / "tests" / "cases"
CONTENT = CHECKOUT / "content"
FOLDERS = ("en/symptoms", "en/topics", "en/safety")


@dataclass(frozen=True)
class Case:
    """One question and who must answer it."""

    file: str
    asks: str
    intent: str
    entry: str
    variant: str
    topic: str

    def __str__(self) -> str:
        return f"{self.file}: {self.asks}"


def _cases() -> list[Case]:
    found = []
    for path in sorted(CASES.rglob("*.yaml")):
        name = path.relative_to(CHECKOUT).as_posix()
        document = read_document(name, path.read_text(encoding="utf-8"))
        for index, item in enumerate(document.data):
            record = Record(document, [], (index,), item)
            entry = record.text("entry")
            found.append(
                Case(
                    file=path.relative_to(CASES).with_suffix("").as_posix(),
                    asks=record.text("asks"),
                    intent=record.text("intent"),
                    entry=entry,
                    variant=record.optional_text("variant") or "",
                    topic=record.optional_text("topic") or entry,
                )
            )
            record.close()
            assert not record.problems, record.problems
    return found


ALL_CASES = _cases()


def _expected(case: Case, library: Library) -> tuple[str, str, str]:
    """The kind, id and variant of the subject that a case names."""
    if case.entry in library.entries:
        return "entry", case.entry, case.variant
    if case.entry in library.red_flags:
        return "red_flag", case.entry, ""
    if case.entry == "unsafe_at_home":
        return "unsafe_at_home", "unsafe_at_home", ""
    return case.entry, case.variant, ""


@pytest.mark.parametrize("case", ALL_CASES, ids=str)
def test_the_entry_named_answers(case: Case, skill: AlexaSkill, library: Library) -> None:
    """The question reaches its intent, and the entry (and variant) named in the case answers it."""
    heard = SimulatedDevice(skill, Device()).hear(case.asks)

    assert heard.turn.reply is not None
    subject = heard.turn.reply.context.subject
    assert subject is not None
    assert heard.intent == case.intent, heard.turn.reply.because
    assert (subject.kind, subject.id, subject.variant) == _expected(case, library)
    assert heard.turn.reply.topic == case.topic


@pytest.mark.parametrize("locale", load_library().locale_codes)
def test_every_case_is_answered_alike_in_every_locale(
    locale: str, skill: AlexaSkill, library: Library
) -> None:
    """The same question has the same answer in each locale, told with that locale's facts."""
    for case in ALL_CASES:
        reply = SimulatedDevice(skill, Device(locale)).hear(case.asks).turn.reply
        assert reply is not None
        subject = reply.context.subject or Subject("", "")
        assert (subject.kind, subject.id, subject.variant) == _expected(case, library), case


def _entries(root: Path) -> set[str]:
    return {
        path.relative_to(root).as_posix()
        for folder in FOLDERS
        for path in (root / folder).glob("*.yaml")
    }


def test_content_and_cases_mirror_each_other() -> None:
    """Every entry file has a case file of the same path and name, and the reverse."""
    assert _entries(CASES) == _entries(CONTENT)


def test_no_question_is_asked_twice() -> None:
    """A question belongs to one case alone."""
    asked = [case.asks for case in ALL_CASES]

    assert len(asked) == len(set(asked))


def test_every_variant_is_asked_for(library: Library) -> None:
    """Each variant, crisis variant and kind not covered is reached by a case of its own."""
    asked = {(case.entry, case.variant) for case in ALL_CASES}
    existing = {
        (entry.id, variant)
        for entry in library.entries.values()
        for variant in ("", *entry.variants)
    }
    existing |= {("crisis", variant) for variant in library.crisis.variants}
    existing |= {("not_covered", kind) for kind in library.not_covered}

    assert not existing - asked
