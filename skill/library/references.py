"""Checks across files: whatever one file names must exist in another, and nothing goes unspoken."""

from __future__ import annotations

from collections.abc import Iterator

from skill.library.entries import MORE, Entry
from skill.library.library import Library
from skill.library.locales import ELSEWHERE, facts_in
from skill.library.problem import Problem
from skill.library.record import Line
from skill.library.safety import CRISIS_VARIANTS

SYMPTOMS_FILE = "interaction_model/symptoms.yaml"


def reference_problems(library: Library) -> Iterator[Problem]:
    """Every name that leads nowhere, and everything that nothing leads to."""
    yield from _claims(library)
    yield from _offers(library)
    yield from _variants(library)
    yield from _heard_and_said(library)
    yield from _facts(library)


def entry_file(entry: Entry) -> str:
    """The file of an entry."""
    return f"content/en/{'symptoms' if entry.kind == 'symptom' else 'topics'}/{entry.id}.yaml"


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


def _facts(library: Library) -> Iterator[Problem]:
    """Each text names only facts that every locale has, or has a wording that does."""
    for file, place, line in spoken_lines(library):
        for code, locale in library.locales.items():
            if not any(locale.has(text) for text in line):
                lacking = sorted(
                    {f for text in line for f in facts_in(text) if f not in locale.facts}
                )
                yield Problem(
                    file,
                    place,
                    f"a wording that {code} can speak",
                    f"{{{', '.join(lacking)}}}, which it lacks",
                    "add the fact to locales.yaml or another wording without it"
                    if code != ELSEWHERE
                    else "add words for it under `elsewhere`",
                )


def spoken_lines(library: Library) -> Iterator[tuple[str, str, Line]]:
    """Everything that can be spoken: its file, its place and its wordings."""
    for entry in library.entries.values():
        file = entry_file(entry)
        for place, text in (
            ("brief", entry.brief),
            ("watch_for", entry.watch_for),
            ("more", entry.more),
        ):
            if text is not None:
                yield file, place, (text,)
        for variant in entry.variants.values():
            yield file, f"variants.{variant.name}.brief", (variant.brief,)
            if variant.watch_for is not None:
                yield file, f"variants.{variant.name}.watch_for", (variant.watch_for,)
        for code, sentences in entry.by_locale.items():
            for key, text in sentences.items():
                yield file, f"by_locale.{code}.{key}", (text,)
        if entry.offer is not None:
            yield file, "offer.asks", (entry.offer.asks,)
    for flag in library.red_flags.values():
        yield f"content/en/safety/{flag.id}.yaml", "brief", (flag.brief,)
    for name, crisis in library.crisis.variants.items():
        file = "content/en/safety/crisis.yaml"
        yield file, f"variants.{name}.line", crisis.line
        yield file, f"variants.{name}.brief", (crisis.brief,)
        yield file, f"variants.{name}.reminder", crisis.reminder
    yield "content/en/safety/unsafe_at_home.yaml", "line", library.unsafe_at_home.line
    yield "content/en/safety/unsafe_at_home.yaml", "brief", (library.unsafe_at_home.brief,)
    for kind in library.not_covered.values():
        yield "content/en/safety/not_covered.yaml", f"kinds.{kind.id}.brief", (kind.brief,)
        if kind.offer is not None:
            yield (
                "content/en/safety/not_covered.yaml",
                f"kinds.{kind.id}.offer.asks",
                (kind.offer.asks,),
            )
    for key, line in library.messages.lines.items():
        if key != "did_you_mean":
            yield "content/en/messages.yaml", key, line
    for urgency, wordings in library.care_prompts.lines.items():
        for line in wordings:
            yield "content/en/care_prompts.yaml", f"prompts.{urgency}", line
