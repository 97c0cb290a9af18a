"""The skill object: one for Alexa's requests, the command line and the tests."""

from __future__ import annotations

import json
from typing import Any

from ask_sdk_core.exceptions import SerializationException
from ask_sdk_core.skill import CustomSkill
from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_model import RequestEnvelope, ResponseEnvelope

from skill.alexa.handlers import (
    FailureHandler,
    QuestionHandler,
    SilentEventHandler,
    log_failure,
)
from skill.alexa.responses import write_response
from skill.alexa.tolerance import known_parts
from skill.alexa.turn import Turn, TurnRecord
from skill.conversation.context import Context
from skill.conversation.conversation import Conversation
from skill.library.library import Library, load_library

_ENVELOPE = "ask_sdk_model.request_envelope.RequestEnvelope"


class AlexaSkill:
    """Answers request envelopes; holds no state of any person."""

    def __init__(self, library: Library) -> None:
        self.conversation = Conversation(library)
        builder = SkillBuilder()
        builder.add_request_handler(QuestionHandler(self.conversation))
        builder.add_request_handler(SilentEventHandler())
        builder.add_exception_handler(FailureHandler(self.conversation))
        self.custom_skill = CustomSkill(builder.skill_configuration)

    def respond(self, envelope: dict[str, Any]) -> dict[str, Any]:
        """The response to a request envelope, both as JSON objects. Never raises."""
        return self.turn(envelope).response

    def turn(self, envelope: dict[str, Any]) -> Turn:
        """The response, with the reply that it speaks. Never raises: a failure is spoken."""
        record = TurnRecord()
        try:
            request = self._read(envelope)
            response = self.custom_skill.invoke(request, record)
            return Turn(self._write(response), record.reply)
        except Exception as error:  # noqa: BLE001  # whatever broke, a person is waiting
            log_failure(error)
            return self._failed(envelope)

    def _read(self, envelope: dict[str, Any]) -> RequestEnvelope:
        try:
            return self._deserialize(envelope)
        except SerializationException:
            return self._deserialize(known_parts(envelope, _ENVELOPE) or {})

    def _deserialize(self, envelope: dict[str, Any]) -> RequestEnvelope:
        read: RequestEnvelope = self.custom_skill.serializer.deserialize(
            json.dumps(envelope), RequestEnvelope
        )
        return read

    def _write(self, response: ResponseEnvelope) -> dict[str, Any]:
        written: dict[str, Any] = self.custom_skill.serializer.serialize(response)  # type: ignore[assignment]  # the SDK types it as any JSON value
        return written

    def _failed(self, envelope: dict[str, Any]) -> Turn:
        """The failure reply, made without the objects that may have broken."""
        request = envelope.get("request")
        kind = request.get("type") if isinstance(request, dict) else None
        if kind not in ("LaunchRequest", "IntentRequest"):
            return Turn({"version": "1.0", "response": {}}, None)
        code = str(request.get("locale") or "") if isinstance(request, dict) else ""
        session = envelope.get("session")
        attributes = session.get("attributes") if isinstance(session, dict) else None
        reply = self.conversation.failure(code, Context.from_attributes(attributes))
        response = ResponseEnvelope(
            version="1.0",
            session_attributes=dict(reply.context.to_attributes()),
            response=write_response(reply, self.conversation.library.locale(code)),
        )
        return Turn(self._write(response), reply)


def build_skill() -> AlexaSkill:
    """The skill with the installed content.

    Errors: skill.library.ContentError, whose text is one printable sentence a problem.
    """
    return AlexaSkill(load_library())
