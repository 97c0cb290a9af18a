"""From a reply to Alexa's response."""

from __future__ import annotations

from ask_sdk_model import Response
from ask_sdk_model.ui import Reprompt, SimpleCard, SsmlOutputSpeech

from skill.alexa.ssml import speech_markup
from skill.conversation.reply import Reply
from skill.library.locales import Locale


def write_response(reply: Reply, locale: Locale) -> Response:
    """The response that speaks a reply; the session is open exactly when it asks a question."""
    numbers = [number.number for number in locale.numbers.values()]
    return Response(
        output_speech=SsmlOutputSpeech(ssml=speech_markup(reply.parts, numbers)),
        reprompt=None
        if reply.reprompt is None
        else Reprompt(
            output_speech=SsmlOutputSpeech(ssml=speech_markup([reply.reprompt], numbers))
        ),
        card=None if reply.card is None else SimpleCard(reply.card.title, reply.card.text),
        should_end_session=not reply.session_open,
    )


def silent_response() -> Response:
    """The response to an event that must not speak: nothing at all."""
    return Response()
