"""The compiled form is used only while it is what its sources say."""

from __future__ import annotations

from pathlib import Path

import pytest

from skill.library.problem import ContentError
from skill.library.sources import compile_documents, read_documents, source_files


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with one content file."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "one.yaml").write_text("brief: as written\n", encoding="utf-8")
    return tmp_path


def _said(checkout: Path, compiled: Path) -> object:
    return read_documents(checkout, compiled)["content/one.yaml"].data["brief"]


def test_yaml_is_read_where_nothing_is_compiled(checkout: Path) -> None:
    """A checkout needs no build step."""
    assert _said(checkout, checkout / "compiled.json") == "as written"


def test_the_compiled_form_is_read_while_its_sources_match(checkout: Path) -> None:
    """With matching hashes the compiled form answers, without parsing YAML."""
    compiled = checkout / "compiled.json"
    text = compile_documents(source_files(checkout))
    compiled.write_text(text.replace("as written", "as compiled"), encoding="utf-8")

    assert _said(checkout, compiled) == "as compiled"


def test_an_edited_file_is_heard_at_once(checkout: Path) -> None:
    """After an edit the YAML is read, whatever was compiled before."""
    compiled = checkout / "compiled.json"
    compiled.write_text(compile_documents(source_files(checkout)), encoding="utf-8")
    (checkout / "content" / "one.yaml").write_text("brief: as edited\n", encoding="utf-8")

    assert _said(checkout, compiled) == "as edited"


def test_an_added_file_is_heard_at_once(checkout: Path) -> None:
    """A new file makes the compiled form stale too."""
    compiled = checkout / "compiled.json"
    compiled.write_text(compile_documents(source_files(checkout)), encoding="utf-8")
    (checkout / "content" / "two.yaml").write_text("brief: new\n", encoding="utf-8")

    assert "content/two.yaml" in read_documents(checkout, compiled)


def test_the_compiled_form_alone_is_enough(checkout: Path, tmp_path: Path) -> None:
    """Outside a checkout, as in a wheel, the compiled form is read."""
    compiled = tmp_path / "compiled.json"
    compiled.write_text(compile_documents(source_files(checkout)), encoding="utf-8")

    assert _said(tmp_path / "elsewhere", compiled) == "as written"


def test_compiling_twice_gives_the_same_bytes(checkout: Path) -> None:
    """The compiled form follows from its sources alone."""
    files = source_files(checkout)

    assert compile_documents(files) == compile_documents(dict(reversed(files.items())))


def test_without_sources_or_compiled_form_the_start_says_so(tmp_path: Path) -> None:
    """An installation with no content at all is told in one sentence."""
    with pytest.raises(ContentError, match="install the package again"):
        read_documents(tmp_path, tmp_path / "compiled.json")


def test_every_unreadable_file_is_named(checkout: Path) -> None:
    """Two broken files are two problems, in one run."""
    (checkout / "content" / "two.yaml").write_bytes(b"brief: \xff\n")
    (checkout / "content" / "three.yaml").write_text("a: [\n", encoding="utf-8")

    with pytest.raises(ContentError) as caught:
        read_documents(checkout, checkout / "compiled.json")

    assert [problem.file for problem in caught.value.problems] == [
        "content/three.yaml",
        "content/two.yaml",
    ]
