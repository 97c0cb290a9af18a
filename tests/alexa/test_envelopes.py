"""Envelopes that real life and certification send: unknown, missing, null and hostile parts."""

from __future__ import annotations

import copy
import json
import logging
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skill.alexa.envelopes import (
    Device,
    Session,
    intent_request,
    launch_request,
    request_envelope,
    session_ended_request,
)
from skill.alexa.skill import AlexaSkill
from skill.conversation.question import SlotValue
from skill.library.library import load_library

MODEL = load_library().model
SESSION = Session("amzn1.echo-api.session.1", True, {})
Change = Callable[[dict[str, Any]], object]


def _cramping() -> dict[str, Any]:
    intent = MODEL.intents["IsSymptomNormalIntent"]
    request = intent_request(Device(), intent, {"symptom": SlotValue("cramping", "cramping")})
    return request_envelope(Device(), SESSION, request)


def _speech(response: dict[str, Any]) -> str:
    return str(response["response"]["outputSpeech"]["ssml"])


TOLERATED: list[tuple[str, Change]] = [
    ("unknown property at the top", lambda e: e.update(certificationParam="x")),
    ("unknown property in the request", lambda e: e["request"].update(extra={"a": [1]})),
    ("property named like a method", lambda e: e["request"].update(to_dict="x", __class__="y")),
    ("unknown confirmation status", lambda e: e["request"]["intent"].update(confirmationStatus="X")),
    ("unknown dialog state", lambda e: e["request"].update(dialogState="DREAMING")),
    ("unknown slot value type", lambda e: _symptom(e).update(slotValue={"type": "Odd", "value": 1})),
    ("unknown viewport", lambda e: e["context"].update(Viewport={"mode": "WATCH", "shape": "OVAL"})),
    ("unknown resolution status", lambda e: _add_authority(e, "ER_SUCCESS_ODD")),
    ("unreadable timestamp", lambda e: e["request"].update(timestamp="yesterday")),
    ("null session attributes", lambda e: e["session"].update(attributes=None)),
    ("null context", lambda e: e.update(context=None)),
    ("no session", lambda e: e.pop("session")),
    ("attributes of another make", lambda e: e["session"].update(attributes={"turn": "x", "subject": 7, "offer": "a/b", "alarm": []})),
    ("interfaces as a list", lambda e: e["context"]["System"]["device"].update(supportedInterfaces=[])),
    ("slots null besides", lambda e: e["request"]["intent"]["slots"].update(severity=None)),
]  # fmt: skip


def _symptom(envelope: dict[str, Any]) -> dict[str, Any]:
    slot: dict[str, Any] = envelope["request"]["intent"]["slots"]["symptom"]
    return slot


def _add_authority(envelope: dict[str, Any], code: str) -> None:
    odd = {"authority": "other", "status": {"code": code}, "values": []}
    _symptom(envelope)["resolutions"]["resolutionsPerAuthority"].insert(0, odd)


@pytest.mark.parametrize("change", [c[1] for c in TOLERATED], ids=[c[0] for c in TOLERATED])
def test_what_is_not_known_is_left_out_and_the_question_answered(
    change: Change, skill: AlexaSkill
) -> None:
    """An unknown property, enum value or odd part never costs the person their answer."""
    envelope = _cramping()
    change(envelope)

    turn = skill.turn(envelope)

    assert turn.reply is not None
    assert turn.reply.topic == "cramping"


def test_an_unmatched_slot_is_read_by_its_own_words(skill: AlexaSkill) -> None:
    """Where Alexa resolved nothing, a synonym that we know still counts."""
    envelope = _cramping()
    _symptom(envelope).pop("resolutions")

    turn = skill.turn(envelope)

    assert turn.reply is not None
    assert turn.reply.topic == "cramping"


def test_the_authority_that_matched_counts(skill: AlexaSkill) -> None:
    """The first authority without a match does not hide the second one's."""
    envelope = _cramping()
    _symptom(envelope)["value"] = "the usual trouble"
    _add_authority(envelope, "ER_SUCCESS_NO_MATCH")

    turn = skill.turn(envelope)

    assert turn.reply is not None
    assert turn.reply.topic == "cramping"


def test_an_unknown_symptom_gets_its_own_line(skill: AlexaSkill) -> None:
    """A symptom that nothing knows is said to be unknown, with a care prompt."""
    intent = MODEL.intents["IsSymptomNormalIntent"]
    request = intent_request(Device(), intent, {"symptom": SlotValue("itchy elbows")})

    reply = skill.turn(request_envelope(Device(), SESSION, request)).reply

    assert reply is not None
    assert str(reply.context.subject) == "message/unresolved_symptom//brief"


def test_an_unknown_intent_gets_its_own_line(skill: AlexaSkill) -> None:
    """An intent that the model does not have is answered, not failed."""
    envelope = _cramping()
    envelope["request"]["intent"] = {"name": "SomeNewIntent"}

    reply = skill.turn(envelope).reply

    assert reply is not None
    assert str(reply.context.subject) == "message/unknown_intent//brief"


def test_an_unknown_kind_of_request_in_a_session_is_answered(skill: AlexaSkill) -> None:
    """A request type from the future, inside a session, gets a spoken line with care."""
    envelope = _cramping()
    envelope["request"] = {"type": "Alexa.Telepathy", "requestId": "1", "locale": "en-GB"}

    assert "healthcare provider" in _speech(skill.respond(envelope))


