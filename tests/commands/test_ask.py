"""``ask``: the contract that other tools rely on."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from skill.library.library import load_library
from skill.library.sources import CHECKOUT
from tests.commands.run import run

KEYS = [
    "question",
    "locale",
    "intent",
    "topic",
    "urgency",
    "candidates",
    "because",
    "speech",
    "ssml",
    "reprompt",
    "card",
    "session_open",
]
DONE_WHEN = [
    ("what are signs of miscarriage", {"signs"}),
    ("is cramping normal", {"cramping"}),
    ("is light bleeding normal", {"bleeding"}),
    ("i have severe cramps", {"cramping", "urgent"}),
    ("my back hurts and i am bleeding", {"back_pain"}),
    ("what does passing tissue mean", {"passing_tissue"}),
    ("my morning sickness is gone", {"loss_of_symptoms"}),
    ("can you miscarry without symptoms", {"no_symptoms"}),
    ("does bleeding always mean miscarriage", {"reassurance"}),
    ("when should i call my doctor", {"when_to_call"}),
    ("how do they check for a miscarriage", {"tests"}),
    ("will i need bed rest", {"treatment"}),
    ("how do i recover", {"physical_recovery"}),
    ("i feel so sad", {"emotional_support"}),
    ("was it my fault", {"fault"}),
    ("when can we try again", {"trying_again"}),
]
"""The sixteen questions that the first issue promises, and the topics that are right."""


@pytest.mark.parametrize("locale", load_library().locale_codes)
def test_the_promised_questions_are_answered(locale: str) -> None:
    """Each of the sixteen questions gets the right topic, and the provider is named."""
    stdin = "".join(f"{question}\n" for question, _ in DONE_WHEN)

    finished = run("ask", "--json", "--locale", locale, "-", stdin=stdin)
    answers = [json.loads(line) for line in finished.stdout.splitlines()]

    assert finished.returncode == 0
    assert [
        a["question"] for a in answers if a["topic"] not in dict(DONE_WHEN)[a["question"]]
    ] == []
    assert len(answers) == len(DONE_WHEN)
    assert all("healthcare provider" in answer["speech"] for answer in answers)
    severe = next(answer for answer in answers if "severe" in answer["question"])
    assert severe["speech"].startswith("Call ")
    assert load_library().locale(locale).facts["emergency_number"] in severe["speech"].split(".")[0]


def test_json_has_every_key_of_the_contract() -> None:
    """One object with all keys, in order; what is absent is null."""
    answer = json.loads(run("ask", "--json", "is cramping normal").stdout)

    assert list(answer) == KEYS
    assert answer["intent"] == "IsSymptomNormalIntent"
    assert answer["locale"] == "en-US"
    assert answer["candidates"] is None
    assert set(answer["card"]) == {"title", "text"}
    assert answer["session_open"] is True
    assert answer["ssml"].startswith("<speak>")


def test_text_is_the_speech_alone() -> None:
    """Without --json the answer is printed as heard."""
    finished = run("ask", "is cramping normal")
    answer = json.loads(run("ask", "--json", "is cramping normal").stdout)

    assert finished.stdout == answer["speech"] + "\n"
    assert finished.stderr == ""


def test_blank_lines_are_answered_too() -> None:
    """Each line of standard input, a blank one as well, gets one object, in a session of its own."""
    lines = run("ask", "--json", "-", stdin="is cramping normal\n\nrepeat\n").stdout.splitlines()

    topics = [json.loads(line)["topic"] for line in lines]
    assert topics == ["cramping", "unknown", "navigation"]


@pytest.mark.parametrize(
    ("question", "intent", "topic"),
    [
        ("Help!", "AMAZON.HelpIntent", "navigation"),
        ("stop", "AMAZON.StopIntent", "navigation"),
        ("zebra umbrella", "FreeQuestionIntent", "unknown"),
        ("ÄÖ 日本 \u202e <speak>&", "FreeQuestionIntent", "unknown"),
    ],
    ids=["built-in", "stop", "nonsense", "hostile"],
)
def test_what_is_not_understood_is_no_error(question: str, intent: str, topic: str) -> None:
    """Anything can be asked; not understanding is exit status 0."""
    finished = run("ask", "--json", question)
    answer = json.loads(finished.stdout)

    assert finished.returncode == 0
    assert (answer["intent"], answer["topic"]) == (intent, topic)


def test_a_doubtful_match_names_its_candidates() -> None:
    """A confirmation prints unknown, with what it chooses from."""
    answer = json.loads(run("ask", "--json", "hmm those cramps and my backache again").stdout)

    assert answer["topic"] == "unknown"
    assert set(answer["candidates"]) == {"cramping", "back_pain"}


@pytest.mark.parametrize(
    "arguments",
    [("ask",), ("ask", "--locale", "fr-FR", "x"), ("sing",), ()],
    ids=["no question", "unknown locale", "unknown command", "nothing"],
)
def test_wrong_usage_is_status_two(arguments: tuple[str, ...]) -> None:
    """A wrong call is told so on standard error, without a traceback."""
    finished = run(*arguments)

    assert finished.returncode == 2
    assert "Traceback" not in finished.stderr
    assert finished.stderr.startswith("usage:")


def test_bytes_that_are_no_utf8_are_answered_too() -> None:
    """Broken input costs nobody the answers to the other lines."""
    finished = subprocess.run(
        [sys.executable, "-m", "skill", "ask", "--json", "-"],
        input=b"\xff\xfe\nis cramping normal\n",
        capture_output=True,
        cwd=CHECKOUT,
        check=False,
    )

    topics = [json.loads(line)["topic"] for line in finished.stdout.splitlines()]
    assert (finished.returncode, topics) == (0, ["unknown", "cramping"])


def test_a_reader_that_leaves_is_no_error() -> None:
    """When whoever reads the answers stops, the command ends quietly."""
    asking = subprocess.Popen(
        [sys.executable, "-m", "skill", "ask", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=CHECKOUT,
    )
    assert asking.stdout is not None
    asking.stdout.close()
    asking.stdout = None
    _, errors = asking.communicate(b"is cramping normal\n" * 3)

    assert (asking.returncode, errors) == (0, b"")
