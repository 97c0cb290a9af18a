"""All that ``check`` looks at: form, references, style and the rules of interaction models."""

from __future__ import annotations

from collections.abc import Mapping

from skill.library.library import read_library
from skill.library.model_rules import model_problems
from skill.library.problem import ContentError, Problem
from skill.library.references import reference_problems
from skill.library.sources import read_documents
from skill.library.spoken import fact_problems
from skill.library.style_rules import style_problems
from skill.library.yaml_door import Document


def check_documents(documents: Mapping[str, Document] | None = None) -> list[Problem]:
    """Every problem in the content and the interaction model, in one run.

    In: the documents; without them, those of this installation. Out: the problems, none where all is
    well. Where the form of a file is wrong, references are checked once it is mended.
    """
    try:
        library, problems = read_library(read_documents() if documents is None else documents)
    except ContentError as error:
        return list(error.problems)
    if problems:
        return problems
    return [
        *reference_problems(library),
        *fact_problems(library),
        *style_problems(library),
        *model_problems(library),
    ]
