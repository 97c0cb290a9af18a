"""The safety layer: red flags and self-harm, looked for before anything else, in all words.

It stands apart from finding a topic and can only raise: what it hears is said, whatever else was asked.
"""

from __future__ import annotations

from dataclasses import dataclass

from skill.conversation.phrases import Phrases, words_of
from skill.conversation.question import Question
from skill.conversation.subject import Subject
from skill.library.library import Library

_CRISIS, _RED_FLAG = "CRISIS", "RED_FLAG"
"""The slot types that mean danger."""
_CRISIS_FIRST = ("harm_done", "oneself", "somebody_else", "harm_to_others")
"""Which crisis is answered where words fit several: the nearest to death first."""
_HAPPENING_NOW = ("have", "advice")
"""Aspects that mean the person has the symptom: "i have", "what should i do about"."""


@dataclass(frozen=True)
class Alarm:
    """A danger heard."""

    subject: Subject
    """What is said to it."""
    because: str
    """What it was heard by."""


class Alarms:
    """Hears danger in a question."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._phrases = {
            slot_type: Phrases(library.model.slot_types[slot_type])
            for slot_type in (_CRISIS, _RED_FLAG)
        }

    def heard(self, question: Question) -> Alarm | None:
        """The gravest danger in a question's slots and words, or None."""
        return (
            self._crisis_in(question) or self._red_flag_in(question) or self._severe_now(question)
        )

    def _crisis_in(self, question: Question) -> Alarm | None:
        intent = self._library.model.intents.get(question.intent)
        found = self._found(question, _CRISIS)
        if intent is not None and intent.means == "crisis" and not question.words:
            found.setdefault("oneself", intent.name)
        for variant in _CRISIS_FIRST:
            if variant in found:
                return Alarm(Subject("crisis", variant), f"self-harm cue '{found[variant]}'")
        return None

    def _red_flag_in(self, question: Question) -> Alarm | None:
        intent = self._library.model.intents.get(question.intent)
        if intent is not None and intent.means == "unsafe_at_home":
            return Alarm(Subject("unsafe_at_home", "unsafe_at_home"), intent.name)
        found = self._found(question, _RED_FLAG)
        if intent is not None and intent.means == "urgent" and not question.words:
            found.setdefault("emergency_now", intent.name)
        flags = self._library.red_flags
        for flag in sorted(found, key=lambda id_: flags[id_].action != "emergency"):
            return Alarm(Subject("red_flag", flag), f"red flag cue '{found[flag]}'")
        return None

    def _severe_now(self, question: Question) -> Alarm | None:
        """Severe pain now is an emergency whatever the topic (design, rule 2)."""
        intent = self._library.model.intents.get(question.intent)
        if intent is None or intent.means != "symptom" or intent.aspect not in _HAPPENING_NOW:
            return None
        severity = question.slot("severity").id
        for slot in ("symptom", "with"):
            entry = self._library.entries.get(question.slot(slot).id or "")
            variant = entry.variants.get(severity or "") if entry is not None else None
            if entry is not None and variant is not None and variant.now is not None:
                return Alarm(Subject("red_flag", variant.now), f"{severity} {entry.id} now")
        return None

    def _found(self, question: Question, slot_type: str) -> dict[str, str]:
        """The value ids of a danger slot type in the question, with the words that they were heard by.

        Alexa may resolve a slot by words that are not ours, and words of ours stand in any slot.
        """
        intent = self._library.model.intents.get(question.intent)
        slots = intent.slots if intent is not None else {}
        known = self._library.model.slot_types[slot_type]
        found = {
            value.id: value.spoken
            for name, value in question.slots.items()
            if slots.get(name) == slot_type and value.id in known and value.id is not None
        }
        for text in question.words:
            for value_id, phrase in self._phrases[slot_type].spotted(words_of(text)):
                found.setdefault(value_id, phrase)
        return found
