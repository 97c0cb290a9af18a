"""``chat``: a conversation over standard input."""

from __future__ import annotations

import json
from typing import Any

import pytest

from skill.alexa.envelopes import DEVICE_KINDS
from tests.commands.run import run


def _turns(*lines: str, arguments: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    finished = run("chat", "--json", *arguments, stdin="".join(f"{line}\n" for line in lines))

    assert finished.returncode == 0, finished.stderr
    return [json.loads(line) for line in finished.stdout.splitlines()]


def test_open_as_the_first_line_is_a_launch() -> None:
    """The conversation opens with a welcome, and its end is told as the session's end."""
    turns = _turns("open", "is cramping normal")

    assert [turn["intent"] for turn in turns] == [
        "LaunchRequest",
        "IsSymptomNormalIntent",
        "SessionEndedRequest",
    ]
    assert turns[-1]["speech"] is None


def test_open_later_is_words_like_any_other() -> None:
    """Only the first line can be a launch."""
    assert _turns("is cramping normal", "open")[1]["intent"] != "LaunchRequest"


def test_a_closed_session_is_followed_by_a_new_one() -> None:
    """After stop the next line begins afresh and remembers nothing."""
    turns = _turns("is cramping normal", "stop", "repeat")

    assert [turn["session_open"] for turn in turns] == [True, False, True, False]
    assert "cramp" not in turns[2]["speech"].lower()


def test_the_session_is_held_between_turns() -> None:
    """A follow-up is answered from what was told before, and prints its topic."""
    assert [turn["topic"] for turn in _turns("is cramping normal", "tell me more")][:2] == [
        "cramping",
        "cramping",
    ]


@pytest.mark.parametrize("kind", DEVICE_KINDS)
def test_every_device_is_answered(kind: str) -> None:
    """The voice never depends on the device."""
    turns = _turns("i have severe cramps", arguments=("--device", kind, "--audio", "--user", "jo"))

    assert turns[0]["topic"] == "urgent"


def test_text_shows_what_is_heard() -> None:
    """Without --json each turn is one line of speech."""
    finished = run("chat", stdin="is cramping normal\nstop\n")

    assert len(finished.stdout.splitlines()) == 2
