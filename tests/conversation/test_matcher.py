"""Exact matching of words to sample utterances."""

from __future__ import annotations

import pytest

from skill.conversation.matcher import SampleMatcher
from skill.conversation.phrases import Phrases, words_of
from skill.library.model import SEARCH_QUERY, Intent, InteractionModel


def _intent(name: str, slots: dict[str, str], *samples: str) -> Intent:
    return Intent(name, "symptom", None, "about", slots, samples)


ENGINE = InteractionModel(
    invocation_name="pizza guide",
    intents={
        intent.name: intent
        for intent in (
            _intent("Order", {"food": "FOOD", "size": "SIZE"}, "a {food}", "a {size} {food}"),
            _intent("Literal", {}, "a pizza", "what's n. b. a."),
            _intent("Free", {"words": SEARCH_QUERY}, "tell me {words}"),
        )
    },
    slot_types={
        "FOOD": {"pizza": ("pizza", "pizza with cheese"), "soup": ("soup",)},
        "SIZE": {"big": ("big", "very big")},
    },
)


@pytest.mark.parametrize(
    ("said", "intent", "slots"),
    [
        ("A Pizza!", "Literal", {}),
        ("a soup", "Order", {"food": "soup"}),
        ("a very big pizza with cheese", "Order", {"size": "big", "food": "pizza"}),
        ("what\u2019s N.B.A?", None, {}),
        ("what's n b a", "Literal", {}),
        ("tell me if cats purr", "Free", {"words": None}),
        ("tell me", None, {}),
        ("a big", None, {}),
        ("a soup please", None, {}),
        ("", None, {}),
    ],
)
def test_words_fit_a_sample_or_none(
    said: str, intent: str | None, slots: dict[str, str | None]
) -> None:
    """Literal words win over slots, slots take their values, and all words must be used."""
    match = SampleMatcher(ENGINE).match(words_of(said))

    assert (match and match.intent) == intent
    assert {name: value.id for name, value in (match.slots if match else {}).items()} == slots


@pytest.mark.parametrize(
    ("said", "spotted"),
    [
        ("i want soup and a pizza with cheese", ["pizza", "soup"]),
        ("soupy pizzas", []),
        ("", []),
    ],
)
def test_phrases_are_spotted_as_whole_words(said: str, spotted: list[str]) -> None:
    """Values stand anywhere in the words, the longest first, and never inside another word."""
    found = Phrases(ENGINE.slot_types["FOOD"]).spotted(words_of(said))

    assert [value_id for value_id, _ in found] == spotted
