"""The web door: Alexa's endpoint, every request verified before it is read."""

from skill.web.app import create_app

__all__ = ["create_app"]
