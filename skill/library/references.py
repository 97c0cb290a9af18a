"""Checks across files: whatever one file names must exist in another, and nothing goes unspoken."""

from __future__ import annotations

from collections.abc import Iterator

from skill.library.entries import MORE
from skill.library.library import Library
from skill.library.problem import Problem
from skill.library.safety import CRISIS_VARIANTS
from skill.library.spoken import entry_file

SYMPTOMS_FILE = "interaction_model/symptoms.yaml"


def reference_problems(library: Library) -> Iterator[Problem]:
    """Every name that leads nowhere, and everything that nothing leads to."""
    yield from _claims(library)
    yield from _offers(library)
    yield from _variants(library)
    yield from _heard_and_said(library)


def _claims(library: Library) -> Iterator[Problem]:
    spoken: set[int] = set()
    for entry in library.entries.values():
        for number in (*entry.claims, *(n for v in entry.variants.values() for n in v.claims)):
            spoken.add(number)
            if number not in library.article:
                yield Problem(
                    entry_file(entry),
                    "claims",
                    f"a claim of article.yaml (1 to {len(library.article)})",
                    str(number),
                    "correct the number",
                )
        if not entry.claims and not entry.sources:
            yield Problem(
                entry_file(entry),
                "claims",
                "claims or sources",
                "neither",
                "say what stands behind it",
            )
    for number, claim in library.article.items():
        if claim.unspoken is None and number not in spoken:
            yield Problem(
                "content/article.yaml",
                f"claim {number}",
                "an entry that speaks it",
                "none",
                "name it in an entry's claims, or add `unspoken:` with the reason",
            )
        if claim.unspoken is not None and number in spoken:
            yield Problem(
                "content/article.yaml",
                f"claim {number}",
                "no `unspoken` on a claim that an entry speaks",
                "both",
                "take one of them out",
            )


def _offers(library: Library) -> Iterator[Problem]:
    for entry in library.entries.values():
        if entry.offer is None:
            continue
        leads = entry.offer.leads_to
        if leads == MORE and entry.more is None:
            yield Problem(
                entry_file(entry),
                "offer.leads_to",
                "`more` only beside a `more` text",
                "none",
                "write `more`",
            )
        elif leads != MORE and leads not in library.entries:
            yield Problem(
                entry_file(entry),
                "offer.leads_to",
                "`more` or the id of an entry",
                f"`{leads}`",
                "name an entry",
            )
    for kind in library.not_covered.values():
        if kind.offer is not None and kind.offer.leads_to not in library.entries:
            yield Problem(
                "content/en/safety/not_covered.yaml",
                f"kinds.{kind.id}.offer.leads_to",
                "the id of an entry",
                f"`{kind.offer.leads_to}`",
                "name an entry",
            )


def _variants(library: Library) -> Iterator[Problem]:
    symptoms = [entry.id for entry in library.entries.values() if entry.kind == "symptom"]
    severities = library.model.slot_types.get("SEVERITY", {})
    allowed = (*severities, *(f"with_{symptom}" for symptom in symptoms))
    for entry in library.entries.values():
        for variant in entry.variants.values():
            place = f"variants.{variant.name}"
            if variant.name not in allowed:
                yield Problem(
                    entry_file(entry),
                    place,
                    f"one of {', '.join(allowed)}",
                    f"`{variant.name}`",
                    "rename it",
                )
            if variant.now is not None and variant.now not in library.red_flags:
                yield Problem(
                    entry_file(entry),
                    f"{place}.now",
                    "the id of a red flag",
                    f"`{variant.now}`",
                    "name a file of content/en/safety",
                )
            if variant.urgency == "emergency" and variant.now is None:
                yield Problem(
                    entry_file(entry),
                    f"{place}.now",
                    "the red flag that answers where it is happening now",
                    "nothing",
                    "add `now:`",
                )
        for locale in entry.by_locale:
            if locale not in library.locale_codes:
                yield Problem(
                    entry_file(entry),
                    f"by_locale.{locale}",
                    f"one of {', '.join(library.locale_codes)}",
                    f"`{locale}`",
                    "name a locale of locales.yaml",
                )


def _heard_and_said(library: Library) -> Iterator[Problem]:
    """A symptom, red flag, crisis variant or kind is heard by its slot value, a topic by its intent."""
    symptoms = {entry.id for entry in library.entries.values() if entry.kind == "symptom"}
    topics = {entry.id for entry in library.entries.values() if entry.kind == "topic"}
    pairs = (
        (SYMPTOMS_FILE, "SYMPTOM", symptoms, "content/en/symptoms"),
        ("interaction_model/cues.yaml", "RED_FLAG", set(library.red_flags), "content/en/safety"),
        (
            "interaction_model/cues.yaml",
            "CRISIS",
            set(CRISIS_VARIANTS),
            "content/en/safety/crisis.yaml",
        ),
        (
            "interaction_model/not_covered.yaml",
            "NOT_COVERED",
            set(library.not_covered),
            "content/en/safety/not_covered.yaml",
        ),
    )
    for file, slot_type, said, folder in pairs:
        heard = set(library.model.slot_types.get(slot_type, {}))
        for missing in sorted(said - heard):
            yield Problem(
                file,
                f"slot_types.{slot_type}",
                f"the value `{missing}` of {folder}",
                "no such value",
                "add it with its synonyms",
            )
        for missing in sorted(heard - said):
            yield Problem(
                folder,
                "",
                f"words for the slot value `{missing}` of {file}",
                "none",
                "add its content",
            )
    asked = {intent.topic for intent in library.model.intents.values() if intent.topic is not None}
    for missing in sorted(topics - asked):
        yield Problem(
            "interaction_model/intents.yaml",
            "intents",
            f"an intent with `topic: {missing}`",
            "none",
            "add it",
        )
    for missing in sorted(asked - topics):
        yield Problem("content/en/topics", "", f"an entry `{missing}`", "none", "add its file")
