"""From a question to the subject that answers it. No sentence is spoken from here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from skill.conversation.matcher import SampleMatcher
from skill.conversation.phrases import Phrases, words_of
from skill.conversation.question import LAUNCH, Question
from skill.conversation.subject import Subject, message
from skill.library.entries import Entry
from skill.library.library import Library
from skill.library.model import Intent

_GRAVE = ("severe", "sharp")


@dataclass(frozen=True)
class Route:
    """Where a question leads."""

    subject: Subject
    """What answers it."""
    because: str
    """Why."""
    awaiting: str | None = None
    """The aspect whose symptom must still be named."""


class Routing:
    """Finds the subject of a question."""

    def __init__(self, library: Library, samples: SampleMatcher) -> None:
        self._library = library
        self._samples = samples
        self._symptoms = Phrases(library.model.slot_types["SYMPTOM"])
        self._severities = Phrases(library.model.slot_types["SEVERITY"])
        self._by_meaning: dict[str, Callable[[Question, Intent], Route]] = {
            "symptom": self._symptom,
            "topic": lambda _, intent: Route(Subject("entry", intent.topic or ""), intent.name),
            "not_covered": self._not_covered,
            "that_normal": self._that_normal,
            "severity": self._severity,
            "more": self._more,
            "yes": self._yes,
            "no": self._no,
            "repeat": self._repeat,
            "fallback": lambda question, _: self._lost(question, "fallback"),
            "source": lambda *_: Route(message("source"), "where is this from"),
            "doctor": lambda *_: Route(message("not_a_doctor"), "are you a doctor"),
            "help": lambda *_: Route(message("help"), "help"),
            "home": lambda *_: Route(message("help"), "home"),
            "stop": lambda *_: Route(message("goodbye"), "stop"),
            "cancel": lambda *_: Route(message("goodbye"), "cancel"),
        }

    def route(self, question: Question) -> Route:
        """The subject that answers a question in which no danger was heard."""
        if question.intent == LAUNCH:
            return Route(message("welcome"), "launch")
        intent = self._library.model.intents.get(question.intent)
        if intent is None:
            return Route(message("unknown_intent"), "an intent that the model does not have")
        # free speech, and a danger slot whose words meant no danger: Alexa fills slots with anything
        return self._by_meaning.get(intent.means, self._free)(question, intent)

    def resolve(self, question: Question) -> Question:
        """The question that free words ask, where they fit a sample; else the question itself."""
        intent = self._library.model.intents.get(question.intent)
        if intent is None or intent.means != "free":
            return question
        match = self._samples.match(words_of(" ".join(question.words)))
        if match is None or match.intent == question.intent:
            return question
        return Question(question.locale, match.intent, match.slots, question.context)

    def _symptom(self, question: Question, intent: Intent) -> Route:
        asked = question.slot("symptom")
        entry = self._library.entries.get(asked.id or "")
        if entry is None and asked.spoken:
            return Route(message("unresolved_symptom"), "a symptom word that is not known")
        if entry is None and question.context.awaiting is not None:
            return self._lost(question, "the symptom was asked for and not named")
        if entry is None:
            return Route(message("which_symptom"), "no symptom named", awaiting=intent.aspect)
        aspect = question.context.awaiting or intent.aspect
        told = self._variant(entry, question.slot("severity").id, question.slot("with").id)
        part = "advice" if aspect in ("advice", "have") else "brief"
        return Route(
            Subject("entry", told.id, told.variant, part), f"{intent.name}, {asked.spoken}"
        )

    def _variant(self, entry: Entry, severity: str | None, company: str | None) -> Subject:
        """The entry and variant for a severity and a second symptom, the graver first."""
        if severity in _GRAVE and severity in entry.variants:
            return Subject("entry", entry.id, severity)
        if company is not None and f"with_{company}" in entry.variants:
            return Subject("entry", entry.id, f"with_{company}")
        other = self._library.entries.get(company or "")
        if other is not None and f"with_{entry.id}" in other.variants:
            return Subject("entry", other.id, f"with_{entry.id}")
        known = severity is not None and severity in entry.variants
        return Subject("entry", entry.id, severity if known and severity else "")

    def _not_covered(self, question: Question, intent: Intent) -> Route:
        subject = question.slot("subject")
        if subject.id is None and subject.spoken:
            return self._free(question, intent)
        return Route(
            Subject("not_covered", subject.id or "general"), f"not covered: {subject.spoken}"
        )

    def _that_normal(self, question: Question, intent: Intent) -> Route:
        told = question.context.subject
        if told is None or told.kind != "entry":
            return Route(message("which_symptom"), "nothing was told yet", awaiting=intent.aspect)
        return Route(Subject("entry", told.id, told.variant), f"{intent.name} after {told.id}")

    def _severity(self, question: Question, intent: Intent) -> Route:
        told = question.context.subject
        entry = (
            self._library.entries.get(told.id)
            if told is not None and told.kind == "entry"
            else None
        )
        if entry is None:
            return Route(message("which_symptom"), "nothing was told yet", awaiting=intent.aspect)
        severity = question.slot("severity")
        subject = self._variant(entry, severity.id, None)
        return Route(subject, f"{intent.name}, {severity.spoken} after {entry.id}")

    def _more(self, question: Question, intent: Intent) -> Route:
        told = question.context.subject
        if told is None or told.kind != "entry":
            return Route(message("nothing_more"), "nothing was told yet")
        entry = self._library.entries.get(told.id)
        if told.part == "more" or entry is None or entry.more is None:
            return Route(message("no_more_detail"), f"all was told of {told.id}")
        return Route(Subject("entry", told.id, told.variant, "more"), f"{intent.name} on {told.id}")

    def _yes(self, question: Question, intent: Intent) -> Route:
        offer = question.context.offer
        if offer is None:
            return Route(message("help"), "yes without an offer")
        return Route(offer, f"{intent.name} to the offer")

    def _no(self, question: Question, intent: Intent) -> Route:
        told = question.context.subject
        if told is not None and told.kind == "confirm":
            return Route(message("confirm_again"), f"{intent.name} to the confirmation")
        return Route(message("closing"), f"{intent.name} to the offer")

    def _repeat(self, question: Question, intent: Intent) -> Route:
        told = question.context.subject
        if told is None:
            return Route(message("nothing_to_repeat"), "nothing was told yet")
        return Route(told, intent.name)

    def _free(self, question: Question, intent: Intent) -> Route:
        """Words that fit no sample: a symptom among them is confirmed, never guessed."""
        words = words_of(" ".join(question.words))
        spotted = self._symptoms.spotted(words)
        if not spotted:
            return self._lost(question, f"{intent.name}: no known words")
        symptom, phrase = spotted[0]
        grave = [(id_, word) for id_, word in self._severities.spotted(words) if id_ in _GRAVE]
        if grave and grave[0][0] in self._library.entries[symptom].variants:
            # danger is never put up for confirmation: the line that asks "is it now" comes first
            return Route(Subject("entry", symptom, grave[0][0]), f"'{grave[0][1]}' and '{phrase}'")
        candidates = dict.fromkeys(value_id for value_id, _ in spotted)
        return Route(Subject("confirm", ",".join(candidates)), f"only '{phrase}' is known")

    def _lost(self, question: Question, because: str) -> Route:
        told = question.context.subject
        again = told is not None and told.kind == "message" and told.id.startswith("not_understood")
        return Route(message("not_understood_again" if again else "not_understood"), because)
