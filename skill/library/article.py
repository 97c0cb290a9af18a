"""The article's claims, numbered, each with what current guidance says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from skill.library.entries import Source, read_sources
from skill.library.record import Record

GUIDANCE = ("agrees", "qualifies", "contradicts")


@dataclass(frozen=True)
class Claim:
    """One sentence of the article in our own words."""

    number: int
    """Its place in the article, from 1."""
    says: str
    """What it claims."""
    guidance: str
    """``agrees``, ``qualifies`` or ``contradicts``."""
    note: str
    """What current guidance says of it."""
    sources: tuple[Source, ...]
    """Where the guidance stands."""
    unspoken: str | None
    """Why no entry speaks it; None where one does."""


def read_article(record: Record) -> Mapping[int, Claim]:
    """Read article.yaml: the claims by number."""
    for key in ("title", "author", "published", "checked"):
        record.optional_text(key)
    claims: dict[int, Claim] = {}
    for inner in record.listed("claims"):
        claim = Claim(
            number=inner.number("number"),
            says=inner.text("says"),
            guidance=inner.choice("guidance", GUIDANCE),
            note=inner.text("note"),
            sources=read_sources(inner),
            unspoken=inner.optional_text("unspoken"),
        )
        if claim.guidance != "agrees" and not claim.sources:
            inner.report("sources", "the guidance that differs", "none", "name where it stands")
        inner.close()
        claims[claim.number] = claim
    if sorted(claims) != list(range(1, len(claims) + 1)):
        record.report(
            "claims", "the numbers 1, 2, 3 and so on", "gaps or doubles", "number them in order"
        )
    record.close()
    return claims
