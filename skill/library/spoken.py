"""Everything that can be spoken, with its file and place, and whether every locale can speak it."""

from __future__ import annotations

from collections.abc import Iterator

from skill.library.entries import Entry
from skill.library.library import Library
from skill.library.locales import ELSEWHERE, facts_in
from skill.library.problem import Problem
from skill.library.record import Line


def entry_file(entry: Entry) -> str:
    """The file of an entry."""
    return f"content/en/{'symptoms' if entry.kind == 'symptom' else 'topics'}/{entry.id}.yaml"


def fact_problems(library: Library) -> Iterator[Problem]:
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
