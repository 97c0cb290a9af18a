"""Where the documents come from: the YAML files of a checkout, or their compiled form in a wheel.

The compiled form is one JSON file with every document and the hash of the file it was made from. A
checkout uses it only while each hash matches, so an edited YAML file is always heard at once.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from skill.library.problem import ContentError, Problem
from skill.library.yaml_door import Document, read_document

CHECKOUT = Path(__file__).resolve().parents[2]
COMPILED = Path(__file__).with_name("compiled.json")
_FOLDERS = ("content", "interaction_model")


def read_documents(checkout: Path = CHECKOUT, compiled: Path = COMPILED) -> dict[str, Document]:
    """Read every document, by its file name.

    In: the folder that holds ``content/`` and ``interaction_model/``, and the compiled file.
    Errors: ContentError naming every file that can't be read.
    """
    files = source_files(checkout)
    ready = _compiled_documents(compiled, files)
    if ready is not None:
        return ready
    if not files:
        raise ContentError(
            [
                Problem(
                    "content",
                    "",
                    "content files or their compiled form",
                    "neither",
                    "install the package again or run in a full checkout",
                )
            ]
        )
    return _parsed(files)


def source_files(checkout: Path) -> dict[str, bytes]:
    """The YAML files of a checkout as bytes by relative name; empty outside a checkout."""
    return {
        path.relative_to(checkout).as_posix(): path.read_bytes()
        for folder in _FOLDERS
        for path in sorted((checkout / folder).rglob("*.yaml"))
    }


def compile_documents(files: Mapping[str, bytes]) -> str:
    """The compiled form of these source files, as JSON text that is the same for the same files."""
    documents = _parsed(files)
    compiled = {
        "hashes": {file: _hash(raw) for file, raw in files.items()},
        "documents": {file: document.data for file, document in documents.items()},
    }
    return json.dumps(compiled, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def _compiled_documents(compiled: Path, files: Mapping[str, bytes]) -> dict[str, Document] | None:
    """The compiled documents where they exist and were made from just these files."""
    if not compiled.exists():
        return None
    stored = json.loads(compiled.read_text(encoding="utf-8"))
    if files and stored["hashes"] != {file: _hash(raw) for file, raw in files.items()}:
        return None
    return {file: Document(file, data, {}) for file, data in stored["documents"].items()}


def _parsed(files: Mapping[str, bytes]) -> dict[str, Document]:
    documents: dict[str, Document] = {}
    problems: list[Problem] = []
    for file, raw in files.items():
        try:
            documents[file] = read_document(file, raw.decode("utf-8"))
        except UnicodeDecodeError:
            problems.append(
                Problem(file, "", "text in UTF-8", "other bytes", "save the file as UTF-8")
            )
        except ContentError as error:
            problems += error.problems
    if problems:
        raise ContentError(problems)
    return documents


def _hash(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()
