"""Which certificate addresses are allowed."""

from __future__ import annotations

import pytest

from skill.web.certificate_address import certificate_address
from skill.web.refusal import RequestRefusedError

PLAIN = "https://s3.amazonaws.com/echo.api/echo-api-cert.pem"

ALLOWED = {
    "as Alexa sends it": PLAIN,
    "port 443": "https://s3.amazonaws.com:443/echo.api/echo-api-cert.pem",
    "dot segments": "https://s3.amazonaws.com/echo.api/../echo.api/echo-api-cert.pem",
    "scheme in capitals": "HTTPS://s3.amazonaws.com/echo.api/echo-api-cert.pem",
    "host in capitals": "https://S3.AmazonAWS.com/echo.api/echo-api-cert.pem",
}
REFUSED = {
    "empty": "",
    "http": "http://s3.amazonaws.com/echo.api/cert.pem",
    "ftp": "ftp://s3.amazonaws.com/echo.api/cert.pem",
    "file": "file:///echo.api/cert.pem",
    "no scheme": "//s3.amazonaws.com/echo.api/cert.pem",
    "another host": "https://notamazon.com/echo.api/cert.pem",
    "host as a suffix": "https://s3.amazonaws.com.evil.example/echo.api/cert.pem",
    "host as a prefix": "https://evil-s3.amazonaws.com/echo.api/cert.pem",
    "host with a dot behind": "https://s3.amazonaws.com./echo.api/cert.pem",
    "bucket host": "https://echo.api.s3.amazonaws.com/echo.api/cert.pem",
    "user name": "https://s3.amazonaws.com@evil.example/echo.api/cert.pem",
    "user before the host": "https://user@s3.amazonaws.com/echo.api/cert.pem",
    "path in capitals": "https://s3.amazonaws.com/EcHo.aPi/cert.pem",
    "another path": "https://s3.amazonaws.com/invalid.path/cert.pem",
    "path as a prefix": "https://s3.amazonaws.com/echo.api.evil/cert.pem",
    "path left by dots": "https://s3.amazonaws.com/echo.api/../evil/cert.pem",
    "path doubled slash": "https://s3.amazonaws.com//echo.api/cert.pem",
    "encoded dots": "https://s3.amazonaws.com/echo.api/%2e%2e/evil/cert.pem",
    "encoded slash": "https://s3.amazonaws.com/echo.api%2fcert.pem",
    "the folder itself": "https://s3.amazonaws.com/echo.api",
    "no path": "https://s3.amazonaws.com",
    "port 563": "https://s3.amazonaws.com:563/echo.api/cert.pem",
    "port 80": "https://s3.amazonaws.com:80/echo.api/cert.pem",
    "port empty": "https://s3.amazonaws.com:/echo.api/cert.pem",
    "port a word": "https://s3.amazonaws.com:https/echo.api/cert.pem",
    "port doubled": "https://s3.amazonaws.com:443:443/echo.api/cert.pem",
    "query": "https://s3.amazonaws.com/echo.api/cert.pem?x=1",
    "fragment": "https://s3.amazonaws.com/echo.api/cert.pem#x",
    "backslash": "https://s3.amazonaws.com\\echo.api\\cert.pem",
    "space": "https://s3.amazonaws.com/echo.api/cert.pem ",
    "line break": "https://s3.amazonaws.com/echo.api/cert.pem\n",
    "two addresses": f"{PLAIN},{PLAIN}",
    "look-alike letter": "https://s3.am\u0430zonaws.com/echo.api/cert.pem",
    "full-width dot": "https://s3\uff0eamazonaws.com/echo.api/cert.pem",
    "brackets": "https://[::1]/echo.api/cert.pem",
    "too long": "https://s3.amazonaws.com/echo.api/" + "a" * 600,
}


@pytest.mark.parametrize("named", ALLOWED.values(), ids=ALLOWED.keys())
def test_an_allowed_address_has_one_spelling(named: str) -> None:
    """However it is spelt, it is fetched and kept under the same address."""
    assert certificate_address(named) == PLAIN


@pytest.mark.parametrize("named", REFUSED.values(), ids=REFUSED.keys())
def test_any_other_address_is_refused(named: str) -> None:
    """Nothing is fetched from anywhere but the one allowed place."""
    with pytest.raises(RequestRefusedError):
        certificate_address(named)
