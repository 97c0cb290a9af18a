"""The one place where replies are made: order, care prompt, reminder, reprompt and card."""

from __future__ import annotations

import zlib
from dataclasses import replace

from skill.conversation.context import Context
from skill.conversation.reply import Card, CarePrompt, NoCare, Reply, Telling
from skill.conversation.subject import Subject
from skill.library.library import Library
from skill.library.locales import Locale


def compose(
    library: Library,
    locale: Locale,
    telling: Telling,
    context: Context,
    *,
    awaiting: str | None = None,
    because: str = "",
) -> Reply:
    """Make the reply to one turn.

    In: what to tell, the context that the question came with, the aspect to wait for. Out: the reply,
    with the next context; the same arguments always give the same reply.
    """
    again = telling.subject == context.subject
    turn = context.turn - 1 if again and context.turn else context.turn
    alarm = telling.subject if telling.subject.is_alarm else context.alarm
    care = _care(library, locale, telling, turn)
    opening = telling.opening or _reminder(library, locale, telling, context.alarm)
    question = telling.question
    return Reply(
        opening=opening,
        answer=telling.answer,
        care=care,
        question=question,
        reprompt=_reprompt(library, locale, opening, care, question),
        card=_card(library, locale, telling, opening, care),
        topic=telling.topic,
        urgency=telling.urgency,
        context=replace(
            context,
            turn=turn + 1,
            subject=telling.subject,
            offer=telling.offer,
            awaiting=awaiting,
            alarm=alarm,
        ),
        because=because,
        candidates=telling.candidates,
    )


def _care(library: Library, locale: Locale, telling: Telling, turn: int) -> CarePrompt | NoCare:
    """The care prompt of the urgency; which wording follows from subject and turn alone."""
    if isinstance(telling.care, NoCare):
        return telling.care
    wordings = library.care_prompts.lines[telling.care]
    start = zlib.crc32(str(telling.subject).encode())
    return CarePrompt(locale.wording(wordings[(start + turn) % len(wordings)]))


def _reminder(library: Library, locale: Locale, telling: Telling, alarm: Subject | None) -> str:
    """The one line that keeps a danger of this session in mind."""
    if alarm is None or telling.subject.is_alarm:
        return ""
    if alarm.kind == "crisis" and alarm.id in library.crisis.variants:
        return locale.wording(library.crisis.variants[alarm.id].reminder)
    flag = library.red_flags.get(alarm.id)
    key = (
        "emergency_reminder"
        if flag is not None and flag.action == "emergency"
        else "call_now_reminder"
    )
    return locale.wording(library.messages[key])


def _reprompt(
    library: Library, locale: Locale, opening: str, care: CarePrompt | NoCare, question: str | None
) -> str | None:
    """What is said after silence: danger again where there is any, care, the question."""
    if question is None:
        return None
    start = opening or locale.wording(library.messages["still_here"])
    parts = (start, care.text if isinstance(care, CarePrompt) else "", question)
    return " ".join(part for part in parts if part)


def _card(
    library: Library, locale: Locale, telling: Telling, opening: str, care: CarePrompt | NoCare
) -> Card | None:
    if telling.card_text == "" or isinstance(care, NoCare):
        return None
    title = locale.wording(library.messages["card_title"])
    if telling.card_text is not None:
        return Card(title, locale.shown(f"{telling.card_text}\n\n{care.text}"))
    said = " ".join(part for part in (opening, telling.answer) if part)
    numbers = locale.wording(library.messages["card_numbers"])
    return Card(title, locale.shown(f"{said}\n\n{care.text}\n\n{numbers}"))
