"""A device on this machine: what is said to it reaches the skill as Alexa would send it.

Words that fit a sample utterance become its intent and slots; any others arrive at the free-form
intent, as Alexa would send them there. Alexa's own understanding is wider than exact samples.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

from skill.alexa.envelopes import (
    Device,
    Session,
    intent_request,
    launch_request,
    request_envelope,
    session_ended_request,
)
from skill.alexa.skill import AlexaSkill
from skill.alexa.turn import Turn
from skill.conversation.phrases import words_of
from skill.conversation.question import SlotValue


@dataclass(frozen=True)
class HeardTurn:
    """One turn with a simulated device."""

    words: str
    """What was said to it."""
    intent: str
    """The intent in the envelope; the request's type where it was no intent."""
    turn: Turn
    """What the skill answered."""


class SimulatedDevice:
    """Holds one conversation at a time with the skill."""

    def __init__(self, skill: AlexaSkill, device: Device) -> None:
        self._skill = skill
        self._device = device
        self._session: Session | None = None
        self._model = skill.conversation.library.model
        self._free = next(i for i in self._model.intents.values() if i.means == "free")

    @property
    def listening(self) -> bool:
        """Whether a session is open."""
        return self._session is not None

    def open(self) -> HeardTurn:
        """Open the skill without a question."""
        return self._send("open", "LaunchRequest", launch_request(self._device))

    def hear(self, words: str) -> HeardTurn:
        """Say something; a new session begins where none is open."""
        match = self._skill.conversation.samples.match(words_of(words))
        if match is not None:
            intent, slots = self._model.intents[match.intent], match.slots
        else:
            intent, slots = self._free, self._free_slots(words)
        return self._send(words, intent.name, intent_request(self._device, intent, slots))

    def leave(self) -> HeardTurn | None:
        """End the session, as a device does when nobody speaks any more."""
        if self._session is None:
            return None
        return self._send("", "SessionEndedRequest", session_ended_request(self._device))

    def _free_slots(self, words: str) -> dict[str, SlotValue]:
        spoken = words.strip().lower()
        slot = next(iter(self._free.slots))
        return {slot: SlotValue(spoken)} if spoken else {}

    def _send(self, words: str, intent: str, request: dict[str, Any]) -> HeardTurn:
        session = self._session or Session(f"amzn1.echo-api.session.{uuid.uuid4()}", True, {})
        turn = self._skill.turn(request_envelope(self._device, session, request))
        ended = turn.response["response"].get("shouldEndSession", True)
        attributes = turn.response.get("sessionAttributes") or {}
        self._session = None if ended else Session(session.id, False, attributes)
        return HeardTurn(words, intent, turn)
