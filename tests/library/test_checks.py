"""Each rule of ``check`` has content that breaks it, and names file and place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from skill.library.checks import check_documents
from skill.library.sources import CHECKOUT, read_documents
from skill.library.yaml_door import Document

CRAMPING = "content/en/symptoms/cramping.yaml"
ARTICLE = "content/article.yaml"
LOCALES = "content/locales.yaml"
MESSAGES = "content/en/messages.yaml"
CARE = "content/en/care_prompts.yaml"
INTENTS = "interaction_model/intents.yaml"
SYMPTOMS = "interaction_model/symptoms.yaml"
FEVER = "content/en/safety/fever.yaml"
CRISIS = "content/en/safety/crisis.yaml"
NOT_COVERED = "content/en/safety/not_covered.yaml"
LONG = " ".join(["word"] * 41) + "."

Break = Callable[[dict[str, Any]], object]


def _put(*keys: Any) -> Break:
    """Set the value at a path: the last argument is the value."""
    *path, last, value = keys

    def put(data: Any) -> None:
        for key in path:
            data = data[key]
        data[last] = value

    return put


def _drop(*path: Any) -> Break:
    def drop(data: Any) -> None:
        for key in path[:-1]:
            data = data[key]
        del data[path[-1]]

    return drop


def _samples(intent: str, *added: str) -> Break:
    return lambda data: data["intents"][intent]["samples"].extend(added)


BROKEN: list[tuple[str, str, Break, str]] = [
    ("unknown key", CRAMPING, _put("breif", "x"), f"{CRAMPING}: breif: expected one of the keys"),
    ("no brief", CRAMPING, _drop("brief"), f"{CRAMPING}: brief: expected a text"),
    ("id is not the name", CRAMPING, _put("id", "cramps"), f"{CRAMPING}: id: expected the file's name"),
    ("unknown urgency", CRAMPING, _put("urgency", "soon"), f"{CRAMPING}: urgency: expected one of"),
    ("symptom without watch_for", CRAMPING, _drop("watch_for"), f"{CRAMPING}: watch_for: expected a text"),
    ("unknown claim", CRAMPING, _put("claims", [99]), f"{CRAMPING}: claims: expected a claim of article.yaml"),
    ("nothing behind it", CRAMPING, lambda d: d.update(claims=[], sources=[]), f"{CRAMPING}: claims: expected claims or sources"),
    ("offer leads nowhere", CRAMPING, _put("offer", "leads_to", "nowhere"), f"{CRAMPING}: offer.leads_to: expected"),
    ("offer of more without more", CRAMPING, lambda d: (d.pop("more"), d["offer"].update(leads_to="more")), f"{CRAMPING}: offer.leads_to: expected `more` only"),
    ("offer is no question", CRAMPING, _put("offer", "asks", "More."), f"{CRAMPING}: offer.asks: expected one question"),
    ("variant of no severity", CRAMPING, _put("variants", "odd", {"urgency": "ask", "brief": "x."}), f"{CRAMPING}: variants.odd: expected one of"),
    ("variant to no red flag", CRAMPING, _put("variants", "severe", "now", "nothing"), f"{CRAMPING}: variants.severe.now: expected the id of a red flag"),
    ("emergency without now", CRAMPING, _drop("variants", "severe", "now"), f"{CRAMPING}: variants.severe.now: expected the red flag"),
    ("unknown locale", CRAMPING, _put("by_locale", {"en-XX": {"brief": "x."}}), f"{CRAMPING}: by_locale.en-XX: expected one of"),
    ("too long", CRAMPING, _put("brief", LONG), f"{CRAMPING}: brief: expected at most 40 words"),
    ("sentence too long", CRAMPING, _put("brief", " ".join(["word"] * 26) + "."), f"{CRAMPING}: brief: expected at most 25 words a sentence"),
    ("banned word", CRAMPING, _put("brief", "At least it is over."), f"{CRAMPING}: brief: expected no `at least`"),
    ("question in an answer", CRAMPING, _put("brief", "Is it so?"), f"{CRAMPING}: brief: expected statements only"),
    ("markup in an answer", CRAMPING, _put("brief", "A <b>word</b>."), f"{CRAMPING}: brief: expected plain words"),
    ("unknown fact", CRAMPING, _put("brief", "Call {nobody}."), f"{CRAMPING}: brief: expected a wording that en-US can speak"),
    ("optional fact without another wording", MESSAGES, _put("failure", "Call {unsafe_line}."), f"{MESSAGES}: failure: expected a wording that"),
    ("reviewed by nobody", CRAMPING, _put("status", "reviewed"), f"{CRAMPING}: status: expected a reviewer and a date"),
    ("claim without guidance source", ARTICLE, lambda d: d["claims"][23].update(sources=[]), f"{ARTICLE}: claims[23].sources: expected the guidance that differs"),
    ("claim spoken nowhere", ARTICLE, lambda d: d["claims"].append({**d["claims"][4], "number": 35}), f"{ARTICLE}: claim 35: expected an entry that speaks it"),
    ("claim spoken and unspoken", ARTICLE, lambda d: d["claims"][4].update(unspoken="tone"), f"{ARTICLE}: claim 5: expected no `unspoken`"),
    ("claims out of order", ARTICLE, lambda d: d["claims"].pop(3), f"{ARTICLE}: claims: expected the numbers 1, 2, 3"),
    ("no emergency number", LOCALES, _drop("en-GB", "numbers", "emergency_number"), f"{LOCALES}: en-GB.numbers: expected `emergency_number`"),
    ("no crisis line", LOCALES, _drop("en-IN", "numbers", "crisis_line"), f"{LOCALES}: en-IN.numbers: expected `crisis_line`"),
    ("number never confirmed", LOCALES, _drop("en-AU", "numbers", "crisis_line", "confirmed"), f"{LOCALES}: en-AU.numbers.crisis_line.confirmed: expected the day"),
    ("nothing for elsewhere", LOCALES, _drop("elsewhere"), f"{LOCALES}: elsewhere: expected facts for every other locale"),
    ("message missing", MESSAGES, _drop("failure"), f"{MESSAGES}: failure: expected a list of texts"),
    ("message unknown", MESSAGES, _put("greeting", "Hello."), f"{MESSAGES}: greeting: expected one of the keys"),
    ("care prompt without the provider", CARE, lambda d: d["prompts"]["ask"].append("Call somebody."), f"{CARE}: prompts.ask: expected the words `healthcare provider`"),
    ("care prompt as a question", CARE, lambda d: d["prompts"]["ask"].append("Will you call your healthcare provider?"), f"{CARE}: prompts.ask: expected a statement"),
    ("no care prompts", CARE, _drop("prompts", "crisis"), f"{CARE}: prompts.crisis: expected a list of wordings"),
    ("red flag without source", FEVER, _put("sources", []), f"{FEVER}: sources: expected a source for the threshold"),
    ("red flag too long", FEVER, _put("brief", LONG), f"{FEVER}: brief: expected at most 18 words"),
    ("crisis variant missing", CRISIS, _drop("variants", "harm_done"), f"{CRISIS}: variants: expected all of"),
    ("kind missing", NOT_COVERED, _drop("kinds", "general"), f"{NOT_COVERED}: kinds: expected the kind `general`"),
    ("kind's offer leads nowhere", NOT_COVERED, _put("kinds", "general", "offer", {"asks": "More?", "leads_to": "x"}), f"{NOT_COVERED}: kinds.general.offer.leads_to: expected the id of an entry"),
    ("symptom nobody hears", SYMPTOMS, _drop("slot_types", "SYMPTOM", "cramping"), f"{SYMPTOMS}: slot_types.SYMPTOM: expected the value `cramping`"),
    ("symptom nobody answers", SYMPTOMS, _put("slot_types", "SYMPTOM", "itching", ["itching"]), "content/en/symptoms: expected words for the slot value `itching`"),
    ("topic nobody asks", INTENTS, _drop("intents", "FaultIntent"), f"{INTENTS}: intents: expected an intent with `topic: fault`"),
    ("topic nobody answers", INTENTS, _put("intents", "FaultIntent", "topic", "blame"), "content/en/topics: expected an entry `blame`"),
    ("invocation name of one word", INTENTS, _put("invocation_name", "miscarriage"), f"{INTENTS}: invocation_name: expected two words or more"),
    ("invocation name with a launch word", INTENTS, _put("invocation_name", "ask miscarriage"), f"{INTENTS}: invocation_name: expected no word that Alexa keeps"),
    ("invocation name with a digit", INTENTS, _put("invocation_name", "guide 2 go"), f"{INTENTS}: invocation_name: expected 2 to 50"),
    ("no stop intent", INTENTS, _drop("intents", "AMAZON.StopIntent"), f"{INTENTS}: intents: expected `AMAZON.StopIntent`"),
    ("intent name with a digit", INTENTS, lambda d: d["intents"].update(Fault2Intent=d["intents"].pop("FaultIntent")), f"{INTENTS}: intents.Fault2Intent: expected a name of letters"),
    ("too few samples", INTENTS, lambda d: d["intents"]["FaultIntent"].update(samples=["was it me"]), f"{INTENTS}: intents.FaultIntent.samples: expected at least 25"),
    ("sample in two intents", INTENTS, _samples("FaultIntent", "what are signs of miscarriage"), f"{INTENTS}: intents.FaultIntent.samples: expected each sample once"),
    ("sample with a digit", INTENTS, _samples("FaultIntent", "was it my fault 2"), f"{INTENTS}: intents.FaultIntent.samples: expected lower-case words"),
    ("sample with punctuation", INTENTS, _samples("FaultIntent", "my fault?"), f"{INTENTS}: intents.FaultIntent.samples: expected lower-case words"),
    ("sample too long", INTENTS, _samples("FaultIntent", "was it my fault " * 14 + "x"), f"{INTENTS}: intents.FaultIntent.samples: expected at most 200 characters"),
    ("sample with an undeclared slot", INTENTS, _samples("FaultIntent", "was it {symptom}"), f"{INTENTS}: intents.FaultIntent.slots: expected the slot `symptom`"),
    ("slot in no sample", INTENTS, _put("intents", "FaultIntent", "slots", {"symptom": "SYMPTOM"}), f"{INTENTS}: intents.FaultIntent.slots.symptom: expected a sample"),
    ("slot of no type", INTENTS, _put("intents", "IsSymptomNormalIntent", "slots", "symptom", "SIGN"), f"{INTENTS}: intents.IsSymptomNormalIntent.slots.symptom: expected a known slot type"),
    ("free words without a carrier", INTENTS, _samples("FreeQuestionIntent", "{question}"), f"{INTENTS}: intents.FreeQuestionIntent.samples: expected carrier words"),
    ("synonym of two values", SYMPTOMS, lambda d: d["slot_types"]["SYMPTOM"]["cramping"].append(d["slot_types"]["SYMPTOM"]["bleeding"][0]), "interaction_model (SYMPTOM): slot_types.SYMPTOM.cramping: expected each synonym once"),
    ("value that swallows help", SYMPTOMS, lambda d: d["slot_types"]["SYMPTOM"]["cramping"].append("help"), "interaction_model (SYMPTOM): slot_types.SYMPTOM.cramping: expected no value that swallows"),
    ("value with a digit", SYMPTOMS, lambda d: d["slot_types"]["SYMPTOM"]["cramping"].append("cramp 2"), "interaction_model (SYMPTOM): slot_types.SYMPTOM.cramping: expected lower-case words"),
]  # fmt: skip


def test_the_content_of_this_checkout_is_valid() -> None:
    """``check`` finds nothing wrong with what is committed."""
    assert [str(problem) for problem in check_documents()] == []


@pytest.mark.parametrize(
    ("file", "damage", "message"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN]
)
def test_broken_content_is_named(
    file: str, damage: Break, message: str, documents: dict[str, Document]
) -> None:
    """The damage is found, and the sentence names the file and the place."""
    damage(documents[file].data)
    documents = {name: replace(document, lines={}) for name, document in documents.items()}

    problems = [str(problem) for problem in check_documents(documents)]

    assert any(problem.startswith(message) for problem in problems), problems


def test_a_missing_file_is_named(documents: dict[str, Document]) -> None:
    """A file that the skill can't do without is asked for by name."""
    del documents[CARE]

    assert [str(problem) for problem in check_documents(documents)] == [
        f"{CARE}: expected this file, found no such file; restore it"
    ]


@pytest.mark.parametrize("fact", ["health_line", "loss_support_line", "unsafe_line"])
def test_content_is_valid_without_optional_numbers(
    fact: str, documents: dict[str, Document]
) -> None:
    """A number that has not been confirmed can be left out in every locale."""
    for locale in documents[LOCALES].data.values():
        locale["numbers"].pop(fact, None)

    assert [str(problem) for problem in check_documents(documents)] == []


def test_documents_are_read_afresh() -> None:
    """What one test breaks is whole in the next."""
    assert check_documents(read_documents(CHECKOUT)) == []
