"""The one door for YAML."""

from __future__ import annotations

import pytest

from skill.library.problem import ContentError
from skill.library.yaml_door import read_document


@pytest.mark.parametrize("word", ["yes", "no", "on", "off", "true", "1.5", "2026-11-22", "13:11"])
def test_words_stay_words(word: str) -> None:
    """What YAML 1.1 would turn into a boolean, a float, a date or a sexagesimal stays text."""
    assert read_document("file.yaml", f"- {word}\n").data == [word]


def test_whole_numbers_and_null_are_told_apart() -> None:
    """Claim numbers are numbers, and null is nothing."""
    assert read_document("file.yaml", "claims: [8, 9]\nmore: null\n").data == {
        "claims": [8, 9],
        "more": None,
    }


def test_each_key_knows_its_line() -> None:
    """The line of every key and item is known, counted from 1."""
    lines = read_document("file.yaml", "a:\n  b: one\n  c:\n    - two\n").lines

    assert lines == {("a",): 1, ("a", "b"): 2, ("a", "c"): 3, ("a", "c", 0): 4}


def test_a_key_given_twice_is_named_with_both_lines() -> None:
    """The first value of a doubled key can't vanish silently."""
    with pytest.raises(ContentError) as caught:
        read_document("file.yaml", "brief: one\nmore: two\nbrief: three\n")

    assert str(caught.value) == (
        "file.yaml:3: brief: expected each key once, found the key again (first on line 1); "
        "keep one of the two"
    )


def test_a_syntax_error_names_its_line() -> None:
    """Broken YAML is one sentence with a line, not a traceback."""
    with pytest.raises(
        ContentError, match=r"^file\.yaml:2: expected valid YAML, found .*; look at"
    ):
        read_document("file.yaml", "a: one\n b: two\n")


def test_an_empty_file_is_no_error_of_syntax() -> None:
    """An empty file reads as nothing; the reader of its record says what is missing."""
    assert read_document("file.yaml", "# only a comment\n").data is None
