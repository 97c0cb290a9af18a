"""Phrases found in words: slot values by their names and synonyms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

Words = tuple[str, ...]

_NOT_A_WORD = re.compile(r"[^\w'.\- ]+|_")


def words_of(text: str) -> Words:
    """The words of a text as a speech recogniser would give them: lower case, no punctuation."""
    spaced = _NOT_A_WORD.sub(" ", text.lower().replace("\u2019", "'"))
    return tuple(word for word in (raw.strip(".-'") for raw in spaced.split()) if word)


class Phrases:
    """The names and synonyms of a slot type, found by their first word, the longest first."""

    def __init__(self, values: Mapping[str, tuple[str, ...]]) -> None:
        self._by_first: dict[str, list[tuple[Words, str]]] = {}
        for value_id, names in values.items():
            for words in filter(None, map(words_of, names)):
                self._by_first.setdefault(words[0], []).append((words, value_id))
        for same_start in self._by_first.values():
            same_start.sort(key=lambda phrase: len(phrase[0]), reverse=True)

    def starting(self, words: Words) -> Iterator[tuple[int, str]]:
        """Each phrase that the words begin with: its length in words and its value id."""
        for phrase, value_id in self._by_first.get(words[0], ()) if words else ():
            if words[: len(phrase)] == phrase:
                yield len(phrase), value_id

    def spotted(self, words: Words) -> tuple[tuple[str, str], ...]:
        """Each value that stands anywhere in the words: (value id, phrase), the longest phrase first."""
        found = []
        for start in range(len(words)):
            for length, value_id in self.starting(words[start:]):
                phrase = " ".join(words[start : start + length])
                found.append((-length, start, value_id, phrase))
                break
        return tuple((value_id, phrase) for *_, value_id, phrase in sorted(found))
