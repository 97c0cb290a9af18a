"""``ask``: one question, one answer, through the same skill object that Alexa reaches."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from skill.alexa.envelopes import Device
from skill.alexa.simulation import SimulatedDevice
from skill.alexa.skill import build_skill
from skill.commands.turn_output import as_json, as_text


def ask(question: str, locale: str, *, json_output: bool) -> int:
    """Answer one question, or with ``-`` each line of standard input in a session of its own."""
    lines: Iterable[str] = sys.stdin if question == "-" else [question]
    skill = build_skill()
    for line in lines:
        device = SimulatedDevice(skill, Device(locale))
        heard = device.hear(line.rstrip("\r\n"))
        print(as_json(heard, locale) if json_output else as_text(heard), flush=True)
    return 0
