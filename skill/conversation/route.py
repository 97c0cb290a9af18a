"""Where a question leads, and why."""

from __future__ import annotations

from dataclasses import dataclass

from skill.conversation.subject import Subject


@dataclass(frozen=True)
class Route:
    """Where a question leads."""

    subject: Subject
    """What answers it."""
    because: str
    """Why."""
    awaiting: str | None = None
    """The aspect whose symptom must still be named."""
