"""``check``: whether content and interaction models are right, every problem in one run."""

from __future__ import annotations

import sys

from skill.alexa.model_files import drift_problems
from skill.library.checks import check_documents
from skill.library.sources import CHECKOUT


def check() -> int:
    """Print every problem with its file and place; 1 where there is any."""
    problems = check_documents()
    if not problems:
        problems = drift_problems(CHECKOUT)
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        return 1
    print("All good: content and interaction models are valid.")
    return 0
