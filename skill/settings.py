"""The settings, read once from the environment into a frozen value."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass

_SKILL_ID = re.compile(r"amzn1\.ask\.skill\.[0-9A-Za-z\-]+")


class SettingsError(Exception):
    """A setting is missing or wrong; the text is one sentence that says what to do."""


@dataclass(frozen=True)
class Settings:
    """What differs from one installation to another."""

    skill_id: str | None = None
    """The application id that requests must be meant for; required wherever they are verified."""
    verify: bool = True
    """Whether requests must be signed by Alexa; off only for trying on this machine."""

    def __post_init__(self) -> None:
        if self.verify and not self.skill_id:
            raise SettingsError(
                "SKILL_ID is not set; set it to the skill's application id, amzn1.ask.skill.…"
            )
        if self.skill_id and not _SKILL_ID.fullmatch(self.skill_id):
            raise SettingsError(
                "SKILL_ID is not an application id; copy the one that begins with amzn1.ask.skill. "
                "from the developer console"
            )

    @classmethod
    def from_environment(
        cls, environ: Mapping[str, str] | None = None, *, local: bool = False
    ) -> Settings:
        """Read SKILL_ID and SKILL_VERIFY.

        In: the environment; whether the service is for this machine alone, which alone may switch
        verification off. Errors: SettingsError, one sentence.
        """
        environ = os.environ if environ is None else environ
        verify = environ.get("SKILL_VERIFY", "on").strip().lower()
        if verify not in ("on", "off"):
            raise SettingsError(f"SKILL_VERIFY is `{verify}`; set it to on, or leave it out")
        if verify == "off" and not local:
            raise SettingsError(
                "SKILL_VERIFY is off, which only `python -m skill serve --local` accepts; "
                "take the setting out"
            )
        return cls(skill_id=environ.get("SKILL_ID", "").strip() or None, verify=verify == "on")
