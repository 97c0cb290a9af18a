"""Entries: what the skill says of a symptom or a topic, one file each."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from skill.library.record import Record

URGENCIES = ("none", "ask", "call_today", "call_now", "emergency")
"""How soon care is needed, rising; ``crisis`` stands apart and belongs to safety content alone."""

MORE = "more"
"""The offer that leads to the rest of the same entry."""


@dataclass(frozen=True)
class Source:
    """Where a statement can be looked up."""

    name: str
    """The authority or publication."""
    url: str
    """Its address."""
    seen: datetime.date | None
    """The day on which it was read."""
    via: str | None
    """The copy that was read, where it was not the authority's own page."""


@dataclass(frozen=True)
class Review:
    """Who signed the words, and until when."""

    status: str
    """``draft`` or ``reviewed``."""
    reviewed_by: str | None
    """Name and role of the clinician; None while nobody has."""
    last_reviewed: datetime.date | None
    """The day of the review."""
    review_due: datetime.date | None
    """The day by which it must be read again."""


@dataclass(frozen=True)
class Offer:
    """The one short question at the end of a reply, and what yes leads to."""

    asks: str
    """The question as spoken."""
    leads_to: str
    """``more``, or the id of another entry."""


@dataclass(frozen=True)
class Variant:
    """What an entry says where the severity or the company of a symptom is known."""

    name: str
    """``mild``, ``severe``, ``sharp`` or ``with_`` and another symptom's id."""
    urgency: str
    """How soon care is needed."""
    brief: str
    """The answer."""
    watch_for: str | None
    """When it becomes an emergency; None takes the entry's."""
    now: str | None
    """The red flag that answers instead where the person has it now."""
    claims: tuple[int, ...]
    """The numbers in article.yaml that it speaks."""


@dataclass(frozen=True)
class Entry:
    """One symptom or topic."""

    id: str
    """The file's name, the topic's label and, for a symptom, the slot value id."""
    kind: str
    """``symptom`` or ``topic``."""
    name: str
    """What it is called inside a question."""
    urgency: str
    """How soon care is needed."""
    brief: str
    """What answers the question in one or two breaths."""
    watch_for: str | None
    """One sentence on when it is an emergency; every symptom has one."""
    more: str | None
    """What "tell me more" adds."""
    variants: Mapping[str, Variant]
    """By name."""
    care_prompt: str
    """The urgency whose care prompts close the reply."""
    offer: Offer | None
    """The question that follows."""
    by_locale: Mapping[str, Mapping[str, str]]
    """Other sentences for ``brief`` or ``more`` where a word will not do, by locale."""
    claims: tuple[int, ...]
    """The numbers in article.yaml that it speaks."""
    sources: tuple[Source, ...]
    """What stands behind it beside the claims."""
    review: Review
    """Its sign-off."""


def read_entry(record: Record, kind: str) -> Entry:
    """Read one entry file; its faults are left in the record's problems."""
    urgency = record.choice("urgency", URGENCIES)
    watch_for = record.text("watch_for") if kind == "symptom" else record.optional_text("watch_for")
    entry = Entry(
        id=record.text("id"),
        kind=kind,
        name=record.text("name"),
        urgency=urgency,
        brief=record.text("brief"),
        watch_for=watch_for,
        more=record.optional_text("more"),
        variants={name: _variant(name, inner) for name, inner in record.records("variants")},
        care_prompt=record.choice("care_prompt", URGENCIES[1:], default=_care(urgency)),
        offer=_offer(record.record("offer")) if record.has("offer") else record.value("offer"),
        by_locale={locale: _sentences(inner) for locale, inner in record.records("by_locale")},
        claims=record.numbers("claims"),
        sources=read_sources(record),
        review=read_review(record),
    )
    record.close()
    return entry


def _variant(name: str, record: Record) -> Variant:
    variant = Variant(
        name=name,
        urgency=record.choice("urgency", URGENCIES),
        brief=record.text("brief"),
        watch_for=record.optional_text("watch_for"),
        now=record.optional_text("now"),
        claims=record.numbers("claims"),
    )
    record.close()
    return variant


def _offer(record: Record) -> Offer:
    offer = Offer(asks=record.text("asks"), leads_to=record.text("leads_to"))
    record.close()
    return offer


def _sentences(record: Record) -> dict[str, str]:
    sentences = {key: record.text(key) for key in ("brief", "more") if record.has(key)}
    record.close()
    return sentences


def _care(urgency: str) -> str:
    return "ask" if urgency == "none" else urgency


def read_sources(record: Record) -> tuple[Source, ...]:
    """The list of sources of a record; empty where it has none."""
    sources = []
    for inner in record.listed("sources"):
        sources.append(
            Source(
                inner.text("name"),
                inner.text("url"),
                inner.date("seen"),
                inner.optional_text("via"),
            )
        )
        inner.close()
    return tuple(sources)


def read_review(record: Record) -> Review:
    """The sign-off of a record; a review without a reviewer and a date is a fault."""
    review = Review(
        status=record.choice("status", ("draft", "reviewed")),
        reviewed_by=record.optional_text("reviewed_by"),
        last_reviewed=record.date("last_reviewed"),
        review_due=record.date("review_due"),
    )
    if review.status == "reviewed" and not (review.reviewed_by and review.last_reviewed):
        record.report(
            "status",
            "a reviewer and a date beside `reviewed`",
            "no such",
            "name who reviewed it and when",
        )
    return review
