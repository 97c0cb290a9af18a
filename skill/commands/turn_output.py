"""How a turn is shown: as JSON for other tools, as plain text for people."""

from __future__ import annotations

import json
from typing import Any

from skill.alexa.simulation import HeardTurn


def as_json(heard: HeardTurn, locale: str) -> str:
    """One JSON object a line; what is absent is null."""
    response = heard.turn.response["response"]
    reply = heard.turn.reply
    shown: dict[str, Any] = {
        "question": heard.words,
        "locale": locale,
        "intent": heard.intent,
        "topic": None,
        "urgency": None,
        "candidates": None,
        "because": None,
        "speech": None,
        "ssml": None,
        "reprompt": None,
        "card": None,
        "session_open": response.get("shouldEndSession") is False,
    }
    if reply is not None:
        shown |= {
            "topic": reply.topic,
            "urgency": reply.urgency,
            "candidates": list(reply.candidates) or None,
            "because": reply.because,
            "speech": reply.speech,
            "ssml": response["outputSpeech"]["ssml"],
            "reprompt": reply.reprompt,
            "card": _card(response.get("card")),
        }
    return json.dumps(shown, ensure_ascii=False)


def as_text(heard: HeardTurn) -> str:
    """What is heard, and nothing else."""
    return heard.turn.reply.speech if heard.turn.reply is not None else ""


def _card(card: dict[str, Any] | None) -> dict[str, Any] | None:
    return None if card is None else {"title": card["title"], "text": card["content"]}
