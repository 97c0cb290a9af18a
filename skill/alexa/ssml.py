"""The one module that makes SSML: escaped, telephone numbers spelt out, within Alexa's limit."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape

MOST_CHARACTERS = 8000
"""Alexa refuses a longer outputSpeech, tags counted (alexa-requirements, 2)."""
_SHORT_CODE = 4
"""Up to so many digits a number is read digit by digit; a longer one in a telephone number's groups."""


def speech_markup(parts: Iterable[str], numbers: Iterable[str] = ()) -> str:
    """The SSML of a reply.

    In: its parts in order, plain text; the telephone numbers that may stand in them. Out: one ``speak``
    element, each part a paragraph, so that Alexa breathes between them.
    """
    spoken = sorted((number for number in numbers if number), key=len, reverse=True)
    pattern = re.compile("|".join(rf"\b{re.escape(number)}\b" for number in spoken) or r"(?!)")
    paragraphs = (
        pattern.sub(lambda match: _spelt(match[0]), escape(_printable(part))) for part in parts
    )
    return "<speak>" + "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs) + "</speak>"


def _spelt(number: str) -> str:
    """A telephone number as a voice should read it: "nine one one", not "nine hundred eleven"."""
    kind = "digits" if len(number) <= _SHORT_CODE else "telephone"
    return f'<say-as interpret-as="{kind}">{number}</say-as>'


def _printable(text: str) -> str:
    """The text without the control characters that XML does not allow."""
    return "".join(letter for letter in text if letter.isprintable() or letter in "\n\t")
