"""Hatch's build hook: the wheel carries the content and the interaction model, validated and compiled."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledContentHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's own generic, unused here
    """Refuses to build a wheel from content that has a problem."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the sources beside the build and add them to the wheel."""
        if version == "editable":
            return
        checkout = Path(self.root)
        sys.path.insert(0, str(checkout))
        from skill.library.checks import check_documents
        from skill.library.sources import compile_documents, source_files

        problems = check_documents()
        if problems:
            raise ValueError("\n".join(str(problem) for problem in problems))
        compiled = checkout / "build" / "compiled.json"
        compiled.parent.mkdir(exist_ok=True)
        compiled.write_text(compile_documents(source_files(checkout)), encoding="utf-8")
        build_data["force_include"][str(compiled)] = "skill/library/compiled.json"
