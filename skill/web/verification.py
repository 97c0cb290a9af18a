"""Whether a request comes from Alexa, just now, and is meant for this skill.

The SDK's own verifier reads the request before it checks it, answers 500 where 400 is due, fetches
without a limit, keeps what it fetched before validating it, and validates the chain at every request
(alexa-requirements, 6.2). This one checks the signature over the raw bytes first and reads plain JSON.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256

from skill.web.certificate_address import certificate_address
from skill.web.certificates import CertificateStore, Clock, Signer
from skill.web.refusal import RequestRefusedError

CHAIN_HEADER = "SignatureCertChainUrl"
SIGNATURE_HEADER = "Signature-256"
LONGEST_HEADER = 2048
TOLERANCE = timedelta(seconds=150)
"""Amazon, "Handle requests sent by Alexa"; both ways, as in the SDK."""
EVENT_TOLERANCE = timedelta(hours=1)
"""Skill events may be delivered late (ask_sdk_webservice_support, verifier_constants)."""


class Headers(Protocol):
    """The headers of a request, by name, whatever framework they come from."""

    def getlist(self, key: str) -> Sequence[str]:
        """All values of a header."""
        ...


@dataclass(frozen=True)
class RequestVerification:
    """Verifies requests for one skill."""

    skill_id: str
    """The application id that requests must name."""
    certificates: CertificateStore
    """Where signers come from."""
    clock: Clock
    """The time, with its zone."""

    def verify(self, headers: Headers, body: bytes) -> dict[str, Any]:
        """The request envelope in a body that Alexa signed.

        Errors: RequestRefusedError, whatever is wrong.
        """
        address = certificate_address(_single(headers, CHAIN_HEADER))
        signature = _decoded(_single(headers, SIGNATURE_HEADER))
        self._check_signature(address, signature, body)
        envelope = _parsed(body)
        self._check_time(envelope)
        self._check_application(envelope)
        return envelope

    def _check_signature(self, address: str, signature: bytes, body: bytes) -> None:
        signer = self.certificates.signer(address)
        if not _signed_by(signer, signature, body):
            # the certificate may have been replaced at its address: look once more, then refuse
            renewed = self.certificates.signer(address, afresh=signer)
            if renewed.key == signer.key or not _signed_by(renewed, signature, body):
                raise RequestRefusedError("the signature does not fit the body")

    def _check_time(self, envelope: dict[str, Any]) -> None:
        request = _mapping(envelope.get("request"), "the request")
        stamp = _time(request.get("timestamp"))
        event = str(request.get("type", "")).startswith("AlexaSkillEvent.")
        if abs(self.clock() - stamp) > (EVENT_TOLERANCE if event else TOLERANCE):
            raise RequestRefusedError("the request is too old or from the future")

    def _check_application(self, envelope: dict[str, Any]) -> None:
        system = _mapping(
            _mapping(envelope.get("context"), "the context").get("System"), "the system"
        )
        owners = [system]
        if envelope.get("session") is not None:
            owners.append(_mapping(envelope["session"], "the session"))
        for owner in owners:
            application = _mapping(owner.get("application"), "the application")
            if application.get("applicationId") != self.skill_id:
                raise RequestRefusedError("the request is meant for another skill")


def _single(headers: Headers, name: str) -> str:
    values = headers.getlist(name)
    if len(values) != 1 or not values[0] or len(values[0]) > LONGEST_HEADER:
        raise RequestRefusedError(f"the header {name} is missing, doubled, empty or too long")
    return values[0]


def _decoded(signature: str) -> bytes:
    try:
        return base64.b64decode(signature, validate=True)
    except (binascii.Error, ValueError) as error:
        raise RequestRefusedError("the signature is not base64") from error


def _signed_by(signer: Signer, signature: bytes, body: bytes) -> bool:
    try:
        signer.key.verify(signature, body, PKCS1v15(), SHA256())
    except InvalidSignature:
        return False
    return True


def _parsed(body: bytes) -> dict[str, Any]:
    try:
        envelope = json.loads(body.decode("utf-8"))
    except (ValueError, RecursionError) as error:  # bad UTF-8 and bad JSON are both ValueErrors
        raise RequestRefusedError("the body is not JSON in UTF-8") from error
    return _mapping(envelope, "the body")


def _mapping(value: object, name: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise RequestRefusedError(f"{name} is not an object")
    return value


def _time(stamp: object) -> datetime:
    text = stamp if isinstance(stamp, str) else ""
    try:  # before Python 3.11 fromisoformat does not know the Z that Alexa writes
        moment = datetime.fromisoformat(text[:-1] + "+00:00" if text.endswith("Z") else text)
    except ValueError as error:
        raise RequestRefusedError("the timestamp is not a time") from error
    if moment.tzinfo is None:
        raise RequestRefusedError("the timestamp has no zone")
    return moment
