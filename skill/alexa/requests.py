"""From Alexa's request to a question."""

from __future__ import annotations

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import IntentRequest, LaunchRequest, Slot
from ask_sdk_model.slu.entityresolution import StatusCode

from skill.conversation.context import Context
from skill.conversation.question import LAUNCH, Question, SlotValue
from skill.library.model import InteractionModel

_LONGEST_VALUE = 1000
"""More characters than anybody says in one breath; the rest is left out."""


def read_question(handler_input: HandlerInput, model: InteractionModel) -> Question:
    """The question in a request; an unknown kind of request becomes a question with no known intent."""
    request = handler_input.request_envelope.request
    if isinstance(request, LaunchRequest):
        return Question(read_locale(handler_input), LAUNCH, context=read_context(handler_input))
    if not isinstance(request, IntentRequest) or request.intent is None:
        return Question(read_locale(handler_input), "", context=read_context(handler_input))
    intent = request.intent
    known = model.intents.get(intent.name or "")
    types = known.slots if known is not None else {}
    slots = {
        name: _slot_value(slot, types.get(name, ""), model)
        for name, slot in (intent.slots or {}).items()
        if slot is not None and isinstance(slot.value, str) and slot.value.strip()
    }
    return Question(
        read_locale(handler_input), intent.name or "", slots, read_context(handler_input)
    )


def read_locale(handler_input: HandlerInput) -> str:
    """The request's locale; empty where it has none."""
    request = handler_input.request_envelope.request
    return str(getattr(request, "locale", None) or "")


def read_context(handler_input: HandlerInput) -> Context:
    """What the session remembers; nothing where there is no session."""
    if handler_input.request_envelope.session is None:
        return Context()
    return Context.from_attributes(handler_input.attributes_manager.session_attributes)


def _slot_value(slot: Slot, slot_type: str, model: InteractionModel) -> SlotValue:
    spoken = str(slot.value)[:_LONGEST_VALUE].strip().lower()
    return SlotValue(spoken, _resolved_id(slot) or model.value_id(slot_type, spoken))


def _resolved_id(slot: Slot) -> str | None:
    """The id of the first authority that matched; there can be several authorities."""
    authorities = slot.resolutions.resolutions_per_authority if slot.resolutions else None
    for authority in authorities or ():
        matched = authority.status and authority.status.code == StatusCode.ER_SUCCESS_MATCH
        for wrapper in (authority.values or ()) if matched else ():
            if wrapper.value is not None and wrapper.value.id:
                return str(wrapper.value.id)
    return None
