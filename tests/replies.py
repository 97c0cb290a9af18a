"""Every reply that the skill can make: all subjects, in all locales, in every state of a session."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from skill.conversation.composition import compose
from skill.conversation.context import Context
from skill.conversation.reply import Reply
from skill.conversation.subject import Subject, message
from skill.conversation.tellings import MESSAGES, tell
from skill.library.library import Library


@dataclass(frozen=True)
class Told:
    """A reply and how it came about."""

    locale: str
    """The locale's code, ``elsewhere`` included."""
    subject: Subject
    """What was told."""
    context: Context
    """The session before it."""
    reply: Reply
    """What was said."""

    def __str__(self) -> str:
        return f"{self.locale} {self.subject} after {self.context.alarm}: {self.reply.speech}"


def every_subject(library: Library) -> Iterator[Subject]:
    """All that can be told, discovered from the content."""
    for entry in library.entries.values():
        for variant in ("", *entry.variants):
            yield Subject("entry", entry.id, variant)
            yield Subject("entry", entry.id, variant, "advice")
            if entry.more is not None:
                yield Subject("entry", entry.id, variant, "more")
        yield Subject("confirm", entry.id)
    for flag in library.red_flags:
        yield Subject("red_flag", flag)
    for variant in library.crisis.variants:
        yield Subject("crisis", variant)
    yield Subject("unsafe_at_home", "unsafe_at_home")
    for kind in library.not_covered:
        yield Subject("not_covered", kind)
    for key in MESSAGES:
        yield message(key)


def every_reply(library: Library) -> Iterator[Told]:
    """Each subject in each locale, with each care prompt, with and without each kind of alarm."""
    turns = max(len(wordings) for wordings in library.care_prompts.lines.values())
    flags = {flag.action: Subject("red_flag", flag.id) for flag in library.red_flags.values()}
    crises = [Subject("crisis", variant) for variant in library.crisis.variants]
    alarms = (None, *flags.values(), *crises)
    for code, locale in library.locales.items():
        for subject in every_subject(library):
            telling = tell(library, locale, subject)
            for alarm in alarms:
                for turn in range(turns):
                    context = Context(turn=turn, alarm=alarm)
                    yield Told(code, subject, context, compose(library, locale, telling, context))
