"""The safety invariant: what holds of every reply that the skill can make."""

from __future__ import annotations

import re
import statistics
from functools import cache
from xml.etree import ElementTree

import pytest
import textstat
from ask_sdk_model.ui import SsmlOutputSpeech

from skill.alexa.responses import write_response
from skill.alexa.ssml import MOST_CHARACTERS
from skill.conversation.reply import CarePrompt, NoCare
from skill.library.library import Library, load_library
from skill.library.locales import ELSEWHERE
from skill.library.style import sentences, word_count
from tests.replies import Told, every_reply

SILENT_TO_CARE = {"goodbye": NoCare.GOODBYE}
"""The only subjects that are told without a care prompt."""


@cache
def _told() -> tuple[Told, ...]:
    return tuple(every_reply(load_library()))


def _failing(faults: list[str]) -> str:
    return f"{len(faults)} replies, the first: " + "\n".join(faults[:5])


def test_there_are_replies_to_look_at(library: Library) -> None:
    """Every entry, red flag, crisis variant, kind and message is among the replies."""
    told = {told.subject.id for told in _told()}

    assert told >= {*library.entries, *library.red_flags, *library.crisis.variants}
    assert told >= {*library.not_covered, "welcome", "help", "failure", "unsafe_at_home"}


def test_care_is_the_last_statement_of_every_reply(library: Library) -> None:
    """Each reply ends with a care prompt of care_prompts.yaml; only one question may follow it."""
    faults = []
    for told in _told():
        reply = told.reply
        if SILENT_TO_CARE.get(told.subject.id) is reply.care:
            continue
        locale = library.locales[told.locale]
        prompts = {locale.wording(w) for ws in library.care_prompts.lines.values() for w in ws}
        statement = reply.parts[-2] if reply.question else reply.parts[-1]
        if statement not in prompts or not isinstance(reply.care, CarePrompt):
            faults.append(str(told))

    assert not faults, _failing(faults)


def test_care_prompts_name_the_healthcare_provider() -> None:
    """Whatever is asked, the words "healthcare provider" are heard, save in a goodbye."""
    faults = [
        str(told)
        for told in _told()
        if "healthcare provider" not in told.reply.speech and told.subject.id != "goodbye"
    ]

    assert not faults, _failing(faults)


def test_danger_comes_first() -> None:
    """A red flag or crisis opens with its action line, and an alarm stays in mind afterwards."""
    faults = []
    for told in _told():
        alarmed = told.subject.is_alarm or told.context.alarm is not None
        if alarmed and told.reply.parts[0] != told.reply.opening:
            faults.append(str(told))
        if not alarmed and told.reply.urgency == "emergency" and not told.reply.opening:
            faults.append(str(told))

    assert not faults, _failing(faults)


def test_emergencies_say_the_number_first_and_once_more(library: Library) -> None:
    """The emergency number stands in the first sentence of an emergency and is repeated once."""
    faults = []
    for told in _told():
        flag = library.red_flags.get(told.subject.id)
        if told.subject.kind != "red_flag" or flag is None or flag.action != "emergency":
            continue
        number = library.locales[told.locale].facts["emergency_number"]
        speech = told.reply.speech
        if number not in sentences(speech)[0] or speech.count(number) != 2:
            faults.append(str(told))

    assert not faults, _failing(faults)


def test_harm_done_says_the_emergency_number_before_the_crisis_line(library: Library) -> None:
    """Where harm is done or near, the emergency number comes before the crisis line."""
    faults = []
    for told in _told():
        if (told.subject.kind, told.subject.id) != ("crisis", "harm_done"):
            continue
        facts = library.locales[told.locale].facts
        speech = told.reply.speech
        emergency, crisis = (
            speech.find(facts["emergency_number"]),
            speech.find(facts["crisis_line"]),
        )
        if emergency < 0 or (crisis >= 0 and crisis < emergency):
            faults.append(str(told))

    assert not faults, _failing(faults)


def test_the_session_is_open_exactly_after_a_question() -> None:
    """A reply with a question ends with it and has a reprompt; one without has neither."""
    faults = []
    for told in _told():
        reply = told.reply
        asks = reply.speech.endswith("?")
        one = reply.speech.count("?") == int(asks)
        if asks != reply.session_open or (reply.reprompt is not None) != asks or not one:
            faults.append(str(told))

    assert not faults, _failing(faults)


def test_reprompts_and_cards_carry_care_too() -> None:
    """After silence, and in the app, the care prompt is there as well."""
    faults = []
    for told in _told():
        reply = told.reply
        if not isinstance(reply.care, CarePrompt):
            continue
        in_reprompt = reply.reprompt is None or reply.care.text in reply.reprompt
        in_card = reply.card is None or reply.care.text in reply.card.text
        if not in_reprompt or not in_card:
            faults.append(str(told))

    assert not faults, _failing(faults)


