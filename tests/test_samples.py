"""Every sample utterance of every intent, with every slot value, reaches its own intent."""

from __future__ import annotations

import itertools
import re

import pytest

from skill.conversation.conversation import Conversation
from skill.conversation.matcher import SampleMatcher
from skill.conversation.phrases import words_of
from skill.conversation.question import Question
from skill.conversation.reply import CarePrompt, NoCare
from skill.library.library import Library, load_library
from skill.library.model import SEARCH_QUERY, Intent, InteractionModel

MODEL = load_library().model
INTENTS = list(MODEL.intents.values())
_SLOT = re.compile(r"\{([a-z_]+)\}")


def _spoken(model: InteractionModel, intent: Intent, sample: str) -> list[str]:
    """A sample with each slot filled by the name of each value in turn."""
    slots = _SLOT.findall(sample)
    choices = [
        ["is it the weather"]
        if intent.slots[slot] == SEARCH_QUERY
        else [names[0] for names in model.slot_types[intent.slots[slot]].values()]
        for slot in slots
    ]
    said = []
    for filling in itertools.product(*choices):
        words = iter(filling)
        said.append(_SLOT.sub(lambda _, words=words: next(words), sample))  # type: ignore[misc]  # mypy can't infer a lambda's default
    return said


@pytest.mark.parametrize("intent", INTENTS, ids=lambda intent: intent.name)
def test_each_sample_reaches_its_intent(intent: Intent) -> None:
    """No sample is taken by another intent, whatever fills its slots (bare slots may be shared)."""
    matcher = SampleMatcher(MODEL)
    strays = []
    for sample in intent.samples:
        for said in _spoken(MODEL, intent, sample):
            match = matcher.match(words_of(said))
            if match is None or match.intent != intent.name:
                strays.append((sample, said, match and (match.intent, match.sample)))

    assert not strays, strays[:5]


@pytest.mark.parametrize("intent", INTENTS, ids=lambda intent: intent.name)
def test_each_intent_has_an_answer(intent: Intent, conversation: Conversation) -> None:
    """Each intent, with its slots empty, is answered with a care prompt or is a goodbye."""
    reply = conversation.answer(Question("en-US", intent.name))

    assert isinstance(reply.care, CarePrompt) or (
        intent.means in ("stop", "cancel") and reply.care is NoCare.GOODBYE
    )


def test_each_synonym_is_resolved_to_its_own_value(library: Library) -> None:
    """Every name and synonym leads to the value that it stands under."""
    wrong = [
        (slot_type, value_id, name)
        for slot_type, values in library.model.slot_types.items()
        for value_id, names in values.items()
        for name in names
        if library.model.value_id(slot_type, name) != value_id
    ]

    assert not wrong
