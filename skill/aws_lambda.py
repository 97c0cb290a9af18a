"""The door for AWS Lambda: ``skill.aws_lambda.handler``.

Lambda is invoked by Alexa's own trigger, so there is no signature to check; the application id still
must be ours. The skill is built once a container, not once a call as the SDK's lambda_handler does.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from skill.alexa.skill import AlexaSkill, build_skill
from skill.settings import Settings


class WrongApplicationIdError(Exception):
    """The request was meant for another skill."""


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:  # noqa: ARG001  # Lambda's signature
    """Answer one request envelope.

    In: the envelope as a JSON object. Out: the response envelope. Errors: WrongApplicationIdError where
    the request names another application id; SettingsError where SKILL_ID is missing.
    """
    if application_id(event) != _settings().skill_id:
        raise WrongApplicationIdError(
            "the request's application id is not SKILL_ID; check the skill id in the Lambda trigger"
        )
    return _skill().respond(event)


def application_id(event: dict[str, Any]) -> object:
    """The application id that a request names; None where it names none."""
    found: Any = event
    for key in ("context", "System", "application", "applicationId"):
        found = found.get(key) if isinstance(found, dict) else None
    return found


@lru_cache(maxsize=1)
def _settings() -> Settings:
    return Settings.from_environment()


@lru_cache(maxsize=1)
def _skill() -> AlexaSkill:
    return build_skill()
