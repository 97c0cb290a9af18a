"""Plain text in, safe speech out."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.alexa.ssml import speech_markup


def test_each_part_is_a_paragraph() -> None:
    """Alexa breathes between the parts of a reply."""
    assert speech_markup(["One.", "Two?"]) == "<speak><p>One.</p><p>Two?</p></speak>"


@pytest.mark.parametrize(
    ("text", "number", "markup"),
    [
        ("Call 911 now.", "911", '<say-as interpret-as="digits">911</say-as>'),
        ("Call NHS 111.", "111", '<say-as interpret-as="digits">111</say-as>'),
        ("Ring 116 123.", "116 123", '<say-as interpret-as="telephone">116 123</say-as>'),
    ],
    ids=["emergency", "health line", "longer number"],
)
def test_telephone_numbers_are_spelt(text: str, number: str, markup: str) -> None:
    """A number is read digit by digit, in its groups where it is long."""
    assert markup in speech_markup([text], [number])


def test_other_figures_are_left_alone() -> None:
    """Only telephone numbers are spelt; a number inside a longer one is not."""
    assert "say-as" not in speech_markup(["Week 20, room 9110."], ["911", ""])


@given(st.text())
def test_any_text_is_escaped(text: str) -> None:
    """Whatever stands in a text, the speech is well-formed and says its printable part."""
    spoken = "".join(ElementTree.fromstring(speech_markup([text], ["911"])).itertext())

    assert [letter for letter in spoken if letter.isprintable()] == [
        letter for letter in text if letter.isprintable()
    ]
