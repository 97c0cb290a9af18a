"""``build``: refresh the committed interaction models from their sources."""

from __future__ import annotations

import sys

from skill.alexa.model_files import write_model_files
from skill.library.checks import check_documents
from skill.library.sources import CHECKOUT, source_files


def build() -> int:
    """Write the five models where they differ from their sources; 1 where the sources are wrong."""
    if not source_files(CHECKOUT):
        print("build works in a checkout; this is an installed package.", file=sys.stderr)
        return 1
    problems = check_documents()
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        return 1
    changed = write_model_files(CHECKOUT)
    for path in changed:
        print(f"wrote {path.relative_to(CHECKOUT)}")
    if not changed:
        print("The models are up to date.")
    return 0
