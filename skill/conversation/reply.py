"""The reply: danger first, the answer, care last, then at most one question.

Nobody hears an answer without being pointed to care: a Reply can't be made without a care prompt, save
by naming an exemption; events that must not speak make no reply at all. A response interceptor of the
SDK could not promise that, since it is skipped when a handler raises and when none takes the intent.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from skill.conversation.context import Context
from skill.conversation.subject import Subject


class NoCare(Enum):
    """The only reasons for which a reply carries no care prompt."""

    GOODBYE = "stop and cancel: one short kind line"


@dataclass(frozen=True)
class CarePrompt:
    """The statement that points the listener to their healthcare provider."""

    text: str
    """As spoken, facts filled."""

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("a care prompt has words")


@dataclass(frozen=True)
class Card:
    """What the Alexa app shows."""

    title: str
    """Neutral: it stands in a list that others may see."""
    text: str
    """The reply and the numbers."""


@dataclass(frozen=True)
class Reply:
    """What is said back, in the order in which it is heard."""

    opening: str
    """The emergency line or the reminder of one; empty where there is no danger."""
    answer: str
    """What answers the question."""
    care: CarePrompt | NoCare
    """The last statement, or why there is none."""
    question: str | None
    """At most one short question; the session stays open exactly when there is one."""
    reprompt: str | None
    """What is said after silence; None where no question was asked."""
    card: Card | None
    """What the app shows."""
    topic: str
    """The label of what was told; ``unknown`` where nothing was understood."""
    urgency: str
    """How soon care is needed."""
    context: Context
    """What the session remembers from here."""
    because: str = ""
    """Why this was told, for the person who tests the skill; never spoken, never logged."""
    candidates: tuple[str, ...] = ()
    """What a confirmation chooses from."""

    @property
    def parts(self) -> tuple[str, ...]:
        """Danger first, the answer, care last, then the question."""
        care = self.care.text if isinstance(self.care, CarePrompt) else ""
        return tuple(
            part for part in (self.opening, self.answer, care, self.question or "") if part
        )

    @property
    def speech(self) -> str:
        """The whole reply as heard."""
        return " ".join(self.parts)

    @property
    def session_open(self) -> bool:
        """Whether Alexa listens for an answer."""
        return self.question is not None


@dataclass(frozen=True)
class Telling:
    """What a subject amounts to in one locale, before it becomes a reply."""

    subject: Subject
    """What is told."""
    topic: str
    """Its label."""
    urgency: str
    """How soon care is needed."""
    answer: str
    """The words that answer, facts filled."""
    care: str | NoCare
    """The urgency whose care prompts close it, or the exemption."""
    opening: str = ""
    """The emergency line, where the subject is or may be one."""
    question: str | None = None
    """The question that follows."""
    offer: Subject | None = None
    """What yes leads to."""
    card_text: str | None = None
    """The card's text where it must differ from what is said; empty for no card."""
    candidates: tuple[str, ...] = ()
    """What a confirmation chooses from."""
