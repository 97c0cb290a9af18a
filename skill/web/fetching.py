"""Fetching a certificate chain: with a time limit, a size limit, and no redirects."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request

from skill.web.refusal import RequestRefusedError

SECONDS = 3.0
"""Alexa waits 8 seconds for the whole answer."""
LARGEST = 64 * 1024
"""Bytes; Alexa's chains have about 7,000."""


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """A redirect could lead anywhere: it is not followed, and so is an error."""

    def redirect_request(self, *_: object) -> None:
        """Take no redirect."""


_OPENER = urllib.request.build_opener(_NoRedirects)


def fetch_chain(address: str) -> bytes:
    """The bytes at an allowed address.

    Errors: RequestRefusedError where the host does not answer in time, or not with a small file.
    """
    try:
        with _OPENER.open(address, timeout=SECONDS) as response:
            body: bytes = response.read(LARGEST + 1)
    except (OSError, http.client.HTTPException) as error:
        raise RequestRefusedError("the certificate could not be fetched") from error
    if len(body) > LARGEST:
        raise RequestRefusedError("the certificate file is too large")
    return body
