"""A reply can't be made without care, and a session can't be broken by what stands in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.conversation.context import Context
from skill.conversation.conversation import Conversation
from skill.conversation.question import Question, SlotValue
from skill.conversation.reply import CarePrompt, NoCare
from skill.conversation.subject import KINDS, Subject


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_a_care_prompt_has_words(text: str) -> None:
    """An empty care prompt is refused where it is made."""
    with pytest.raises(ValueError, match="has words"):
        CarePrompt(text)


def test_only_a_goodbye_is_exempt_from_care() -> None:
    """There is one exemption, by name; events that must not speak make no reply."""
    assert [exemption.name for exemption in NoCare] == ["GOODBYE"]


@given(st.dictionaries(st.text(max_size=8), st.integers() | st.text(max_size=20) | st.none()))
def test_any_attributes_can_be_read(attributes: dict[str, object]) -> None:
    """Session attributes of any make give a context."""
    assert isinstance(Context.from_attributes(attributes), Context)


@given(
    st.builds(
        Context,
        turn=st.integers(0, 999),
        subject=st.none() | st.builds(Subject, st.sampled_from(KINDS), st.just("x"), st.just("v")),
        awaiting=st.none() | st.sampled_from(["normal", "about"]),
    )
)
def test_a_context_survives_the_session(context: Context) -> None:
    """What a session is given, it gives back."""
    assert Context.from_attributes(context.to_attributes()) == context


@given(kind=st.sampled_from(KINDS), name=st.text(max_size=12), part=st.text(max_size=5))
def test_an_address_that_leads_nowhere_is_told_as_not_understood(
    kind: str, name: str, part: str, conversation: Conversation
) -> None:
    """Whatever address an offer holds, yes gets an answer with care."""
    offer = Subject(kind, name, "", part)

    reply = conversation.answer(Question("en-US", "AMAZON.YesIntent", context=Context(offer=offer)))

    assert isinstance(reply.care, CarePrompt) or name == "goodbye"


def test_the_gravest_danger_is_answered(conversation: Conversation) -> None:
    """Where words fit self-harm and a red flag, self-harm is answered; an ambulance before a call."""
    both = {"question": SlotValue("i have a fever and i want to kill myself")}
    flags = {"question": SlotValue("i have a fever and i passed out")}

    assert conversation.answer(Question("en-US", "FreeQuestionIntent", both)).topic == "crisis"
    assert (
        conversation.answer(Question("en-US", "FreeQuestionIntent", flags)).urgency == "emergency"
    )


def test_a_danger_slot_without_danger_raises_no_alarm(conversation: Conversation) -> None:
    """Alexa fills a slot with anything: words that mean no danger are met as free words."""
    reply = conversation.answer(
        Question("en-US", "UrgentIntent", {"red_flag": SlotValue("a parrot")})
    )

    assert reply.topic == "unknown"


def test_danger_in_the_slot_of_another_intent_is_heard(conversation: Conversation) -> None:
    """The safety layer listens to every slot's words, whatever the intent."""
    reply = conversation.answer(
        Question("en-US", "IsSymptomNormalIntent", {"symptom": SlotValue("soaking a pad an hour")})
    )

    assert reply.topic == "urgent"


def test_a_card_shows_digits_where_words_are_spoken(conversation: Conversation) -> None:
    """Triple zero is heard, and the card shows what to dial."""
    reply = conversation.answer(Question("en-AU", "UrgentIntent"))

    assert "triple zero" in reply.speech
    assert "000" not in reply.speech
    assert reply.card is not None
    assert "triple zero (000)" in reply.card.text


def test_a_danger_that_alexa_resolved_is_heard(conversation: Conversation) -> None:
    """Alexa's resolution counts, even by words that are none of our synonyms."""
    red_flag = SlotValue("the pads fill like buckets", "heavy_bleeding")

    reply = conversation.answer(Question("en-US", "UrgentIntent", {"red_flag": red_flag}))

    assert str(reply.context.subject) == "red_flag/heavy_bleeding//brief"
