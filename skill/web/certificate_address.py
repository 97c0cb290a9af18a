"""The rules for the address that a request names for its certificate.

Amazon, "Host a custom skill as a web service": https, s3.amazonaws.com, /echo.api/, port 443. An address
that needs interpretation (user names, queries, encoded characters) is refused rather than interpreted.
"""

from __future__ import annotations

import posixpath
import re
from urllib.parse import urlsplit

from skill.web.refusal import RequestRefusedError

HOST = "s3.amazonaws.com"
FOLDER = "/echo.api/"
LONGEST = 512
"""Characters; Alexa's own addresses have about 60."""

_PLAIN = re.compile(r"[A-Za-z0-9:/._\-]+")


def certificate_address(named: str) -> str:
    """The one spelling of an allowed address, under which its certificate is fetched and kept.

    In: the header's value. Errors: RequestRefusedError for every other address; nothing is fetched.
    """
    if len(named) > LONGEST or not _PLAIN.fullmatch(named):
        raise RequestRefusedError("the certificate address has characters that are not plain")
    address = urlsplit(named)
    if address.scheme.lower() != "https":
        raise RequestRefusedError("the certificate address is not https")
    host, _, port = address.netloc.partition(":")
    if host.lower() != HOST:
        raise RequestRefusedError("the certificate address is on another host")
    if ":" in address.netloc and port != "443":
        raise RequestRefusedError("the certificate address is on another port")
    path = posixpath.normpath(address.path)
    if not path.startswith(FOLDER) or address.path.startswith("//"):
        raise RequestRefusedError("the certificate address is in another folder")
    return f"https://{HOST}{path}"
