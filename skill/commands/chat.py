"""``chat``: a conversation, a line in and a turn out."""

from __future__ import annotations

import sys

from skill.alexa.envelopes import Device
from skill.alexa.simulation import HeardTurn, SimulatedDevice
from skill.alexa.skill import build_skill
from skill.commands.turn_output import as_json, as_text

OPEN = "open"
"""The first line that opens the skill with a launch."""


def chat(device: Device, *, json_output: bool) -> int:
    """Hold a conversation over standard input; its end is told to the skill as the session's end."""
    simulated = SimulatedDevice(build_skill(), device)
    for number, line in enumerate(sys.stdin):
        words = line.rstrip("\r\n")
        launch = number == 0 and words.strip().lower() == OPEN
        _show(
            simulated.open() if launch else simulated.hear(words), device, json_output=json_output
        )
    left = simulated.leave()
    if left is not None and json_output:
        _show(left, device, json_output=True)
    return 0


def _show(heard: HeardTurn, device: Device, *, json_output: bool) -> None:
    print(as_json(heard, device.locale) if json_output else as_text(heard), flush=True)
