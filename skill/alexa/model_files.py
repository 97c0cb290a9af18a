"""The interaction models that are committed for Alexa, one JSON file a locale, built from the sources."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from skill.library.library import Library, load_library
from skill.library.model import Intent
from skill.library.problem import Problem

FOLDER = "interaction_model"


def model_json(library: Library) -> str:
    """The interaction model as Alexa's JSON; the same for each locale, since all speak English."""
    model = library.model
    language_model = {
        "invocationName": model.invocation_name,
        "modelConfiguration": {"fallbackIntentSensitivity": {"level": "LOW"}},
        "intents": [_intent(intent) for intent in model.intents.values()],
        "types": [_slot_type(name, values) for name, values in model.slot_types.items()],
    }
    whole = {"interactionModel": {"languageModel": language_model}}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def write_model_files(checkout: Path) -> list[Path]:
    """Refresh the committed models; gives the files that changed."""
    library = load_library()
    text = model_json(library)
    changed = []
    for code in library.locale_codes:
        path = checkout / FOLDER / f"{code}.json"
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            changed.append(path)
    return changed


def drift_problems(checkout: Path) -> list[Problem]:
    """A problem for each committed model that is not what its sources say; none outside a checkout."""
    if not (checkout / FOLDER / "intents.yaml").exists():
        return []
    library = load_library()
    text = model_json(library)
    return [
        Problem(
            f"{FOLDER}/{code}.json",
            "",
            "the model that its sources make",
            "another",
            "run `python -m skill build`",
        )
        for code in library.locale_codes
        if not (path := checkout / FOLDER / f"{code}.json").exists()
        or path.read_text(encoding="utf-8") != text
    ]


def _intent(intent: Intent) -> dict[str, Any]:
    built: dict[str, Any] = {"name": intent.name}
    if intent.slots:
        built["slots"] = [{"name": name, "type": type_} for name, type_ in intent.slots.items()]
    return {**built, "samples": list(intent.samples)}


def _slot_type(name: str, values: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    return {
        "name": name,
        "values": [
            {"id": value_id, "name": {"value": names[0], "synonyms": list(names[1:])}}
            for value_id, names in values.items()
        ],
    }
