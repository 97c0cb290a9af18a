"""Questions that lean on what was told before: that, more, worse, yes, no, again."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from skill.conversation.question import Question
from skill.conversation.route import Route
from skill.conversation.subject import Subject, message
from skill.conversation.variants import best_variant
from skill.library.entries import Entry
from skill.library.library import Library
from skill.library.model import Intent


def _entry_told(library: Library, question: Question) -> tuple[Entry, Subject] | None:
    """The entry that was told last, and how; None where something else or nothing was told."""
    told = question.context.subject
    if told is None or told.kind != "entry" or told.id not in library.entries:
        return None
    return library.entries[told.id], told


def _which_symptom(intent: Intent) -> Route:
    return Route(message("which_symptom"), "no symptom was told yet", awaiting=intent.aspect)


def _that_normal(library: Library, question: Question, intent: Intent) -> Route:
    found = _entry_told(library, question)
    if found is None:
        return _which_symptom(intent)
    entry, told = found
    return Route(Subject("entry", entry.id, told.variant), f"{intent.name} after {entry.id}")


def _severity(library: Library, question: Question, intent: Intent) -> Route:
    found = _entry_told(library, question)
    if found is None:
        return _which_symptom(intent)
    entry, _ = found
    severity = question.slot("severity")
    because = f"{intent.name}, {severity.spoken} after {entry.id}"
    return Route(best_variant(library, entry, severity.id, None), because)


def _more(library: Library, question: Question, intent: Intent) -> Route:
    found = _entry_told(library, question)
    if found is None:
        return Route(message("nothing_more"), "nothing was told yet")
    entry, told = found
    if told.part == "more" or entry.more is None:
        return Route(message("no_more_detail"), f"all was told of {entry.id}")
    return Route(Subject("entry", entry.id, told.variant, "more"), f"{intent.name} on {entry.id}")


def _yes(_: Library, question: Question, intent: Intent) -> Route:
    offer = question.context.offer
    if offer is None:
        return Route(message("help"), "yes without an offer")
    return Route(offer, f"{intent.name} to the offer")


def _no(_: Library, question: Question, intent: Intent) -> Route:
    told = question.context.subject
    if told is not None and told.kind == "confirm":
        return Route(message("confirm_again"), f"{intent.name} to the confirmation")
    return Route(message("closing"), f"{intent.name} to the offer")


def _repeat(_: Library, question: Question, intent: Intent) -> Route:
    told = question.context.subject
    if told is None:
        return Route(message("nothing_to_repeat"), "nothing was told yet")
    return Route(told, intent.name)


FOLLOW_UPS: Mapping[str, Callable[[Library, Question, Intent], Route]] = {
    "that_normal": _that_normal,
    "severity": _severity,
    "more": _more,
    "yes": _yes,
    "no": _no,
    "repeat": _repeat,
}
"""By what the intent means."""
