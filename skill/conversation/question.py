"""What was asked, as far as it was heard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from skill.conversation.context import Context

LAUNCH = "LaunchRequest"
"""The intent name that stands for opening the skill without a question."""


@dataclass(frozen=True)
class SlotValue:
    """What filled a slot."""

    spoken: str
    """The words, lower case; empty where the slot was left empty."""
    id: str | None = None
    """The value id that they were resolved to; None where they are unknown."""


@dataclass(frozen=True)
class Question:
    """One turn of the person's."""

    locale: str
    """As in the request: ``en-GB``."""
    intent: str
    """The intent's name, or LAUNCH."""
    slots: Mapping[str, SlotValue] = field(default_factory=dict)
    """By slot name; only those that were filled."""
    context: Context = field(default_factory=Context)
    """What the session remembers."""

    def slot(self, name: str) -> SlotValue:
        """The value of a slot; empty where it was not filled."""
        return self.slots.get(name, SlotValue(""))

    @property
    def words(self) -> tuple[str, ...]:
        """All words that came with the question, a text a slot."""
        return tuple(value.spoken for value in self.slots.values() if value.spoken)
