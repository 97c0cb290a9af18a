"""Conversations written down: what the person says, what the skill tells, turn by turn.

A transcript is a text file. ``U:`` is what is said (``open`` as the first line opens the skill), ``A:``
the subject that is told: its topic or message, then the variant and ``more`` or ``advice`` where there
is one. ``closed`` at the end of an ``A:`` line says that the session is closed; otherwise it is open.
``S:`` holds the exact beginning of what is heard. Lines that begin with ``#`` are for readers.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from skill.conversation.subject import Subject


@dataclass(frozen=True)
class TranscriptTurn:
    """One exchange."""

    line: int
    says: str
    tells: str
    closed: bool
    starts: str


def read_transcript(path: Path) -> list[TranscriptTurn]:
    """The turns of a transcript; a malformed one is the test's own fault and says so."""
    turns: list[TranscriptTurn] = []
    says: str | None = None
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        kind, _, rest = raw.partition(":")
        rest = rest.strip()
        if not raw.strip() or raw.startswith("#"):
            continue
        if kind == "U" and says is None:
            says = rest
        elif kind == "A" and says is not None:
            tells = rest.removesuffix("closed").strip()
            turns.append(TranscriptTurn(number, says, tells, rest.endswith("closed"), ""))
            says = None
        elif kind == "S" and turns and says is None:
            last = turns.pop()
            turns.append(TranscriptTurn(last.line, last.says, last.tells, last.closed, rest))
        else:
            raise AssertionError(f"test configuration error: {path.name}:{number}: `{raw}`")
    if says is not None or not turns:
        raise AssertionError(f"test configuration error: {path.name} ends without an answer")
    return turns


def shown(subject: Subject | None) -> str:
    """A subject as a transcript writes it."""
    if subject is None:
        return "nothing"
    part = "" if subject.part == "brief" else subject.part
    name = subject.id if subject.kind in ("entry", "message", "red_flag") else subject.kind
    detail = subject.id if subject.kind in ("crisis", "confirm", "not_covered") else ""
    return " ".join(word for word in (name, detail, subject.variant, part) if word)
