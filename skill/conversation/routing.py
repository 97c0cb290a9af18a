"""From a question to the subject that answers it. No sentence is spoken from here."""

from __future__ import annotations

from collections.abc import Callable

from skill.conversation.follow_ups import FOLLOW_UPS
from skill.conversation.matcher import SampleMatcher
from skill.conversation.phrases import Phrases, words_of
from skill.conversation.question import LAUNCH, Question
from skill.conversation.route import Route
from skill.conversation.subject import Subject, message
from skill.conversation.variants import GRAVE, best_variant
from skill.library.library import Library
from skill.library.model import Intent


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
        if intent.means in FOLLOW_UPS:
            return FOLLOW_UPS[intent.means](self._library, question, intent)
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
        severity, company = question.slot("severity").id, question.slot("with").id
        told = best_variant(self._library, entry, severity, company)
        part = "advice" if aspect in ("advice", "have") else "brief"
        return Route(
            Subject("entry", told.id, told.variant, part), f"{intent.name}, {asked.spoken}"
        )

    def _not_covered(self, question: Question, intent: Intent) -> Route:
        subject = question.slot("subject")
        if subject.id is None and subject.spoken:
            return self._free(question, intent)
        return Route(
            Subject("not_covered", subject.id or "general"), f"not covered: {subject.spoken}"
        )

    def _free(self, question: Question, intent: Intent) -> Route:
        """Words that fit no sample: a symptom among them is confirmed, never guessed."""
        words = words_of(" ".join(question.words))
        spotted = self._symptoms.spotted(words)
        if not spotted:
            return self._lost(question, f"{intent.name}: no known words")
        symptom, phrase = spotted[0]
        grave = [(id_, word) for id_, word in self._severities.spotted(words) if id_ in GRAVE]
        if grave and grave[0][0] in self._library.entries[symptom].variants:
            # danger is never put up for confirmation: the line that asks "is it now" comes first
            return Route(Subject("entry", symptom, grave[0][0]), f"'{grave[0][1]}' and '{phrase}'")
        candidates = dict.fromkeys(value_id for value_id, _ in spotted)
        return Route(Subject("confirm", ",".join(candidates)), f"only '{phrase}' is known")

    def _lost(self, question: Question, because: str) -> Route:
        told = question.context.subject
        again = told is not None and told.kind == "message" and told.id.startswith("not_understood")
        return Route(message("not_understood_again" if again else "not_understood"), because)
