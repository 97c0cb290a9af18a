"""Forged requests over the real route: each is refused with 400, without a page or a trace."""

from __future__ import annotations

import base64
import json
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from flask.testing import FlaskClient

from tests.web.authority import (
    ADDRESS,
    DAY,
    NOW,
    Wanted,
    authority,
    issue,
    rsa_key,
    signature,
    signed_headers,
)
from tests.web.conftest import CertificateHost, body_of


@dataclass(frozen=True)
class Sent:
    """What reaches the service."""

    body: bytes = field(default_factory=body_of)
    headers: dict[str, str] | None = None
    chain: bytes | None = None

    def post(self, client: FlaskClient, host: CertificateHost) -> Any:
        """Send it and give the response."""
        if self.chain is not None:
            host.default = self.chain
        headers = signed_headers(self.body) if self.headers is None else self.headers
        return client.post("/", data=self.body, headers=headers)


def _body(change: Callable[[dict[str, Any]], object]) -> Sent:
    return Sent(body_of(change))


def _raw(body: bytes) -> Sent:
    return Sent(body)


def _headers(**changed: str | None) -> Sent:
    body = body_of()
    headers = signed_headers(body)
    for name, value in changed.items():
        key = {"address": "SignatureCertChainUrl", "signature": "Signature-256"}[name]
        if value is None:
            del headers[key]
        else:
            headers[key] = value
    return Sent(body, headers)


def _chain(file: bytes) -> Sent:
    return Sent(chain=file)


