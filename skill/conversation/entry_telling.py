"""Telling an entry: its brief or more, its variant, when to act, and the question that follows."""

from __future__ import annotations

from skill.conversation.reply import Telling
from skill.conversation.subject import Subject, message
from skill.library.entries import MORE, Entry, Offer, Variant
from skill.library.library import Library
from skill.library.locales import Locale

HELP = message("help")
"""What yes leads to after an open question."""


def tell_entry(library: Library, locale: Locale, subject: Subject, entry: Entry) -> Telling:
    """What an entry, its variant or its rest amounts to in one locale."""
    variant = entry.variants.get(subject.variant)
    urgency = entry.urgency if variant is None else variant.urgency
    grave = urgency == "emergency"
    question, offer = _follow_up(library, locale, subject, entry)
    if grave:  # said again on yes, like every emergency
        question, offer = locale.wording(library.messages["say_again"]), subject
    return Telling(
        subject=subject,
        topic=entry.id,
        urgency=urgency,
        opening=locale.wording(library.messages["emergency_if_line"]) if grave else "",
        answer=locale.fill(_entry_text(locale, subject, entry, variant, grave=grave)),
        care=entry.care_prompt if variant is None else care_urgency(urgency),
        question=question,
        offer=offer,
    )


def _entry_text(
    locale: Locale, subject: Subject, entry: Entry, variant: Variant | None, *, grave: bool
) -> str:
    here = entry.by_locale.get(locale.code, {})
    if subject.part == "more":
        return here.get("more") or entry.more or entry.brief
    brief = variant.brief if variant is not None else here.get("brief", entry.brief)
    watch_for = (variant.watch_for if variant is not None else None) or entry.watch_for
    if grave or watch_for is None:
        return brief
    return f"{watch_for} {brief}" if subject.part == "advice" else f"{brief} {watch_for}"


def _follow_up(
    library: Library, locale: Locale, subject: Subject, entry: Entry
) -> tuple[str, Subject]:
    """The question after an entry, and what yes leads to."""
    offer = entry.offer
    if offer is not None and offer.leads_to == MORE and subject.part != "more":
        return locale.fill(offer.asks), Subject("entry", entry.id, subject.variant, "more")
    if offer is not None and offer.leads_to != MORE:
        return offered(library, locale, offer)
    if entry.id == "when_to_call":
        return locale.wording(library.messages["anything_else"]), HELP
    return locale.wording(library.messages["offer_when_to_call"]), Subject("entry", "when_to_call")


def offered(library: Library, locale: Locale, offer: Offer | None) -> tuple[str, Subject]:
    """The question of an offer and what yes leads to; an open question where there is none."""
    if offer is None:
        return locale.wording(library.messages["anything_else"]), HELP
    return locale.fill(offer.asks), Subject("entry", offer.leads_to)


def care_urgency(urgency: str) -> str:
    """The urgency whose care prompts close a telling."""
    return "ask" if urgency == "none" else urgency
