"""The web service over a test authority, and bodies to send."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from skill.alexa.envelopes import (
    LOCAL_SKILL_ID,
    Device,
    Session,
    launch_request,
    request_envelope,
)
from skill.settings import Settings
from skill.web import create_app
from tests.web.authority import authority


@dataclass
class CertificateHost:
    """Stands where s3.amazonaws.com is: serves files, counts what it is asked for."""

    files: dict[str, bytes] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    default: bytes = b""

    def fetch(self, address: str) -> bytes:
        """The file at an address."""
        self.asked.append(address)
        return self.files.get(address, self.default)


@pytest.fixture
def host() -> CertificateHost:
    """A certificate host that serves the test authority's chain at every address."""
    return CertificateHost(default=authority().file)


@pytest.fixture
def app(host: CertificateHost) -> Flask:
    """The real application, trusting the test authority alone."""
    return create_app(
        Settings(skill_id=LOCAL_SKILL_ID),
        anchors=[authority().root.certificate],
        fetch=host.fetch,
    )


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A client of the application."""
    return app.test_client()


def envelope(change: Callable[[dict[str, Any]], object] | None = None) -> dict[str, Any]:
    """A launch request, changed as a test wants it."""
    request = request_envelope(Device(), Session("s", True, {}), launch_request(Device()))
    made: dict[str, Any] = json.loads(json.dumps(request))
    if change is not None:
        change(made)
    return made


def body_of(change: Callable[[dict[str, Any]], object] | None = None) -> bytes:
    """A launch request as bytes."""
    return json.dumps(envelope(change)).encode()
