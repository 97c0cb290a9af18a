"""Whole conversations through the real skill object, the session carried from turn to turn."""

from __future__ import annotations

from pathlib import Path

import pytest

from skill.alexa.envelopes import Device
from skill.alexa.simulation import SimulatedDevice
from skill.alexa.skill import AlexaSkill
from tests.transcript import read_transcript, shown

TRANSCRIPTS = sorted((Path(__file__).parent / "transcripts").glob("*.txt"))


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_transcript(path: Path, skill: AlexaSkill) -> None:
    """Each turn tells the subject that the transcript names and leaves the session as it says."""
    device = SimulatedDevice(skill, Device())
    for number, turn in enumerate(read_transcript(path)):
        launch = number == 0 and turn.says == "open"
        heard = device.open() if launch else device.hear(turn.says)
        where = f"{path.name}:{turn.line} after `{turn.says}`"
        reply = heard.turn.reply

        assert reply is not None, where
        assert shown(reply.context.subject) == turn.tells, (where, reply.because)
        assert reply.speech.startswith(turn.starts), (where, reply.speech)
        assert device.listening is not turn.closed, where


def test_a_malformed_transcript_is_refused(tmp_path: Path) -> None:
    """A transcript whose lines are out of order fails as the test's own fault."""
    path = tmp_path / "bad.txt"
    path.write_text("A: welcome\n", encoding="utf-8")

    with pytest.raises(AssertionError, match=r"test configuration error: bad\.txt:1"):
        read_transcript(path)
