"""Floor 1: what is said and what is heard, read from files, validated, and given as frozen values."""

from skill.library.problem import ContentError, Problem

__all__ = ["ContentError", "Problem"]
