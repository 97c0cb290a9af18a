"""What is refused where requests are not verified: whatever does not come from this machine itself."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from skill.web.refusal import RequestRefusedError

_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_FORWARDING = (
    "Forwarded",
    "Via",
    "X-Forwarded-For",
    "X-Forwarded-Host",
    "X-Forwarded-Proto",
    "X-Real-Ip",
)


def check_local(headers: Mapping[str, str], remote_address: str | None) -> None:
    """Refuse a request that came through a proxy, from another machine, or from a foreign page.

    A page on the web can make a browser send requests to this machine: its Origin, or a Host name that
    was made to point here, gives it away. Errors: RequestRefusedError.
    """
    if remote_address not in _LOOPBACK:
        raise RequestRefusedError("an unverified request from another machine")
    if any(name in headers for name in _FORWARDING):
        raise RequestRefusedError("an unverified request that was forwarded")
    if _host(f"//{headers.get('Host', '')}") not in _LOOPBACK:
        raise RequestRefusedError("an unverified request for a foreign host name")
    origin = headers.get("Origin")
    if origin is not None and _host(origin) not in _LOOPBACK:
        raise RequestRefusedError("an unverified request from a foreign page")


def _host(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None
