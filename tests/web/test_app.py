"""The service as a whole: its routes, its limits, real HTTP, and what it never says."""

from __future__ import annotations

import json
import logging
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from flask import Flask, redirect
from flask.testing import FlaskClient
from werkzeug.serving import make_server

from skill.alexa.envelopes import (
    Device,
    Session,
    intent_request,
    request_envelope,
)
from skill.conversation.question import SlotValue
from skill.library.library import Library
from skill.settings import Settings, SettingsError
from skill.web import create_app, fetching
from skill.web.adapter import StandInUsedError
from skill.web.app import LARGEST_BODY
from skill.web.refusal import RequestRefusedError
from tests.web.authority import signed_headers
from tests.web.conftest import body_of


@contextmanager
def _served(app: Flask) -> Iterator[str]:
    """An application on a loopback socket."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.port}/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def url(app: Flask) -> Iterator[str]:
    """The service on a loopback socket."""
    with _served(app) as address:
        yield address


def _post(url: str, body: bytes, headers: dict[str, str]) -> tuple[int, dict[str, Any]]:
    request = urllib.request.Request(url, data=body, headers=headers, method="POST")
    try:
        with urllib.request.urlopen(request, timeout=5) as response:
            return response.status, json.loads(response.read())
    except urllib.error.HTTPError as error:
        with error:
            return error.code, json.loads(error.read())


def _severe(library: Library) -> bytes:
    intent = library.model.intents["HaveSymptomIntent"]
    slots = {"symptom": SlotValue("cramps", "cramping"), "severity": SlotValue("bad", "severe")}
    device = Device("en-GB")
    envelope = request_envelope(
        device, Session("s", True, {}), intent_request(device, intent, slots)
    )
    return json.dumps(envelope).encode()


def test_a_launch_over_real_http(url: str) -> None:
    """A signed launch is welcomed."""
    body = body_of()

    status, answer = _post(url, body, signed_headers(body))

    assert status == 200
    assert "healthcare provider" in answer["response"]["outputSpeech"]["ssml"]
    assert answer["response"]["shouldEndSession"] is False


def test_an_emergency_over_real_http(url: str, library: Library) -> None:
    """Severe pain now is answered with the locale's emergency number first."""
    body = _severe(library)

    status, answer = _post(url, body, signed_headers(body))

    assert status == 200
    assert answer["response"]["outputSpeech"]["ssml"].startswith(
        '<speak><p>Call <say-as interpret-as="digits">999</say-as> from a phone now'
    )


def test_a_bad_signature_over_real_http(url: str) -> None:
    """A body that was not signed is refused with 400."""
    assert _post(url, body_of(), signed_headers(b"{}")) == (400, {"error": "bad request"})


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH"])
def test_only_post_is_answered(method: str, client: FlaskClient) -> None:
    """Any other method is 405, told in a short JSON body."""
    response = client.open("/", method=method)

    assert response.status_code == 405
    assert response.get_json() == {"error": "method not allowed"}


def test_another_path_is_not_found(client: FlaskClient) -> None:
    """There is nothing else to see, and no page says so."""
    response = client.get("/admin")

    assert (response.status_code, response.get_json()) == (404, {"error": "not found"})


def test_a_large_body_is_too_large(client: FlaskClient) -> None:
    """A body over the limit is 413 and is not read."""
    assert client.post("/", data=b"x" * (LARGEST_BODY + 1)).status_code == 413


def test_health_says_that_content_is_loaded(client: FlaskClient, library: Library) -> None:
    """The health endpoint counts the entries that can be told."""
    assert client.get("/healthz").get_json() == {
        "status": "ok",
        "entries": len(library.entries),
    }