def _at(seconds: float, zone: str = "Z", kind: str = "LaunchRequest") -> Sent:
    now = datetime.now(timezone.utc)
    moment = (now + timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%S") + zone
    return _body(lambda e: e["request"].update(timestamp=moment, type=kind))


def _stamp(value: object) -> Sent:
    return _body(lambda e: e["request"].update(timestamp=value))


def _other_id(*path: str) -> Sent:
    def change(envelope: dict[str, Any]) -> None:
        place = envelope
        for key in path:
            place = place[key]
        place["application"] = {"applicationId": "amzn1.ask.skill.other"}

    return _body(change)


TEST = authority()
STRANGER = authority("stranger")
MIDDLE = TEST.intermediate.pem
_BODY = body_of()

FORGERIES: dict[str, Callable[[], Sent]] = {
    "no headers": lambda: Sent(headers={}),
    "no address": lambda: _headers(address=None),
    "empty address": lambda: _headers(address=""),
    "address elsewhere": lambda: _headers(address="https://evil.example/echo.api/cert.pem"),
    "address not https": lambda: _headers(address=ADDRESS.replace("https", "http")),
    "address twice": lambda: _headers(address=f"{ADDRESS}, {ADDRESS}"),
    "address very long": lambda: _headers(address=ADDRESS + "a" * 5000),
    "no signature": lambda: _headers(signature=None),
    "empty signature": lambda: _headers(signature=""),
    "signature not base64": lambda: _headers(signature="not base64!"),
    "signature of nothing": lambda: _headers(signature=base64.b64encode(b"").decode()),
    "signature too long": lambda: _headers(signature="A" * 4000),
    "signature of another body": lambda: _headers(signature=signature(b"{}")),
    "signature by another key": lambda: _headers(signature=signature(_BODY, rsa_key("thief"))),
    "signature with SHA-1": lambda: _sha1(),
    "old signature header alone": lambda: Sent(
        _BODY, {"SignatureCertChainUrl": ADDRESS, "Signature": signature(_BODY)}
    ),
    "body altered": lambda: Sent(_BODY.replace(b"en-US", b"en-GB"), signed_headers(_BODY)),
    "body cut": lambda: Sent(_BODY[:-1], signed_headers(_BODY)),
    "body with a space more": lambda: Sent(_BODY + b" ", signed_headers(_BODY)),
    "body written anew": lambda: Sent(
        json.dumps(json.loads(_BODY), indent=1).encode(), signed_headers(_BODY)
    ),
    "body empty": lambda: _raw(b""),
    "body not JSON": lambda: _raw(b"launch"),
    "body not UTF-8": lambda: _raw(b'{"request": "\xff"}'),
    "body a list": lambda: _raw(b"[]"),
    "body null": lambda: _raw(b"null"),
    "body nested deeply": lambda: _raw(b"[" * 100_000),
    "no request": lambda: _body(lambda e: e.pop("request")),
    "request null": lambda: _body(lambda e: e.update(request=None)),
    "no timestamp": lambda: _body(lambda e: e["request"].pop("timestamp")),
    "timestamp a number": lambda: _stamp(1234567890),
    "timestamp a word": lambda: _stamp("now"),
    "timestamp without zone": lambda: _at(0, zone=""),
    "timestamp 160 seconds old": lambda: _at(-160),
    "timestamp 160 seconds ahead": lambda: _at(160),
    "timestamp a year ahead": lambda: _at(365 * 86400),
    "skill event two hours old": lambda: _at(-7200, kind="AlexaSkillEvent.SkillDisabled"),
    "another skill's id": lambda: _other_id("context", "System"),
    "another skill's id in the session": lambda: _other_id("session"),
    "no application": lambda: _body(lambda e: e["context"]["System"].pop("application")),
    "no context": lambda: _body(lambda e: e.pop("context")),
    "context null": lambda: _body(lambda e: e.update(context=None)),
    "session a text": lambda: _body(lambda e: e.update(session="x")),
    "file empty": lambda: _chain(b" "),
    "file not PEM": lambda: _chain(b"<html>not found</html>"),
    "file broken PEM": lambda: _chain(TEST.file.replace(b"M", b"N")),
    "leaf alone": lambda: _chain(TEST.leaf.pem),
    "chain swapped": lambda: _chain(MIDDLE + TEST.leaf.pem),
    "another authority": lambda: _chain(STRANGER.file),
    "another authority with its root": lambda: _chain(STRANGER.file + STRANGER.root.pem),
    "self-signed": lambda: _chain(issue(Wanted()).pem),
    "expired": lambda: _chain(TEST.under(Wanted(begins=NOW - 9 * DAY, ends=NOW - DAY))),
    "not yet valid": lambda: _chain(TEST.under(Wanted(begins=NOW + DAY))),
    "another name": lambda: _chain(TEST.under(Wanted(alternative_names=("api.amazon.com",)))),
    "wildcard name": lambda: _chain(TEST.under(Wanted(alternative_names=("*.evil.com",)))),
    "name only in the subject": lambda: _chain(TEST.under(Wanted(alternative_names=()))),
    "an authority as the leaf": lambda: _chain(TEST.under(Wanted(authority=True))),
    "a weak key": lambda: _chain(TEST.under(Wanted(key=rsa_key("weak", 1024)))),
    "a key of another kind": lambda: _chain(
        TEST.under(Wanted(key=ec.generate_private_key(ec.SECP256R1())))
    ),
    "very many certificates": lambda: _chain(TEST.file + MIDDLE * 20),
}


def _sha1() -> Sent:
    body = body_of()
    headers = signed_headers(body)
    headers["Signature-256"] = signature(body, algorithm=hashes.SHA1())
    return Sent(body, headers)


@pytest.mark.parametrize("forge", FORGERIES.values(), ids=FORGERIES.keys())
def test_a_forgery_is_refused(
    forge: Callable[[], Sent],
    client: FlaskClient,
    host: CertificateHost,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """400, a short JSON body, one log line; no page, no trace, nothing of the request."""
    with caplog.at_level(logging.DEBUG):
        response = forge().post(client, host)

    assert response.status_code == 400
    assert response.get_json() == {"error": "bad request"}
    assert len(caplog.records) == 1
    assert caplog.records[0].getMessage().startswith("a request was refused: ")
    assert "amzn1" not in caplog.text
    assert caplog.records[0].exc_info is None


ACCEPTED: dict[str, Callable[[], Sent]] = {
    "as Alexa sends it": Sent,
    "an unknown property": lambda: _body(lambda e: e.update(certificationParam={"a": 1})),
    "another content type": lambda: Sent(
        _BODY, {**signed_headers(_BODY), "Content-Type": "text/plain"}
    ),
    "140 seconds old": lambda: _at(-140),
    "140 seconds ahead": lambda: _at(140),
    "another zone": lambda: _at(3600, zone="+01:00"),
    "a skill event half an hour old": lambda: _at(-1800, kind="AlexaSkillEvent.SkillDisabled"),
    "no session": lambda: _body(lambda e: e.pop("session")),
    "the root in the file": lambda: _chain(TEST.file + TEST.root.pem),
    "a surplus certificate at the end": lambda: _chain(TEST.file + STRANGER.root.pem),
    "another spelling of the address": lambda: _headers(
        address=ADDRESS.replace("/echo.api/", ":443/echo.api/../echo.api/")
    ),
}


@pytest.mark.parametrize("send", ACCEPTED.values(), ids=ACCEPTED.keys())
def test_a_real_request_is_answered(
    send: Callable[[], Sent], client: FlaskClient, host: CertificateHost
) -> None:
    """What Alexa may send is answered, however new or odd."""
    response = send().post(client, host)

    assert response.status_code == 200
    assert response.get_json()["version"] == "1.0"


@pytest.mark.parametrize(
    "forge",
    [FORGERIES[name] for name in FORGERIES if "address" in name],
    ids=[name for name in FORGERIES if "address" in name],
)
def test_nothing_is_fetched_from_a_bad_address(
    forge: Callable[[], Sent], client: FlaskClient, host: CertificateHost
) -> None:
    """A request can't make the service ask another host."""
    forge().post(client, host)

    assert host.asked == []


@pytest.mark.parametrize(
    "name", ["no signature", "empty signature", "signature too long", "signature not base64"]
)
def test_nothing_is_fetched_for_a_bad_header(
    name: str, client: FlaskClient, host: CertificateHost
) -> None:
    """A request whose headers can't be right costs no fetch."""
    FORGERIES[name]().post(client, host)

    assert host.asked == []
