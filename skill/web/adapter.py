"""flask-ask-sdk's adapter, with verification before reading.

flask_ask_sdk imports certvalidator, which imports oscrypto 1.3.0, which can't read the version of
OpenSSL 3.0.10 and later and stops the import (wbond/oscrypto, issues 75 and 78; unmaintained). Nothing of
it is used here, so a stand-in takes certvalidator's place during the import, and raises if it is used.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

from flask import Flask, Response, jsonify

from skill.alexa.skill import AlexaSkill

_REPLACED = ("certvalidator", "certvalidator.errors")


class StandInUsedError(RuntimeError):
    """Something asked the stand-in to validate a certificate, which it never does."""


class _Refuses:
    """Stands for CertificateValidator."""

    def __init__(self, *_: object, **__: object) -> None:
        raise StandInUsedError(
            "certvalidator is replaced here; skill.web.certificates validates chains"
        )


class _NeverRaised(Exception):  # noqa: N818  # stands for names that do not end in Error
    """Stands for certvalidator's errors, which nothing here raises."""


@contextmanager
def _without_certvalidator() -> Iterator[None]:
    """Replace certvalidator while flask_ask_sdk is first imported, and put back what was there."""
    before = {name: sys.modules.pop(name, None) for name in _REPLACED}
    stand_in, errors = (ModuleType(name) for name in _REPLACED)
    stand_in.CertificateValidator = _Refuses  # type: ignore[attr-defined]  # a module made by hand
    errors.ValidationError = errors.PathError = _NeverRaised  # type: ignore[attr-defined]  # the same
    sys.modules.update({"certvalidator": stand_in, "certvalidator.errors": errors})
    try:
        yield
    finally:
        for name, module in before.items():
            del sys.modules[name]
            if module is not None:
                sys.modules[name] = module


with _without_certvalidator():
    from flask_ask_sdk.skill_adapter import (
        VERIFY_SIGNATURE_APP_CONFIG,
        VERIFY_TIMESTAMP_APP_CONFIG,
        SkillAdapter,
    )

Verify = Callable[[], dict[str, Any]]
"""The envelope of the request at hand; raises RequestRefusedError."""


class GuideAdapter(SkillAdapter):  # type: ignore[misc]  # flask_ask_sdk is published without types
    """The SDK's adapter, its order of work turned round: verify the bytes, then read, then answer."""

    def __init__(self, skill: AlexaSkill, skill_id: str, app: Flask, verify: Verify) -> None:
        app.config[VERIFY_SIGNATURE_APP_CONFIG] = (
            False  # both are done before the SDK reads anything
        )
        app.config[VERIFY_TIMESTAMP_APP_CONFIG] = False
        super().__init__(skill=skill.custom_skill, skill_id=skill_id, app=app)
        self._alexa_skill = skill
        self._verify = verify

    def dispatch_request(self) -> Response:
        """Answer the request at hand.

        Errors: RequestRefusedError where it is not verified; the app answers that with 400.
        """
        return jsonify(self._alexa_skill.respond(self._verify()))
