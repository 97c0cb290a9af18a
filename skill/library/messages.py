"""The words around the answers: messages under a closed list of keys, and care prompts by urgency."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from skill.library.entries import Review, read_review
from skill.library.record import Line, Record

MESSAGE_KEYS = (
    "welcome",
    "help",
    "anything_to_ask",
    "anything_else",
    "goodbye",
    "closing",
    "not_understood",
    "not_understood_again",
    "unresolved_symptom",
    "unknown_intent",
    "failure",
    "which_symptom",
    "signs_to_choose",
    "be_sure",
    "did_you_mean",
    "confirm_again",
    "nothing_to_repeat",
    "nothing_more",
    "no_more_detail",
    "offer_when_to_call",
    "source",
    "not_a_doctor",
    "emergency_line",
    "emergency_if_line",
    "call_now_line",
    "repeat_number",
    "say_again",
    "emergency_reminder",
    "call_now_reminder",
    "still_here",
    "card_title",
    "card_numbers",
)
"""Every message that the code can speak; a failure can never speak a name that does not exist."""

CARE_URGENCIES = ("ask", "call_today", "call_now", "emergency", "crisis")


@dataclass(frozen=True)
class Messages:
    """The messages, each a line."""

    lines: Mapping[str, Line]
    """By key; all of MESSAGE_KEYS."""
    review: Review
    """Their sign-off."""

    def __getitem__(self, key: str) -> Line:
        return self.lines[key]


@dataclass(frozen=True)
class CarePrompts:
    """The sentences that point the listener to their provider."""

    lines: Mapping[str, tuple[Line, ...]]
    """Several lines by urgency; all of CARE_URGENCIES."""
    review: Review
    """Their sign-off."""


def read_messages(record: Record) -> Messages:
    """Read messages.yaml."""
    messages = Messages({key: record.line(key) for key in MESSAGE_KEYS}, read_review(record))
    record.close()
    return messages


def read_care_prompts(record: Record) -> CarePrompts:
    """Read care_prompts.yaml; each prompt names the healthcare provider and is a statement."""
    prompts = record.record("prompts")
    lines = {urgency: prompts.lines(urgency) for urgency in CARE_URGENCIES}
    for urgency, wordings in lines.items():
        for text in (text for line in wordings for text in line):
            if "healthcare provider" not in text:
                prompts.report(
                    urgency, "the words `healthcare provider`", f"`{text}`", "name the provider"
                )
            if "?" in text:
                prompts.report(
                    urgency, "a statement", f"`{text}`", "the care prompt is never a question"
                )
    prompts.close()
    care_prompts = CarePrompts(lines, read_review(record))
    record.close()
    return care_prompts
