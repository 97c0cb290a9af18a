"""The interaction model's sources: intents with their sample utterances, slot types with synonyms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from skill.library.record import Record

SEARCH_QUERY = "AMAZON.SearchQuery"
ASPECTS = ("normal", "meaning", "advice", "about", "have")
MEANINGS = (
    "symptom",
    "topic",
    "urgent",
    "crisis",
    "unsafe_at_home",
    "not_covered",
    "free",
    "that_normal",
    "severity",
    "more",
    "source",
    "doctor",
    "help",
    "stop",
    "cancel",
    "home",
    "fallback",
    "yes",
    "no",
    "repeat",
)
"""What an intent can mean; the conversation has an answer for each."""


@dataclass(frozen=True)
class Intent:
    """One intent."""

    name: str
    """As Alexa sends it."""
    means: str
    """One of MEANINGS."""
    topic: str | None
    """The entry that answers, where it means a topic."""
    aspect: str
    """What is asked of a symptom: one of ASPECTS."""
    slots: Mapping[str, str]
    """Slot types by slot name."""
    samples: tuple[str, ...]
    """Sample utterances, slots in braces."""


@dataclass(frozen=True)
class InteractionModel:
    """All that is heard."""

    invocation_name: str
    """What opens the skill."""
    intents: Mapping[str, Intent]
    """By name."""
    slot_types: Mapping[str, Mapping[str, tuple[str, ...]]]
    """By type name, then value id: the canonical name first, synonyms after it."""

    def value_id(self, slot_type: str, spoken: str) -> str | None:
        """The id of the value that has these words as its name or a synonym."""
        for value_id, names in self.slot_types.get(slot_type, {}).items():
            if spoken in names:
                return value_id
        return None


def read_model(intents: Record, slot_files: Iterable[Record]) -> InteractionModel:
    """Read intents.yaml and the files with slot types."""
    model = InteractionModel(
        invocation_name=intents.text("invocation_name"),
        intents={name: _intent(name, inner) for name, inner in intents.records("intents")},
        slot_types=_slot_types(slot_files),
    )
    intents.close()
    return model


def _intent(name: str, record: Record) -> Intent:
    means = record.choice("means", MEANINGS)
    slots = record.record("slots") if record.has("slots") else None
    intent = Intent(
        name=name,
        means=means,
        topic=record.text("topic") if means == "topic" else None,
        aspect=record.choice("aspect", ASPECTS, default="about"),
        slots={} if slots is None else {slot: slots.text(slot) for slot in slots.names()},
        samples=record.texts("samples") if record.value("samples") else (),
    )
    record.close()
    return intent


def _slot_types(files: Iterable[Record]) -> dict[str, dict[str, tuple[str, ...]]]:
    types: dict[str, dict[str, tuple[str, ...]]] = {}
    for record in files:
        for name, values in record.records("slot_types"):
            types[name] = {value_id: values.texts(value_id) for value_id in values.names()}
        record.close()
    return types
