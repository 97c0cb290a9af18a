"""The four floors: imports only go down, and each outside library has its room."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from skill.library.sources import CHECKOUT

FLOORS = {"library": 1, "conversation": 2, "alexa": 3}
"""Every other module of skill/ is a door, on floor 4."""
ROOMS = {
    "yaml": ["skill/library/yaml_door.py"],
    "ask_sdk_core": ["skill/alexa", "skill/web"],
    "ask_sdk_model": ["skill/alexa", "skill/web"],
    "ask_sdk_runtime": ["skill/alexa", "skill/web"],
    "ask_sdk_webservice_support": ["skill/web"],
    "flask_ask_sdk": ["skill/web"],
    "flask": ["skill/web"],
    "werkzeug": ["skill/web", "skill/commands"],
    "cryptography": ["skill/web"],
}
"""Where an outside library may be imported."""
MODULES = sorted((CHECKOUT / "skill").rglob("*.py"))


def _floor(module: str) -> int:
    parts = module.split(".")
    return FLOORS.get(parts[1], 4) if len(parts) > 1 else 4


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports here are absolute"
            yield node.module or ""


def _name(path: Path) -> str:
    return path.relative_to(CHECKOUT).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_imports_only_go_down(path: Path) -> None:
    """A module imports from its own floor and those below, never from above."""
    own = _floor(_name(path).removesuffix(".py").replace("/", "."))
    if _name(path) == "skill/__init__.py":
        own = 0
    upward = [name for name in _imports(path) if name.startswith("skill.") and _floor(name) > own]

    assert not upward


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_outside_libraries_stay_in_their_rooms(path: Path) -> None:
    """YAML comes in by one door, the SDK on floor 3 and up, Flask on floor 4."""
    strays = [
        name
        for name in _imports(path)
        if (rooms := ROOMS.get(name.split(".")[0]))
        and not any(_name(path).startswith(room) for room in rooms)
    ]

    assert not strays


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_replies_are_made_in_one_function(path: Path) -> None:
    """Only compose() calls Reply(...), so no reply can be made without its care prompt."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Reply":
            assert _name(path) == "skill/conversation/composition.py"