EVENTS = [
    session_ended_request(Device()),
    {"type": "AudioPlayer.PlaybackStarted", "requestId": "1", "token": "t", "offsetInMilliseconds": 0},
    {"type": "AudioPlayer.PlaybackFailed", "requestId": "1", "token": "t"},
    {"type": "PlaybackController.NextCommandIssued", "requestId": "1"},
    {"type": "System.ExceptionEncountered", "requestId": "1"},
    {"type": "AlexaSkillEvent.SkillDisabled", "requestId": "1"},
    {"type": "CanFulfillIntentRequest", "requestId": "1", "intent": {"name": "FaultIntent"}},
    {"type": "SomeEvent.OfTheFuture", "requestId": "1"},
    {"type": "SessionEndedRequest", "requestId": "1", "reason": "ODD", "error": {"type": "ODD", "message": "m"}},
]  # fmt: skip


@pytest.mark.parametrize(
    "request_", EVENTS, ids=[str(e["type"]) + str(i) for i, e in enumerate(EVENTS)]
)
def test_events_are_answered_with_nothing(request_: dict[str, Any], skill: AlexaSkill) -> None:
    """Where Alexa refuses speech there is none, nor a card, nor a directive."""
    envelope = request_envelope(Device(), SESSION, request_)
    if request_["type"] != "SessionEndedRequest":
        del envelope["session"]

    response = skill.respond(envelope)["response"]

    assert not {"outputSpeech", "card", "reprompt", "directives", "shouldEndSession"} & set(
        response
    )


def test_a_failure_inside_is_spoken_with_number_and_care(
    skill: AlexaSkill, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """When answering breaks, the person hears what to do, and the log holds none of their words."""

    def broken(*_: object) -> None:
        raise RuntimeError("the person said cramping")

    monkeypatch.setattr(skill.conversation, "answer", broken)
    with caplog.at_level(logging.DEBUG):
        speech = _speech(skill.respond(_cramping()))

    assert "911" in speech
    assert "healthcare provider" in speech
    assert "RuntimeError in broken" in caplog.text
    assert "cramping" not in caplog.text


def test_a_failure_of_the_sdk_itself_is_spoken_too(
    skill: AlexaSkill, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even where no handler could run, the answer is the failure reply."""

    def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(skill.custom_skill, "invoke", broken)

    assert "healthcare provider" in _speech(skill.respond(_cramping()))


@pytest.mark.parametrize(
    "envelope",
    [{}, {"request": None}, {"request": []}, {"request": {}}, {"version": 7, "request": "x"}],
    ids=["empty", "null request", "list", "no type", "text"],
)
def test_a_request_that_is_none_is_answered_with_nothing(
    envelope: dict[str, Any], skill: AlexaSkill
) -> None:
    """What is no request at all gets an empty response, not an error."""
    assert skill.respond(envelope)["response"] == {}


def test_the_same_request_always_gives_the_same_reply(skill: AlexaSkill) -> None:
    """Nothing is left to chance: one envelope, one response."""
    envelope = _cramping()

    assert skill.respond(copy.deepcopy(envelope)) == skill.respond(copy.deepcopy(envelope))


def test_care_prompts_do_not_drone(skill: AlexaSkill) -> None:
    """In one conversation the wording of the care prompt changes from answer to answer."""
    prompts = set()
    attributes: dict[str, Any] = {}
    for topic in ("FaultIntent", "TestsIntent", "SignsIntent", "TryingAgainIntent"):
        request = intent_request(Device(), MODEL.intents[topic], {})
        envelope = request_envelope(Device(), Session("s", False, attributes), request)
        turn = skill.turn(envelope)
        assert turn.reply is not None
        attributes = turn.response["sessionAttributes"]
        prompts.add(turn.reply.parts[-2])

    assert len(prompts) >= 3


def test_nothing_about_the_person_is_in_the_session(skill: AlexaSkill) -> None:
    """Session attributes hold addresses of content, never words or ids of the person."""
    intent = MODEL.intents["FreeQuestionIntent"]
    request = intent_request(Device(), intent, {"question": SlotValue("my secret about cramps")})
    envelope = request_envelope(Device(user="jane"), SESSION, request)

    attributes = json.dumps(skill.respond(envelope)["sessionAttributes"])

    assert "secret" not in attributes
    assert "jane" not in attributes


def test_a_launch_is_neutral_and_says_what_this_is_not(skill: AlexaSkill) -> None:
    """The welcome names the emergency number and does not presume anything."""
    envelope = request_envelope(Device("en-GB"), SESSION, launch_request(Device("en-GB")))

    speech = _speech(skill.respond(envelope))

    assert "999" in speech
    assert "your miscarriage" not in speech


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


def _paths(value: object, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [path] if path else []
    if isinstance(value, dict):
        for key, inner in value.items():
            found += _paths(inner, (*path, key))
    return found


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_any_damage_to_an_envelope_is_survived(data: st.DataObject, skill: AlexaSkill) -> None:
    """Whatever stands in one place of a request, there is a response, and speech carries care."""
    envelope = json.loads(json.dumps(_cramping()))
    path = data.draw(st.sampled_from(_paths(envelope)))
    *outer, last = path
    place = envelope
    for key in outer:
        place = place[key]
    place[last] = data.draw(_JSON)

    response = skill.respond(envelope)["response"]

    assert (
        "outputSpeech" not in response or "healthcare provider" in response["outputSpeech"]["ssml"]
    )
