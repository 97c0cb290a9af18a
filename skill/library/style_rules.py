"""Checks of spoken words against style.yaml: lengths, banned words, what a voice can't read."""

from __future__ import annotations

from collections.abc import Iterator

from skill.library.library import Library
from skill.library.problem import Problem
from skill.library.spoken import spoken_lines
from skill.library.style import sentences, unspeakable_in, word_count

_LIMITED_PLACES = (
    ("brief", "brief"),
    ("more", "more"),
    ("offer.asks", "offer"),
    ("emergency_reminder", "reminder"),
    ("call_now_reminder", "reminder"),
    ("reminder", "reminder"),
    ("goodbye", "goodbye"),
)
"""The end of a place, and the limit that holds there."""


def style_problems(library: Library) -> Iterator[Problem]:
    """Every spoken text that breaks a rule of style.yaml."""
    for file, place, line in spoken_lines(library):
        for text in line:
            for fault in _faults(library, file, place, text):
                yield Problem(file, place, *fault)


def _faults(library: Library, file: str, place: str, text: str) -> Iterator[tuple[str, str, str]]:
    style = library.style
    for sentence in sentences(text):
        if word_count(sentence) > style.limits["sentence"]:
            yield (
                f"at most {style.limits['sentence']} words a sentence",
                f"{word_count(sentence)} in `{sentence}`",
                "make two sentences of it",
            )
    limit = _limit(file, place)
    if limit is not None and word_count(text) > style.limits[limit]:
        yield f"at most {style.limits[limit]} words", str(word_count(text)), "shorten it"
    for words in style.banned_in(text):
        yield f"no `{words}` ({style.banned[words]})", f"`{text}`", "say it another way"
    for character in unspeakable_in(text):
        yield "plain words", f"the character `{character}`", "write it as words"
    if place.endswith(("asks", "which_symptom", "anything_to_ask", "anything_else", "say_again")):
        if not text.endswith("?") or text.count("?") != 1:
            yield "one question", f"`{text}`", "end it with its only question mark"
    elif "?" in text and place not in ("did_you_mean", "offer_when_to_call"):
        yield "statements only", f"`{text}`", "leave questions to the offer"


def _limit(file: str, place: str) -> str | None:
    if place.startswith("prompts."):
        return "care_prompt"
    if "/safety/" in file and place == "brief" and not file.endswith("unsafe_at_home.yaml"):
        return "red_flag"
    for end, limit in _LIMITED_PLACES:
        if place == end or place.endswith(f".{end}"):
            return limit
    return None
