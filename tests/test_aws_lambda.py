"""The Lambda door: the same skill object, for our application id alone.

The handler is called as the runtime calls it; the runtime client itself is not part of these tests.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from skill import aws_lambda
from skill.alexa.envelopes import (
    LOCAL_SKILL_ID,
    Device,
    Session,
    launch_request,
    request_envelope,
)
from skill.settings import SettingsError


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    """Each test reads its own settings."""
    aws_lambda._settings.cache_clear()
    yield
    aws_lambda._settings.cache_clear()


def _launch() -> dict[str, Any]:
    return request_envelope(Device(), Session("s", True, {}), launch_request(Device()))


def test_a_request_for_our_skill_is_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    """The response is the skill's, as a JSON object."""
    monkeypatch.setenv("SKILL_ID", LOCAL_SKILL_ID)

    response = aws_lambda.handler(_launch(), None)

    assert "healthcare provider" in response["response"]["outputSpeech"]["ssml"]


@pytest.mark.parametrize(
    "event",
    [{}, {"context": None}, {"context": {"System": {"application": {"applicationId": "other"}}}}],
    ids=["nothing", "null", "another skill"],
)
def test_a_request_for_another_skill_is_refused(
    event: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong application id raises the one named error."""
    monkeypatch.setenv("SKILL_ID", LOCAL_SKILL_ID)

    with pytest.raises(aws_lambda.WrongApplicationIdError, match="is not SKILL_ID"):
        aws_lambda.handler(event, None)


def test_without_an_application_id_nothing_is_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Lambda function without SKILL_ID says so instead of answering everybody."""
    monkeypatch.delenv("SKILL_ID", raising=False)

    with pytest.raises(SettingsError, match="SKILL_ID is not set"):
        aws_lambda.handler(_launch(), None)
