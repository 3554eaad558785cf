"""Formats that pandoc reads: what is made of its answer, and what is said where it is not there."""

import os
import shutil
import stat
from pathlib import Path

import pytest

from tests.loaders.packing import packed
from tests.loaders.rules import check_document
from tuireader.errors import MissingExtraError, UnreadableError
from tuireader.loaders import pandoc
from tuireader.loaders.detection import format_of
from tuireader.loaders.formats import THROUGH_PANDOC
from tuireader.loaders.registry import load

PAGE = """<html><head><title>The Ferry</title></head><body><header id="title-block-header">
<h1 class="title">The Ferry</h1>
</header><h1>One</h1><p>Words<a href="#fn1" class="footnote-ref"><sup>1</sup></a>.</p><section class="footnotes"><hr/>
<ol><li><p>The note.<a href="#fnref1" class="footnote-back">back</a></p></li></ol></section></body></html>"""

SAMPLES = {
    "odt": packed({"mimetype": "application/vnd.oasis.opendocument.text"}),
    "rtf": rb"{\rtf1 words}",
    "fb2": b'<?xml version="1.0"?>\n<FictionBook xmlns="x"><body/></FictionBook>',
    "tex": b"% a note\n\\documentclass{article}\n",
    "dbk": b'<?xml version="1.0"?><article xmlns="http://docbook.org/ns/docbook"/>',
    "ipynb": b'{\n "cells": [{"cell_type": "markdown"}], "nbformat": 4}',
}

only_where_scripts_run = pytest.mark.skipif(os.name == "nt", reason="no scripts that run by their first line")


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program called pandoc; what is written there is what it does."""
    path = tmp_path / "pandoc"
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    return path


def play(path: Path, script: str) -> None:
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


@only_where_scripts_run
def test_a_document_is_made_of_what_pandoc_answers(stand_in: Path, tmp_path: Path) -> None:
    (tmp_path / "page").write_text(PAGE, encoding="utf-8")
    play(stand_in, f'echo "$@" > {tmp_path}/words; cat > {tmp_path}/input; cat {tmp_path}/page')
    document = load(b"* One\nWords", "a.org")
    check_document(document)
    assert [section.title for section in document.sections] == ["The Ferry", "One"]
    assert document.text == "The Ferry\n\nOne\n\nWords[1].\n\n* * *\n\n1. The note."
    assert "--sandbox" in (tmp_path / "words").read_text() and "--from org" in (tmp_path / "words").read_text()
    assert (tmp_path / "input").read_bytes() == b"* One\nWords"


@only_where_scripts_run
@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("cat > /dev/null; echo 'bad\x1b[31m input' >&2; exit 64", "pandoc cannot read it as org: bad"),
        ("cat > /dev/null; echo 'Heap exhausted' >&2; exit 251", "more memory than it may have"),
        ("cat > /dev/null; echo 'Unknown option --sandbox' >&2; exit 2", "too old"),
        ("cat > /dev/null", "no words"),
    ],
)
def test_what_pandoc_cannot_do_is_an_error_to_show(stand_in: Path, script: str, words: str) -> None:
    play(stand_in, script)
    with pytest.raises(UnreadableError, match=rf"^cannot read 'a\.org': .*{words}") as caught:
        load(b"* One", "a.org")
    assert str(caught.value).isprintable()


@only_where_scripts_run
def test_pandoc_is_not_waited_for_for_ever(stand_in: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pandoc, "_PATIENCE", 0.2)
    play(stand_in, "exec sleep 60")
    with pytest.raises(UnreadableError, match="takes more than"):
        load(b"* One", "a.org")


@pytest.mark.parametrize("suffix", ["odt", "rtf", "fb2", "org", "rst", "tex", "dbk", "wiki", "ipynb"])
def test_without_pandoc_the_error_names_the_command_that_installs_it(
    suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    data = SAMPLES.get(suffix, b"words")
    with pytest.raises(MissingExtraError, match=r"install it with `.*pandoc"):
        load(data, f"a.{suffix}")


@pytest.mark.parametrize("suffix", SAMPLES)
def test_what_says_what_it_is_needs_no_name(suffix: str) -> None:
    found = format_of(SAMPLES[suffix], "a")
    assert found in THROUGH_PANDOC and f".{suffix}" in found.suffixes
