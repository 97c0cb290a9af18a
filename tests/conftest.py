"""What the tests share: the real library, the real skill object, documents to break."""

from __future__ import annotations

import copy
from dataclasses import replace

import pytest

from skill.alexa.skill import AlexaSkill, build_skill
from skill.conversation.conversation import Conversation
from skill.library.library import Library, load_library
from skill.library.sources import CHECKOUT, read_documents
from skill.library.yaml_door import Document


@pytest.fixture(scope="session")
def library() -> Library:
    """The content and the interaction model of this checkout."""
    return load_library()


@pytest.fixture(scope="session")
def skill() -> AlexaSkill:
    """The skill object that Alexa, the command line and the console reach."""
    return build_skill()


@pytest.fixture(scope="session")
def conversation(skill: AlexaSkill) -> Conversation:
    """The conversation inside the skill object."""
    return skill.conversation


@pytest.fixture
def documents() -> dict[str, Document]:
    """The documents of this checkout, free to be broken."""
    return {
        file: replace(document, data=copy.deepcopy(document.data))
        for file, document in read_documents(CHECKOUT).items()
    }
