"""Safety content: red flags, crisis, unsafe at home, and what the article does not cover."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from skill.library.entries import (
    URGENCIES,
    Offer,
    Review,
    Source,
    read_review,
    read_sources,
)
from skill.library.record import Line, Record

CRISIS_VARIANTS = ("oneself", "somebody_else", "harm_done", "harm_to_others")
NOT_COVERED_TOPICS = ("out_of_scope_medical", "out_of_scope_other")


@dataclass(frozen=True)
class RedFlag:
    """A sign that needs an ambulance or a call within the hour."""

    id: str
    """The file's name and the slot value id."""
    name: str
    """What it is called."""
    action: str
    """``emergency`` (ambulance) or ``call_now`` (maternity unit or health line at once)."""
    brief: str
    """One sentence on why, spoken after the action."""
    sources: tuple[Source, ...]
    """Where the threshold stands."""
    review: Review
    """Its sign-off."""


@dataclass(frozen=True)
class CrisisVariant:
    """What is said when life is in danger by intent."""

    line: Line
    """The action, first."""
    brief: str
    """What follows it; repeats the number once."""
    reminder: Line
    """The one line that opens later replies of the session."""


@dataclass(frozen=True)
class Crisis:
    """Self-harm, suicide, and thoughts of harming others."""

    variants: Mapping[str, CrisisVariant]
    """By whom it concerns: oneself, somebody_else, harm_done, harm_to_others."""
    sources: tuple[Source, ...]
    """Where the advice stands."""
    review: Review
    """Its sign-off."""


@dataclass(frozen=True)
class UnsafeAtHome:
    """What is said to a person whom somebody hurts; nobody listening must understand why."""

    line: Line
    """The action, first."""
    brief: str
    """What follows it."""
    card: str
    """The discreet text of the card."""
    sources: tuple[Source, ...]
    """Where the advice stands."""
    review: Review
    """Its sign-off."""


@dataclass(frozen=True)
class NotCovered:
    """A kind of question that the article does not answer."""

    id: str
    """The slot value id."""
    name: str
    """What it is called inside a question."""
    topic: str
    """The label: ``out_of_scope_medical`` or ``out_of_scope_other``."""
    urgency: str
    """How soon care is needed all the same."""
    brief: str
    """That the article does not cover it."""
    offer: Offer | None
    """The nearest covered topic, where there is one."""


def read_red_flag(record: Record) -> RedFlag:
    """Read one red flag file."""
    record.choice("topic", ("urgent",))
    flag = RedFlag(
        id=record.text("id"),
        name=record.text("name"),
        action=record.choice("action", ("emergency", "call_now")),
        brief=record.text("brief"),
        sources=read_sources(record),
        review=read_review(record),
    )
    if not flag.sources:
        record.report(
            "sources", "a source for the threshold", "none", "name the guidance it follows"
        )
    record.close()
    return flag


def read_crisis(record: Record) -> Crisis:
    """Read crisis.yaml."""
    record.choice("id", ("crisis",))
    record.choice("topic", ("crisis",))
    record.optional_text("name")
    variants = {}
    for name, inner in record.records("variants"):
        variants[name] = CrisisVariant(
            inner.line("line"), inner.text("brief"), inner.line("reminder")
        )
        inner.close()
    missing = [name for name in CRISIS_VARIANTS if name not in variants]
    if missing:
        record.report(
            "variants",
            f"all of {', '.join(CRISIS_VARIANTS)}",
            "no " + ", ".join(missing),
            "add them",
        )
    crisis = Crisis(variants, read_sources(record), read_review(record))
    record.close()
    return crisis


def read_unsafe_at_home(record: Record) -> UnsafeAtHome:
    """Read unsafe_at_home.yaml."""
    record.choice("id", ("unsafe_at_home",))
    record.choice("topic", ("urgent",))
    record.choice("action", ("call_now",))
    record.optional_text("name")
    unsafe = UnsafeAtHome(
        line=record.line("line"),
        brief=record.text("brief"),
        card=record.text("card"),
        sources=read_sources(record),
        review=read_review(record),
    )
    record.close()
    return unsafe


def read_not_covered(record: Record) -> dict[str, NotCovered]:
    """Read the kinds of not_covered.yaml, by id."""
    record.choice("id", ("not_covered",))
    record.optional_text("name")
    read_sources(record)
    read_review(record)
    kinds = {}
    for name, inner in record.records("kinds"):
        offer = inner.record("offer") if inner.has("offer") else inner.value("offer")
        kinds[name] = NotCovered(
            id=name,
            name=inner.text("name"),
            topic=inner.choice("topic", NOT_COVERED_TOPICS),
            urgency=inner.choice("urgency", URGENCIES),
            brief=inner.text("brief"),
            offer=None if offer is None else Offer(offer.text("asks"), offer.text("leads_to")),
        )
        if offer is not None:
            offer.close()
        inner.close()
    for needed in ("general", "unrelated"):
        if needed not in kinds:
            record.report("kinds", f"the kind `{needed}`", "no such kind", "add it")
    record.close()
    return kinds