def test_a_conversation_leaves_nothing_personal_in_the_logs(
    client: FlaskClient, library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    """No utterance, slot value, user id or session attribute is ever logged."""
    with caplog.at_level(logging.DEBUG):
        for body in (body_of(), _severe(library)):
            client.post("/", data=body, headers=signed_headers(body))
            client.post("/", data=body, headers={})

    for word in ("cramp", "severe", "someone", "amzn1", "turn"):
        assert word not in caplog.text


def test_a_failure_inside_is_spoken(
    app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A verified request is answered with speech even when answering breaks."""
    from skill.conversation.conversation import Conversation

    def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(Conversation, "answer", broken)
    body = body_of()

    response = client.post("/", data=body, headers=signed_headers(body))

    assert response.status_code == 200
    assert "911" in response.get_json()["response"]["outputSpeech"]["ssml"]
    assert app is not None


def test_without_a_skill_id_the_service_does_not_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """Verification needs to know whose requests to accept."""
    monkeypatch.delenv("SKILL_ID", raising=False)

    with pytest.raises(SettingsError, match="SKILL_ID is not set"):
        create_app()


def test_verification_cannot_be_switched_off_from_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The public service refuses to start unverified."""
    monkeypatch.setenv("SKILL_VERIFY", "off")

    with pytest.raises(SettingsError, match="SKILL_VERIFY is off"):
        create_app()


@pytest.fixture
def unverified() -> FlaskClient:
    """The service for trying on this machine."""
    return create_app(Settings(verify=False)).test_client()


def test_a_local_request_needs_no_signature_when_verification_is_off(
    unverified: FlaskClient,
) -> None:
    """On this machine alone, a plain request is answered."""
    assert unverified.post("/", data=body_of()).status_code == 200


@pytest.mark.parametrize(
    ("headers", "remote"),
    [
        ({"Host": "guide.example"}, "127.0.0.1"),
        ({"Host": "127.0.0.1.evil.example"}, "127.0.0.1"),
        ({"Origin": "https://evil.example"}, "127.0.0.1"),
        ({"Origin": "null"}, "127.0.0.1"),
        ({"X-Forwarded-For": "10.0.0.1"}, "127.0.0.1"),
        ({"Forwarded": "for=10.0.0.1"}, "127.0.0.1"),
        ({"Via": "1.1 proxy"}, "127.0.0.1"),
        ({"Host": "[::1"}, "127.0.0.1"),
        ({}, "10.0.0.7"),
    ],
    ids=[
        "host",
        "host rebound",
        "origin",
        "null origin",
        "x-forwarded",
        "forwarded",
        "via",
        "broken host",
        "remote",
    ],
)
def test_an_unverified_request_from_elsewhere_is_refused(
    headers: dict[str, str], remote: str, unverified: FlaskClient
) -> None:
    """Whatever was forwarded, or comes from another machine or page, is 400."""
    response = unverified.post(
        "/", data=body_of(), headers=headers, environ_base={"REMOTE_ADDR": remote}
    )

    assert response.status_code == 400


@pytest.mark.parametrize("body", [b"", b"[]", b"launch"], ids=["empty", "list", "word"])
def test_an_unverified_body_must_be_an_object(body: bytes, unverified: FlaskClient) -> None:
    """Junk is 400 here too."""
    assert unverified.post("/", data=body).status_code == 400


def test_the_stand_in_accepts_nothing() -> None:
    """The SDK's verifier, if anything built it, raises instead of accepting a request."""
    from ask_sdk_webservice_support import verifier

    with pytest.raises(StandInUsedError):
        verifier.CertificateValidator(b"any certificate")  # type: ignore[attr-defined]  # an import of the SDK's


def test_the_stand_in_does_not_stay() -> None:
    """Another program part that imports certvalidator does not get the stand-in."""
    import sys

    assert "certvalidator" not in sys.modules


def test_a_large_certificate_file_is_refused(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The fetch reads no more than a certificate file can be long."""
    monkeypatch.setattr(fetching, "LARGEST", 10)

    with pytest.raises(RequestRefusedError, match="too large"):
        fetching.fetch_chain(url + "healthz")


def test_a_redirect_is_refused() -> None:
    """The certificate host can't send the service elsewhere, not even to a place that answers."""
    redirecting = Flask("redirecting")
    redirecting.add_url_rule("/", "here", lambda: redirect("/there"))
    redirecting.add_url_rule("/there", "there", lambda: "a file")
    with _served(redirecting) as url:
        assert fetching.fetch_chain(url + "there") == b"a file"
        with pytest.raises(RequestRefusedError, match="could not be fetched"):
            fetching.fetch_chain(url)
