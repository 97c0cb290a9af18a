"""The five committed models are what their sources make."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from skill.alexa.model_files import drift_problems, model_json
from skill.library.library import Library, load_library
from skill.library.sources import CHECKOUT

LARGEST = 1_500_000
"""Bytes that Alexa takes (alexa-requirements, 2)."""


def _model(code: str) -> dict[str, Any]:
    path = CHECKOUT / "interaction_model" / f"{code}.json"
    model: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return model["interactionModel"]["languageModel"]  # type: ignore[no-any-return]  # plain JSON


def test_no_model_has_drifted() -> None:
    """What is committed is what ``build`` would write."""
    assert [str(problem) for problem in drift_problems(CHECKOUT)] == []


def test_a_drifted_model_is_named(tmp_path: Path, library: Library) -> None:
    """A model edited by hand, or forgotten, is a problem with its file and the remedy."""
    folder = tmp_path / "interaction_model"
    folder.mkdir()
    (folder / "intents.yaml").write_text("", encoding="utf-8")
    for code in library.locale_codes[1:]:
        (folder / f"{code}.json").write_text(model_json(library), encoding="utf-8")
    (folder / "en-IN.json").write_text("{}", encoding="utf-8")

    assert [problem.file for problem in drift_problems(tmp_path)] == [
        "interaction_model/en-US.json",
        "interaction_model/en-IN.json",
    ]


def test_an_installed_package_has_no_models_to_drift(tmp_path: Path) -> None:
    """Outside a checkout there is nothing to compare."""
    assert drift_problems(tmp_path) == []


@pytest.mark.parametrize("code", load_library().locale_codes)
def test_a_model_is_what_alexa_takes(code: str, library: Library) -> None:
    """Each model has the invocation name, every intent with its samples, every slot type."""
    model = _model(code)
    size = (CHECKOUT / "interaction_model" / f"{code}.json").stat().st_size

    assert model["invocationName"] == "miscarriage guide"
    assert {i["name"]: tuple(i["samples"]) for i in model["intents"]} == {
        intent.name: intent.samples for intent in library.model.intents.values()
    }
    assert {t["name"] for t in model["types"]} == set(library.model.slot_types)
    assert size < LARGEST


def test_the_values_keep_their_ids(library: Library) -> None:
    """A slot value's id is the entry that answers, its first name the value, the rest synonyms."""
    types = {t["name"]: t["values"] for t in _model("en-GB")["types"]}
    cramping = next(value for value in types["SYMPTOM"] if value["id"] == "cramping")
    names = library.model.slot_types["SYMPTOM"]["cramping"]

    assert cramping["name"] == {"value": names[0], "synonyms": list(names[1:])}
