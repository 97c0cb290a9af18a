"""Matching words to sample utterances, slots filled by their synonyms, the way Alexa matches exactly.

The samples are laid out as a tree of words, so that the time of a match does not grow with their
number. Literal words win over slots; longer slot values win over shorter ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from skill.conversation.phrases import Phrases, Words, words_of
from skill.conversation.question import SlotValue
from skill.library.model import SEARCH_QUERY, InteractionModel

_SLOT = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True)
class Match:
    """A sample utterance that fits the words."""

    intent: str
    """The intent's name."""
    sample: str
    """The sample as written."""
    slots: Mapping[str, SlotValue]
    """What its slots hold."""


@dataclass
class _Branch:
    """A point in the tree of samples."""

    literals: dict[str, _Branch] = field(default_factory=dict)
    slots: dict[tuple[str, str], _Branch] = field(default_factory=dict)
    ends: tuple[str, str] | None = None


class SampleMatcher:
    """All samples of a model, ready to be matched."""

    def __init__(self, model: InteractionModel) -> None:
        self._root = _Branch()
        self._values = {name: Phrases(values) for name, values in model.slot_types.items()}
        for intent in model.intents.values():
            for sample in intent.samples:
                self._plant(intent.name, sample, intent.slots)

    def match(self, words: Words) -> Match | None:
        """The first sample that takes all the words; None where none does."""
        return next(self._grow(self._root, words, {}), None) if words else None

    def _plant(self, intent: str, sample: str, slots: Mapping[str, str]) -> None:
        branch = self._root
        for word in sample.split():
            named = _SLOT.fullmatch(word)
            if named is not None:
                branch = branch.slots.setdefault((named[1], slots.get(named[1], "")), _Branch())
                continue
            for heard in words_of(word):
                branch = branch.literals.setdefault(heard, _Branch())
        branch.ends = branch.ends or (intent, sample)

    def _grow(self, branch: _Branch, words: Words, slots: dict[str, SlotValue]) -> Iterator[Match]:
        if not words:
            if branch.ends is not None:
                yield Match(branch.ends[0], branch.ends[1], dict(slots))
            return
        following = branch.literals.get(words[0])
        if following is not None:
            yield from self._grow(following, words[1:], slots)
        for (slot, slot_type), after in branch.slots.items():
            for length, value_id in self._fillings(slot_type, words):
                value = SlotValue(" ".join(words[:length]), value_id)
                yield from self._grow(after, words[length:], {**slots, slot: value})

    def _fillings(self, slot_type: str, words: Words) -> Iterator[tuple[int, str | None]]:
        """How many of the words a slot can take, longest first, with the value id."""
        if slot_type == SEARCH_QUERY:
            yield len(words), None
        elif slot_type in self._values:
            yield from self._values[slot_type].starting(words)
