"""Which variant of a symptom answers, by its severity and by the symptom that comes with it."""

from __future__ import annotations

from skill.conversation.subject import Subject
from skill.library.entries import Entry
from skill.library.library import Library

GRAVE = ("severe", "sharp")
"""The severities that mean danger; they are answered before any company."""


def best_variant(
    library: Library, entry: Entry, severity: str | None, company: str | None
) -> Subject:
    """The entry and variant that answer.

    In: the symptom, the severity's and the other symptom's value ids where they were said. Out: the
    graver variant where several fit; the other symptom's, where only that one knows the pair.
    """
    if severity in GRAVE and severity in entry.variants:
        return Subject("entry", entry.id, severity)
    if company is not None and f"with_{company}" in entry.variants:
        return Subject("entry", entry.id, f"with_{company}")
    other = library.entries.get(company or "")
    if other is not None and f"with_{entry.id}" in other.variants:
        return Subject("entry", other.id, f"with_{entry.id}")
    known = severity if severity is not None and severity in entry.variants else ""
    return Subject("entry", entry.id, known)
