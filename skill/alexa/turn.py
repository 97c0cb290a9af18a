"""One turn through the skill object, as those who look on may see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from skill.conversation.reply import Reply


@dataclass
class TurnRecord:
    """Travels with a request as its context and picks up the reply; never stored, never logged."""

    reply: Reply | None = None
    """What the conversation replied; None for silent events."""


@dataclass(frozen=True)
class Turn:
    """A request that was answered."""

    response: dict[str, Any]
    """The response envelope as JSON."""
    reply: Reply | None
    """The reply that it speaks; None for silent events."""
