"""``check``, ``build`` and ``serve`` from the outside."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from skill.library.sources import CHECKOUT
from tests.commands.run import run


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the checkout that may be broken."""
    for folder in ("skill", "content", "interaction_model"):
        shutil.copytree(
            CHECKOUT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__")
        )
    return tmp_path


def test_check_says_that_all_is_good() -> None:
    """What is committed is valid."""
    finished = run("check")

    assert (finished.returncode, finished.stderr) == (0, "")
    assert finished.stdout.startswith("All good")


def test_check_prints_every_problem_and_fails(checkout: Path) -> None:
    """Two faults in two files are two lines on standard error, each with its line, and status 1."""
    for name in ("cramping", "bleeding"):
        path = checkout / "content" / "en" / "symptoms" / f"{name}.yaml"
        path.write_text(path.read_text(encoding="utf-8") + "\ncolour: red\n", encoding="utf-8")

    finished = run("check", cwd=checkout)

    assert finished.returncode == 1
    assert [line.split(":")[0] for line in finished.stderr.splitlines()] == [
        "content/en/symptoms/bleeding.yaml",
        "content/en/symptoms/cramping.yaml",
    ]
    assert all("colour: expected one of the keys" in line for line in finished.stderr.splitlines())


@pytest.mark.parametrize("command", [("ask", "help"), ("chat",), ("build",)], ids=lambda c: c[0])
def test_no_command_starts_with_broken_content(command: tuple[str, ...], checkout: Path) -> None:
    """A content file that can't be read stops the start with a sentence, not a traceback."""
    path = checkout / "content" / "locales.yaml"
    path.write_text("en-US: [", encoding="utf-8")

    finished = run(*command, cwd=checkout)

    assert finished.returncode == 1
    assert finished.stderr.startswith("content/locales.yaml:")
    assert "Traceback" not in finished.stderr


def test_build_refreshes_a_drifted_model(checkout: Path) -> None:
    """A forgotten model is a problem to check and is written anew by build."""
    path = checkout / "interaction_model" / "en-GB.json"
    path.write_text("{}", encoding="utf-8")

    assert run("check", cwd=checkout).returncode == 1
    assert run("build", cwd=checkout).stdout == "wrote interaction_model/en-GB.json\n"
    assert run("check", cwd=checkout).returncode == 0
    assert run("build", cwd=checkout).stdout == "The models are up to date.\n"


@pytest.mark.parametrize(
    ("environ", "arguments", "sentence"),
    [
        ({}, (), "SKILL_ID is not set; set it to the skill's application id"),
        ({"SKILL_ID": "my skill"}, (), "SKILL_ID is not an application id; copy the one"),
        (
            {"SKILL_VERIFY": "off"},
            (),
            "SKILL_VERIFY is off, which only `python -m skill serve --local`",
        ),
        ({"SKILL_VERIFY": "maybe"}, ("--local",), "SKILL_VERIFY is `maybe`; set it to on"),
    ],
    ids=["no id", "no application id", "off outside local", "neither on nor off"],
)
def test_a_wrong_setting_stops_the_start_with_one_sentence(
    environ: dict[str, str], arguments: tuple[str, ...], sentence: str
) -> None:
    """The service does not start half configured."""
    finished = run("serve", *arguments, environ=environ)

    assert finished.returncode == 1
    assert finished.stderr.startswith(sentence)
    assert len(finished.stderr.splitlines()) == 1


def test_a_port_that_does_not_exist_is_wrong_usage() -> None:
    """A port out of range is told as such."""
    finished = run("serve", "--port", "99999")

    assert finished.returncode == 2
    assert "choose a port from 0 to 65535" in finished.stderr
