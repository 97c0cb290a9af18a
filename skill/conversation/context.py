"""What a session remembers, and nothing more: the last subject, the open question, the alarm."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from skill.conversation.subject import Subject


@dataclass(frozen=True)
class Context:
    """The state between two turns; lives in the session's attributes and ends with it."""

    turn: int = 0
    """How many subjects were told; turns the care prompts, so that they do not drone."""
    subject: Subject | None = None
    """What was told last."""
    offer: Subject | None = None
    """What yes leads to."""
    awaiting: str | None = None
    """The aspect of a symptom question whose symptom was asked for."""
    alarm: Subject | None = None
    """The danger that this session spoke of; later replies open with its reminder."""

    def to_attributes(self) -> dict[str, str | int]:
        """As session attributes; only what is there."""
        found: dict[str, str | int | None] = {
            "turn": self.turn,
            "subject": str(self.subject) if self.subject else None,
            "offer": str(self.offer) if self.offer else None,
            "awaiting": self.awaiting,
            "alarm": str(self.alarm) if self.alarm else None,
        }
        return {key: value for key, value in found.items() if value is not None}

    @classmethod
    def from_attributes(cls, attributes: object) -> Context:
        """From session attributes; whatever can't be read counts as not there."""
        if not isinstance(attributes, Mapping):
            return cls()
        turn, awaiting = attributes.get("turn"), attributes.get("awaiting")
        return cls(
            turn=turn if isinstance(turn, int) and 0 <= turn < 1_000_000 else 0,
            subject=Subject.parse(attributes.get("subject")),
            offer=Subject.parse(attributes.get("offer")),
            awaiting=awaiting if isinstance(awaiting, str) else None,
            alarm=Subject.parse(attributes.get("alarm")),
        )
