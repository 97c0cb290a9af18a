"""Amazon's rules for invocation names, sample utterances and slots, as far as they can be checked here.

Each rule's source is alexa-requirements 1.5 to 1.7, which cites Amazon's pages: "Choose the invocation
name", "Create intents, utterances and slots", "Standard built-in intents", "Common certification
failures"; the figures of the last block are Amazon's limits of a model.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from skill.library.library import Library
from skill.library.model import SEARCH_QUERY, Intent, InteractionModel
from skill.library.problem import Problem

FILE = "interaction_model/intents.yaml"
REQUIRED_INTENTS = (
    "AMAZON.HelpIntent",
    "AMAZON.StopIntent",
    "AMAZON.CancelIntent",
    "AMAZON.NavigateHomeIntent",
    "AMAZON.FallbackIntent",
)
FEWEST_TOPIC_SAMPLES = 25
"""Fewer leave a topic to chance; the number is this project's own."""
LONGEST_SAMPLE, LONGEST_VALUE, MOST_INTENTS, MOST_SAMPLES = 200, 140, 250, 3000

_INVOCATION_NAME = re.compile(r"[a-z]+(?:[ '.a-z])*")
_NOT_IN_NAME = {
    *("alexa", "amazon", "echo", "computer", "ziggy"),
    *("launch", "ask", "tell", "load", "begin", "enable", "open", "start", "play", "run", "use"),
    *("to", "from", "by", "if", "and", "whether", "in", "on", "with", "about", "using", "for"),
    *("skill", "app"),
}
_SAMPLE = re.compile(r"(?:[a-z][a-z'.\-]*|\{[a-z_]+\})(?: (?:[a-z][a-z'.\-]*|\{[a-z_]+\}))*")
_VALUE = re.compile(r"[a-z][a-z'.\-]*(?: [a-z][a-z'.\-]*)*")
_SLOT = re.compile(r"\{([a-z_]+)\}")


def model_problems(library: Library) -> Iterator[Problem]:
    """Everything in the interaction model that Amazon would refuse, or that would mishear people."""
    model = library.model
    yield from _invocation_name(model.invocation_name)
    yield from _intents(model)
    yield from _samples(model)
    yield from _slot_values(model)


def _problem(place: str, expected: str, found: str, remedy: str, file: str = FILE) -> Problem:
    return Problem(file, place, expected, found, remedy)


def _invocation_name(name: str) -> Iterator[Problem]:
    words = name.split()
    if not _INVOCATION_NAME.fullmatch(name) or not 2 <= len(name) <= 50:
        yield _problem(
            "invocation_name",
            "2 to 50 lower-case letters, spaces, apostrophes, periods",
            f"`{name}`",
            "rename it",
        )
    if len(words) < 2:
        yield _problem("invocation_name", "two words or more", f"`{name}`", "add a word")
    for word in sorted(_NOT_IN_NAME.intersection(words)):
        yield _problem(
            "invocation_name",
            "no word that Alexa keeps for itself",
            f"`{word}`",
            "use another word",
        )


def _intents(model: InteractionModel) -> Iterator[Problem]:
    for name in REQUIRED_INTENTS:
        if name not in model.intents:
            yield _problem(
                "intents", f"`{name}`, which certification requires", "no such intent", "add it"
            )
    if len(model.intents) > MOST_INTENTS:
        yield _problem("intents", f"at most {MOST_INTENTS}", str(len(model.intents)), "merge some")
    for intent in model.intents.values():
        place = f"intents.{intent.name}"
        builtin = intent.name.startswith("AMAZON.")
        if not builtin and not re.fullmatch(r"[A-Za-z_]+", intent.name):
            yield _problem(
                place, "a name of letters and underscores", f"`{intent.name}`", "rename it"
            )
        if not builtin and not intent.samples:
            yield _problem(f"{place}.samples", "sample utterances", "none", "add some")
        if len(intent.samples) > MOST_SAMPLES:
            yield _problem(
                f"{place}.samples", f"at most {MOST_SAMPLES}", str(len(intent.samples)), "drop some"
            )
        if intent.means in ("topic", "symptom") and len(intent.samples) < FEWEST_TOPIC_SAMPLES:
            yield _problem(
                f"{place}.samples",
                f"at least {FEWEST_TOPIC_SAMPLES} ways to ask",
                str(len(intent.samples)),
                "add more of how people say it",
            )
        yield from _slots(model, intent, place)


