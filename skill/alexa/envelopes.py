"""Request envelopes as Alexa sends them, for the command line, the console and the tests."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

from skill.conversation.question import SlotValue
from skill.library.model import Intent

LOCAL_SKILL_ID = "amzn1.ask.skill.00000000-0000-0000-0000-000000000000"
"""The application id of requests made on this machine; no real skill has it."""

_VIEWPORTS: Mapping[str, Mapping[str, Any]] = {
    "hub": {"shape": "RECTANGLE", "pixelWidth": 1024, "pixelHeight": 600, "dpi": 160, "mode": "HUB"},
    "round": {"shape": "ROUND", "pixelWidth": 480, "pixelHeight": 480, "dpi": 160, "mode": "HUB"},
    "tv": {"shape": "RECTANGLE", "pixelWidth": 1920, "pixelHeight": 1080, "dpi": 320, "mode": "TV"},
    "mobile": {"shape": "RECTANGLE", "pixelWidth": 1280, "pixelHeight": 800, "dpi": 160, "mode": "MOBILE"},
}  # fmt: skip
DEVICE_KINDS = ("speaker", *_VIEWPORTS)


@dataclass(frozen=True)
class Device:
    """An Alexa device, as far as a request tells of it."""

    locale: str = "en-US"
    """Its language and country."""
    kind: str = "speaker"
    """One of DEVICE_KINDS."""
    user: str = "someone"
    """Who speaks; part of the user id in the envelope."""
    audio_player: bool = False
    """Whether it can play recordings."""


@dataclass(frozen=True)
class Session:
    """The session that a request belongs to."""

    id: str
    """Its id."""
    new: bool
    """Whether the request opens it."""
    attributes: Mapping[str, Any]
    """What the last response put there."""


def launch_request(device: Device) -> dict[str, Any]:
    """The request that opens the skill without a question."""
    return _request(device, "LaunchRequest")


def session_ended_request(device: Device) -> dict[str, Any]:
    """The request that tells of a session's end."""
    return {**_request(device, "SessionEndedRequest"), "reason": "USER_INITIATED"}


def intent_request(
    device: Device, intent: Intent, slots: Mapping[str, SlotValue]
) -> dict[str, Any]:
    """The request of an intent; slots that were not filled are there without a value."""
    return {
        **_request(device, "IntentRequest"),
        "intent": {
            "name": intent.name,
            "confirmationStatus": "NONE",
            "slots": {
                name: _slot(name, slot_type, slots.get(name))
                for name, slot_type in intent.slots.items()
            },
        },
    }


def request_envelope(device: Device, session: Session, request: dict[str, Any]) -> dict[str, Any]:
    """The whole envelope around a request."""
    application = {"applicationId": LOCAL_SKILL_ID}
    user = {"userId": f"amzn1.ask.account.{device.user}"}
    screen: dict[str, Any] = {}
    interfaces: dict[str, Any] = {}
    if device.kind in _VIEWPORTS:
        viewport = dict(_VIEWPORTS[device.kind])
        viewport["currentPixelWidth"] = viewport["pixelWidth"]
        viewport["currentPixelHeight"] = viewport["pixelHeight"]
        viewport["experiences"] = []
        screen = {"Viewport": viewport}
        interfaces["Alexa.Presentation.APL"] = {"runtime": {"maxVersion": "1.4"}}
    if device.audio_player:
        interfaces["AudioPlayer"] = {}
    return {
        "version": "1.0",
        "session": {
            "new": session.new,
            "sessionId": session.id,
            "application": application,
            "attributes": dict(session.attributes),
            "user": user,
        },
        "context": {
            "System": {
                "application": application,
                "user": user,
                "device": {
                    "deviceId": f"amzn1.ask.device.{device.kind}",
                    "supportedInterfaces": interfaces,
                },
                "apiEndpoint": "https://api.amazonalexa.com",
            },
            **screen,
        },
        "request": request,
    }


def _request(device: Device, kind: str) -> dict[str, Any]:
    return {
        "type": kind,
        "requestId": f"amzn1.echo-api.request.{uuid.uuid4()}",
        "timestamp": datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "locale": device.locale,
    }


def _slot(name: str, slot_type: str, value: SlotValue | None) -> dict[str, Any]:
    if value is None:
        return {"name": name, "confirmationStatus": "NONE"}
    slot: dict[str, Any] = {"name": name, "value": value.spoken, "confirmationStatus": "NONE"}
    if slot_type.startswith("AMAZON."):
        return slot
    matched = value.id is not None
    authority: dict[str, Any] = {
        "authority": f"amzn1.er-authority.echo-sdk.{LOCAL_SKILL_ID}.{slot_type}",
        "status": {"code": "ER_SUCCESS_MATCH" if matched else "ER_SUCCESS_NO_MATCH"},
    }
    if matched:
        authority["values"] = [{"value": {"name": value.spoken, "id": value.id}}]
    return {**slot, "resolutions": {"resolutionsPerAuthority": [authority]}}
