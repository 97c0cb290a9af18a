"""The one door through which YAML comes in; nothing else imports PyYAML.

Words stay words: YAML 1.1 would turn ``yes``, ``no``, ``on`` and ``112`` into booleans and numbers,
and a sample utterance "no" would be lost. Only whole numbers, null and text are told apart here.
A key given twice is an error, since the first value would silently vanish.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from skill.library.problem import ContentError, Problem

Place = tuple[str | int, ...]
_BaseLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WHOLE_NUMBER = ("tag:yaml.org,2002:int", re.compile(r"^(?:0|[1-9][0-9]*)$"))
_NULL = ("tag:yaml.org,2002:null", re.compile(r"^(?:null|~|)$"))


class _WordsLoader(_BaseLoader):  # type: ignore[misc]  # the C loader where PyYAML has it
    """PyYAML's safe loader, keeping every plain word but whole numbers and null as text."""

    yaml_implicit_resolvers = {  # noqa: RUF012  # PyYAML's own class attribute
        **{digit: [_WHOLE_NUMBER] for digit in "0123456789"},
        **{first: [_NULL] for first in ("n", "~", "")},
    }


@dataclass(frozen=True)
class Document:
    """A YAML file as read."""

    file: str
    """Its path relative to the checkout, with forward slashes."""
    data: Any
    """Its content: mappings, lists, texts, whole numbers, None."""
    lines: Mapping[Place, int]
    """The line of each key and list item, counted from 1; empty in compiled form."""


def read_document(file: str, text: str) -> Document:
    """Parse one YAML text.

    In: the file's name for messages and its text. Out: the document.
    Errors: ContentError with the place of a syntax error or of every key given twice.
    """
    loader = _WordsLoader(text)
    try:
        node = loader.get_single_node()
        data = None if node is None else loader.construct_document(node)
    except yaml.YAMLError as error:
        raise ContentError([_syntax_problem(file, error)]) from error
    finally:
        loader.dispose()
    lines: dict[Place, int] = {}
    doubled = [] if node is None else list(_walk(file, node, (), lines))
    if doubled:
        raise ContentError(doubled)
    return Document(file, data, lines)


def _walk(file: str, node: Any, place: Place, lines: dict[Place, int]) -> Iterator[Problem]:
    """Note the line of everything below a node; yield a problem for each key given twice."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            inner: Place = (*place, str(key.value))
            line = key.start_mark.line + 1
            if inner in lines:
                yield Problem(
                    file,
                    dotted(inner),
                    "each key once",
                    f"the key again (first on line {lines[inner]})",
                    "keep one of the two",
                    line,
                )
            lines[inner] = line
            yield from _walk(file, value, inner, lines)
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            at: Place = (*place, index)
            lines[at] = item.start_mark.line + 1
            yield from _walk(file, item, at, lines)


def _syntax_problem(file: str, error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None)
    found = getattr(error, "problem", None) or str(error)
    return Problem(
        file,
        "",
        "valid YAML",
        found,
        "look at this line and the one before it",
        None if mark is None else mark.line + 1,
    )


def dotted(place: Place) -> str:
    """A place as a person writes it: ``variants.severe.claims[0]``."""
    text = ""
    for step in place:
        if isinstance(step, int):
            text += f"[{step}]"
        else:
            text += f".{step}" if text else step
    return text