def test_health_answers_have_a_card_with_a_neutral_title() -> None:
    """Answers, dangers and refusals leave a card whose title tells nobody what was asked."""
    faults = []
    for told in _told():
        card = told.reply.card
        expected = told.subject.kind not in ("message", "confirm")
        telling = re.compile(r"miscarr|pregnan|bleed|loss|suicid", re.IGNORECASE)
        if (card is not None) != expected or (card is not None and telling.search(card.title)):
            faults.append(str(told))

    assert not faults, _failing(faults)


def test_every_reply_is_valid_ssml_within_the_limits(library: Library) -> None:
    """Each reply parses as XML, says what the plain text says, and is short enough for Alexa."""
    faults = []
    for told in _told():
        response = write_response(told.reply, library.locales[told.locale])
        outputs = [response.output_speech, response.reprompt and response.reprompt.output_speech]
        for output in filter(None, outputs):
            assert isinstance(output, SsmlOutputSpeech)
            markup = output.ssml or ""
            paragraphs = ElementTree.fromstring(markup)
            spoken = " ".join("".join(paragraph.itertext()) for paragraph in paragraphs)
            said = (told.reply.speech, told.reply.reprompt)
            if spoken not in said or len(markup) > MOST_CHARACTERS:
                faults.append(str(told))

    assert not faults, _failing(faults)


def test_no_fact_is_left_unfilled() -> None:
    """No brace of the content reaches a listener or a card."""
    faults = [
        str(told)
        for told in _told()
        if "{" in told.reply.speech + (told.reply.card.text if told.reply.card else "")
    ]

    assert not faults, _failing(faults)


def test_every_reply_is_short(library: Library) -> None:
    """A whole reply is at most 75 words, each sentence at most 25."""
    limits = library.style.limits
    faults = []
    for told in _told():
        words = word_count(told.reply.speech)
        longest = max(word_count(sentence) for sentence in sentences(told.reply.speech))
        if words > limits["reply"] or longest > limits["sentence"]:
            faults.append(f"{words} words, longest sentence {longest}: {told}")

    assert not faults, _failing(faults)


def test_no_reply_holds_a_banned_word(library: Library) -> None:
    """Nothing that minimises, presumes, diagnoses or names a medicine is ever said or shown."""
    speeches = {told.reply.speech: told for told in _told()}
    faults = [
        f"{banned}: {told}"
        for speech, told in speeches.items()
        if (banned := library.style.banned_in(speech))
    ]

    assert not faults, _failing(faults)


def test_only_this_locales_numbers_are_spoken(library: Library) -> None:
    """No reply says another country's telephone number; elsewhere says none at all."""
    faults = []
    for told in _told():
        undated = re.sub(r"\b[A-Z][a-z]+ 20\d\d\b", "", told.reply.speech)
        spoken = set(re.findall(r"\d[\d ]{1,}\d", undated))
        own = {number.number for number in library.locales[told.locale].numbers.values()}
        if told.locale == ELSEWHERE:
            own = set()
        if spoken - own:
            faults.append(f"{spoken - own}: {told}")

    assert not faults, _failing(faults)


def test_one_telephone_number_an_answer_two_in_danger(library: Library) -> None:
    """An answer speaks one telephone number at most; a danger or crisis two."""
    faults = []
    for told in _told():
        numbers = [n.say for n in library.locales[told.locale].numbers.values()]
        spoken = {say for say in numbers if say in told.reply.speech}
        danger = told.subject.is_alarm or told.context.alarm is not None
        if len(spoken) > (2 if danger else 1) and told.locale != ELSEWHERE:
            faults.append(f"{spoken}: {told}")

    assert not faults, _failing(faults)


@pytest.fixture(scope="module")
def grades(library: Library) -> dict[str, float]:
    """The reading grade of each speech, telephone numbers left out."""
    grades: dict[str, float] = {}
    for told in _told():
        if told.context.alarm is None and told.locale != ELSEWHERE:
            said = told.reply.speech
            for number in library.locales[told.locale].numbers.values():
                said = said.replace(number.number, "")
            grades[said] = textstat.flesch_kincaid_grade(said)
    return grades


def test_no_reply_is_above_reading_grade_eight(grades: dict[str, float]) -> None:
    """Stress lowers what people take in: no reply needs more than eight years of school."""
    hard = {said: grade for said, grade in grades.items() if grade > 8}

    assert not hard, f"{len(hard)} of {len(grades)}: {list(hard.items())[:5]}"


def test_the_mean_reading_grade_is_at_most_six(grades: dict[str, float]) -> None:
    """Over all replies, six years of school are enough."""
    assert statistics.mean(grades.values()) <= 6
