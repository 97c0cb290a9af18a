"""The address of something that can be said, short enough for a session attribute."""

from __future__ import annotations

from dataclasses import dataclass

KINDS = ("entry", "red_flag", "crisis", "unsafe_at_home", "not_covered", "message", "confirm")


@dataclass(frozen=True)
class Subject:
    """One thing to say; the same subject always leads to the same words."""

    kind: str
    """One of KINDS."""
    id: str
    """The entry, red flag, crisis variant, kind, message key, or the entry to confirm."""
    variant: str = ""
    """A symptom's variant; empty for the entry itself."""
    part: str = "brief"
    """``brief``, ``advice`` (when to act comes first) or ``more``."""

    def __str__(self) -> str:
        return f"{self.kind}/{self.id}/{self.variant}/{self.part}"

    @classmethod
    def parse(cls, text: object) -> Subject | None:
        """Read what ``str`` wrote; None for anything else, since session attributes can be anything."""
        steps = text.split("/") if isinstance(text, str) else []
        if len(steps) != 4 or steps[0] not in KINDS:
            return None
        return cls(*steps)

    @property
    def is_alarm(self) -> bool:
        """Whether this is danger, never put up for confirmation and said again on yes."""
        return self.kind in ("red_flag", "crisis", "unsafe_at_home")


def message(key: str) -> Subject:
    """The subject of a message."""
    return Subject("message", key)
