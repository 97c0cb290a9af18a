"""The handlers: questions are answered, events are silent, failures are spoken.

Parameter names are the SDK's: it calls them by keyword.
"""

from __future__ import annotations

import logging

from ask_sdk_core.dispatch_components import AbstractExceptionHandler, AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import IntentRequest, LaunchRequest, Response

from skill.alexa.requests import read_context, read_locale, read_question
from skill.alexa.responses import silent_response, write_response
from skill.alexa.turn import TurnRecord
from skill.conversation.conversation import Conversation
from skill.conversation.reply import Reply

_LOG = logging.getLogger("skill.alexa")


class QuestionHandler(AbstractRequestHandler):
    """Answers whatever is asked inside a session: launch, intents, and requests not known to us."""

    def __init__(self, conversation: Conversation) -> None:
        self._conversation = conversation

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Take every request that a person may be waiting on."""
        return expects_speech(handler_input)

    def handle(self, handler_input: HandlerInput) -> Response:
        """Answer the question and keep the session's context."""
        question = read_question(handler_input, self._conversation.library.model)
        reply = self._conversation.answer(question)
        return _respond(handler_input, self._conversation, reply)


class SilentEventHandler(AbstractRequestHandler):
    """Takes every event: a session's end, the player's, skill events. Alexa refuses speech there."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Take what no person is waiting on."""
        return not expects_speech(handler_input)

    def handle(self, handler_input: HandlerInput) -> Response:  # noqa: ARG002  # the SDK's signature
        """Answer with nothing."""
        return silent_response()


class FailureHandler(AbstractExceptionHandler):
    """Speaks when something broke inside: the same function makes this reply, so care is in it."""

    def __init__(self, conversation: Conversation) -> None:
        self._conversation = conversation

    def can_handle(self, handler_input: HandlerInput, exception: Exception) -> bool:  # noqa: ARG002  # the SDK's signature
        """Take every exception."""
        return True

    def handle(self, handler_input: HandlerInput, exception: Exception) -> Response:
        """Log where it broke, without a word of the person's, and say the failure reply."""
        log_failure(exception)
        if not expects_speech(handler_input):
            return silent_response()
        reply = self._conversation.failure(read_locale(handler_input), read_context(handler_input))
        return _respond(handler_input, self._conversation, reply)


def expects_speech(handler_input: HandlerInput) -> bool:
    """Whether a person waits for an answer: launch and intents, and anything unknown in a session."""
    envelope = handler_input.request_envelope
    if isinstance(envelope.request, (LaunchRequest, IntentRequest)):
        return True
    return envelope.request is None and envelope.session is not None


def log_failure(exception: BaseException) -> None:
    """One line: the kind of error and the place in our code; its text could hold what was said."""
    trace, place = exception.__traceback__, "unknown place"
    while trace is not None:
        place = f"{trace.tb_frame.f_code.co_name}:{trace.tb_lineno}"
        trace = trace.tb_next
    _LOG.error("a request failed inside: %s in %s", type(exception).__name__, place)


def _respond(handler_input: HandlerInput, conversation: Conversation, reply: Reply) -> Response:
    if isinstance(handler_input.context, TurnRecord):
        handler_input.context.reply = reply
    if handler_input.request_envelope.session is not None:
        handler_input.attributes_manager.session_attributes = dict(reply.context.to_attributes())
    return write_response(reply, conversation.library.locale(read_locale(handler_input)))
