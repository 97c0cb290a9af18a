"""The installed wheel works outside the checkout, content included."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from skill.library.sources import CHECKOUT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    finished = subprocess.run(build, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's files where no checkout is near."""
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def _run(installed: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "skill", *arguments],
        cwd=installed,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_wheel_holds_the_skill_and_its_compiled_content(wheel: Path) -> None:
    """Code, certificates and content are in; tests and sources are not."""
    names = zipfile.ZipFile(wheel).namelist()

    assert "skill/library/compiled.json" in names
    assert not [name for name in names if name.endswith(".yaml") or name.startswith("tests/")]


def test_an_installed_wheel_answers(installed: Path) -> None:
    """The answer is the same as in the checkout, with no YAML file in sight."""
    outside = _run(installed, "ask", "is cramping normal")
    inside = _run(CHECKOUT, "ask", "is cramping normal")

    assert outside.returncode == 0, outside.stderr
    assert outside.stdout == inside.stdout != ""


def test_an_installed_wheel_checks_its_content(installed: Path) -> None:
    """``check`` works on the compiled form, and ``build`` says that it needs a checkout."""
    assert _run(installed, "check").returncode == 0
    assert (
        _run(installed, "build").stderr
        == "build works in a checkout; this is an installed package.\n"
    )
