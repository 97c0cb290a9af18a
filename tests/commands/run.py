"""Running a command as a person does: a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from skill.library.sources import CHECKOUT


def run(
    *arguments: str,
    stdin: str = "",
    cwd: Path = CHECKOUT,
    environ: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run ``python -m skill`` with these arguments; settings only from ``environ``."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("SKILL_")}
    return subprocess.run(
        [sys.executable, "-m", "skill", *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        env={**kept, "PYTHONIOENCODING": "utf-8", **(environ or {})},
        timeout=60,
        check=False,
    )