def _slots(model: InteractionModel, intent: Intent, place: str) -> Iterator[Problem]:
    used = {slot for sample in intent.samples for slot in _SLOT.findall(sample)}
    for slot in sorted(used - set(intent.slots)):
        yield _problem(
            f"{place}.slots", f"the slot `{slot}` of a sample", "no such slot", "declare it"
        )
    for slot in sorted(set(intent.slots) - used):
        yield _problem(
            f"{place}.slots.{slot}", "a sample that holds it", "none", "add one or take it out"
        )
    for slot, slot_type in intent.slots.items():
        if slot_type != SEARCH_QUERY and slot_type not in model.slot_types:
            yield _problem(
                f"{place}.slots.{slot}", "a known slot type", f"`{slot_type}`", "define it"
            )
    if list(intent.slots.values()).count(SEARCH_QUERY) > 1:
        yield _problem(f"{place}.slots", f"one {SEARCH_QUERY} slot", "several", "keep one")


def _samples(model: InteractionModel) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    for intent in model.intents.values():
        place = f"intents.{intent.name}.samples"
        for sample, times in Counter(intent.samples).items():
            if times > 1 or sample in owners:
                where = owners.get(sample, intent.name)
                yield _problem(
                    place, "each sample once", f"`{sample}` again (also in {where})", "keep one"
                )
            owners[sample] = intent.name
            if not _SAMPLE.fullmatch(sample):
                yield _problem(
                    place,
                    "lower-case words, numbers in words, no punctuation but ' - .",
                    f"`{sample}`",
                    "rewrite it",
                )
            if len(sample) > LONGEST_SAMPLE:
                yield _problem(
                    place, f"at most {LONGEST_SAMPLE} characters", f"`{sample}`", "shorten it"
                )
            yield from _search_query(intent, sample, place)


def _search_query(intent: Intent, sample: str, place: str) -> Iterator[Problem]:
    slots = _SLOT.findall(sample)
    if not any(intent.slots.get(slot) == SEARCH_QUERY for slot in slots):
        return
    if len(slots) > 1:
        yield _problem(place, f"no other slot beside {SEARCH_QUERY}", f"`{sample}`", "take one out")
    if not _SLOT.sub("", sample).strip():
        yield _problem(place, f"carrier words around {SEARCH_QUERY}", f"`{sample}`", "add words")


def _slot_values(model: InteractionModel) -> Iterator[Problem]:
    builtin_samples = {
        sample
        for i in model.intents.values()
        if i.name.startswith("AMAZON.")
        for sample in i.samples
    }
    for slot_type, values in model.slot_types.items():
        owners: dict[str, str] = {}
        for value_id, names in values.items():
            place = f"slot_types.{slot_type}.{value_id}"
            for name in names:
                fault = _value_fault(name, owners.get(name), builtin_samples)
                if fault is not None:
                    yield _problem(place, *fault, file=f"interaction_model ({slot_type})")
                owners[name] = value_id


def _value_fault(
    name: str, owner: str | None, builtin_samples: set[str]
) -> tuple[str, str, str] | None:
    if owner is not None:
        return "each synonym once", f"`{name}` again (also of {owner})", "keep one"
    if not _VALUE.fullmatch(name) or len(name) > LONGEST_VALUE:
        return f"lower-case words, at most {LONGEST_VALUE} characters", f"`{name}`", "rewrite it"
    if name in builtin_samples:
        return "no value that swallows a built-in phrase", f"`{name}`", "take it out"
    return None
