"""Why a request is refused, without anything of the request itself."""

from __future__ import annotations


class RequestRefusedError(Exception):
    """The request did not prove that it comes from Alexa and is meant for this skill.

    Its text is a short phrase for the log: it never holds a header, an address or a word of the body.
    """
