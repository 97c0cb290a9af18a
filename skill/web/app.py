"""The web service: one endpoint for Alexa, one for whoever watches over it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from datetime import datetime, timezone
from typing import Any

from cryptography import x509
from flask import Flask, Response, jsonify, request
from werkzeug.exceptions import HTTPException

from skill.alexa.skill import AlexaSkill, build_skill
from skill.settings import Settings
from skill.web.adapter import GuideAdapter
from skill.web.anchors import bundled_anchors
from skill.web.certificates import CertificateStore, Fetch
from skill.web.fetching import fetch_chain
from skill.web.local_only import check_local
from skill.web.refusal import RequestRefusedError
from skill.web.verification import RequestVerification

LARGEST_BODY = 256 * 1024
"""Bytes; Alexa's requests have some thousands."""
_LOG = logging.getLogger("skill.web")


def create_app(
    settings: Settings | None = None,
    *,
    anchors: Iterable[x509.Certificate] | None = None,
    fetch: Fetch | None = None,
) -> Flask:
    """The WSGI application.

    In: the settings, from the environment where None; the trusted roots and the way to fetch a
    certificate file, Amazon's and HTTPS where None (a test authority's in tests, never from the
    environment). Errors: SettingsError; ContentError where the content is not valid.
    """
    settings = Settings.from_environment() if settings is None else settings
    skill = build_skill()
    app = Flask("skill.web", static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY
    verify = _verified(settings, anchors, fetch) if settings.verify else _unverified
    adapter = GuideAdapter(skill, settings.skill_id or "", app, verify)
    adapter.register(app, "/", endpoint="alexa")
    app.add_url_rule("/healthz", "healthz", _health(skill))
    app.register_error_handler(RequestRefusedError, _refused)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(Exception, _broken)
    return app


def _verified(
    settings: Settings, anchors: Iterable[x509.Certificate] | None, fetch: Fetch | None
) -> Callable[[], dict[str, Any]]:
    trusted = bundled_anchors() if anchors is None else tuple(anchors)
    store = CertificateStore(trusted, fetch or fetch_chain, _now)
    verification = RequestVerification(settings.skill_id or "", store, _now)
    return lambda: verification.verify(request.headers, request.get_data())


def _unverified() -> dict[str, Any]:
    check_local(dict(request.headers), request.remote_addr)
    envelope = request.get_json(force=True, silent=True)
    if not isinstance(envelope, dict):
        raise RequestRefusedError("the body is not a JSON object")
    return envelope


def _health(skill: AlexaSkill) -> Callable[[], Response]:
    entries = len(skill.conversation.library.entries)
    return lambda: jsonify(status="ok", entries=entries)


def _refused(error: Exception) -> tuple[Response, int]:
    """One line that says why, and holds nothing of the request."""
    _LOG.warning("a request was refused: %s", error)
    return jsonify(error="bad request"), 400


def _http_error(error: Exception) -> tuple[Response, int]:
    """Wrong method, unknown path, body too large: a short JSON body instead of a page."""
    code = getattr(error, "code", None) or 500
    return jsonify(error=str(getattr(error, "name", "error")).lower()), code


def _broken(error: Exception) -> tuple[Response, int]:
    """Nothing reaches this but a defect of the service itself; the skill speaks its own failures."""
    _LOG.error("the service failed: %s", type(error).__name__)
    return jsonify(error="internal error"), 500


def _now() -> datetime:
    return datetime.now(timezone.utc)
