"""From a subject to what is told of it in one locale: the words are the library's, the order ours."""

from __future__ import annotations

from dataclasses import dataclass

from skill.conversation.entry_telling import HELP, care_urgency, offered, tell_entry
from skill.conversation.reply import NoCare, Telling
from skill.conversation.subject import Subject, message
from skill.library.library import Library
from skill.library.locales import Locale


@dataclass(frozen=True)
class _Shape:
    """How a message is told."""

    topic: str = "navigation"
    question: str | None = "anything_to_ask"
    care: str | NoCare = "ask"
    offer: Subject | None = HELP
    answer: str | None = None


MESSAGES = {
    "welcome": _Shape(),
    "help": _Shape(),
    "goodbye": _Shape(question=None, care=NoCare.GOODBYE, offer=None),
    "closing": _Shape(question=None, offer=None),
    "source": _Shape(question="anything_else"),
    "not_a_doctor": _Shape(question="anything_else"),
    "nothing_to_repeat": _Shape(),
    "nothing_more": _Shape(),
    "no_more_detail": _Shape(question="offer_when_to_call", offer=Subject("entry", "when_to_call")),
    "confirm_again": _Shape(topic="unknown"),
    "not_understood": _Shape(topic="unknown"),
    "not_understood_again": _Shape(topic="unknown"),
    "unknown_intent": _Shape(topic="unknown"),
    "unresolved_symptom": _Shape(topic="unknown", question="which_symptom"),
    "which_symptom": _Shape(topic="unknown", question="which_symptom", answer="signs_to_choose"),
    "failure": _Shape(topic="unknown"),
}
"""Every message that can be a subject of its own."""


def tell(library: Library, locale: Locale, subject: Subject) -> Telling:
    """What a subject amounts to; an address that leads nowhere is told as not understood."""
    if subject.kind == "entry" and subject.id in library.entries:
        return tell_entry(library, locale, subject, library.entries[subject.id])
    if subject.kind == "red_flag" and subject.id in library.red_flags:
        return _red_flag(library, locale, subject)
    if subject.kind == "crisis" and subject.id in library.crisis.variants:
        return _crisis(library, locale, subject)
    if subject.kind == "unsafe_at_home":
        return _unsafe_at_home(library, locale, subject)
    if subject.kind == "not_covered" and subject.id in library.not_covered:
        return _not_covered(library, locale, subject)
    if subject.kind == "confirm" and subject.id.split(",")[0] in library.entries:
        return _confirm(library, locale, subject)
    if subject.kind == "message" and subject.id in MESSAGES:
        return _message(library, locale, subject)
    return _message(library, locale, message("not_understood"))


def _red_flag(library: Library, locale: Locale, subject: Subject) -> Telling:
    flag = library.red_flags[subject.id]
    brief = locale.fill(flag.brief)
    if flag.action == "emergency":
        opening = locale.wording(library.messages["emergency_line"])
        answer = f"{brief} {locale.wording(library.messages['repeat_number'])}"
    else:
        opening, answer = locale.wording(library.messages["call_now_line"]), brief
    return Telling(
        subject, "urgent", flag.action, answer, flag.action, opening,
        locale.wording(library.messages["say_again"]), subject,
    )  # fmt: skip


def _crisis(library: Library, locale: Locale, subject: Subject) -> Telling:
    variant = library.crisis.variants[subject.id]
    return Telling(
        subject, "crisis", "crisis", locale.fill(variant.brief), "crisis",
        locale.wording(variant.line), locale.wording(library.messages["say_again"]), subject,
    )  # fmt: skip


def _unsafe_at_home(library: Library, locale: Locale, subject: Subject) -> Telling:
    unsafe = library.unsafe_at_home
    return Telling(
        subject, "urgent", "call_now", locale.fill(unsafe.brief), "ask",
        locale.wording(unsafe.line), locale.wording(library.messages["say_again"]), subject,
        card_text=locale.fill(unsafe.card),
    )  # fmt: skip


def _not_covered(library: Library, locale: Locale, subject: Subject) -> Telling:
    kind = library.not_covered[subject.id]
    question, offer = offered(library, locale, kind.offer)
    care = care_urgency(kind.urgency)
    return Telling(
        subject, kind.topic, kind.urgency, locale.fill(kind.brief), care, "", question, offer
    )


def _confirm(library: Library, locale: Locale, subject: Subject) -> Telling:
    candidates = tuple(id_ for id_ in subject.id.split(",") if id_ in library.entries)
    name = library.entries[candidates[0]].name
    asks = library.messages["did_you_mean"][0].replace("{entry}", name)
    return Telling(
        subject, "unknown", "none", locale.wording(library.messages["be_sure"]), "ask", "",
        locale.fill(asks), Subject("entry", candidates[0]), card_text="", candidates=candidates,
    )  # fmt: skip


def _message(library: Library, locale: Locale, subject: Subject) -> Telling:
    shape = MESSAGES[subject.id]
    question = None if shape.question is None else locale.wording(library.messages[shape.question])
    answer = locale.wording(library.messages[shape.answer or subject.id])
    return Telling(
        subject, shape.topic, "none", answer, shape.care, "", question, shape.offer, card_text=""
    )
