"""A file becomes a document, or an error that fits one line and names the file."""

import io
import os
import sys
import unicodedata
from collections.abc import Callable
from concurrent.futures import BrokenExecutor
from dataclasses import fields
from pathlib import Path

import pytest

from tests.engine.executors import FailingExecutor, SerialExecutor
from tuireader.domain.actor import MentionForm
from tuireader.domain.document import Document
from tuireader.domain.index import Index
from tuireader.engine.library import Library
from tuireader.errors import DocumentError, DocumentNotFoundError, ModelError, UnreadableError
from tuireader.settings import Settings

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0

Spoil = Callable[[Path], None]


def refusal(path: Path | str) -> DocumentError:
    with pytest.raises(DocumentError) as caught:
        Library(Settings()).load(str(path))
    return caught.value


def leave_out(path: Path) -> None:
    assert not path.exists()


def make_empty(path: Path) -> None:
    path.write_bytes(b"")


def fill_with_spaces(path: Path) -> None:
    path.write_bytes(b" \n\t\n ")


def fill_with_bytes(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 20)


def spoilers() -> list[Spoil]:
    return [leave_out, Path.mkdir, make_empty, fill_with_spaces, fill_with_bytes]


@pytest.mark.parametrize("spoil", spoilers())
def test_an_error_names_the_file(tmp_path: Path, spoil: Spoil) -> None:
    path = tmp_path / "boats.txt"
    spoil(path)
    assert f"'{path}'" in str(refusal(path))


@pytest.mark.parametrize("spoil", spoilers())
def test_an_error_is_one_line_and_says_what_to_do(tmp_path: Path, spoil: Spoil) -> None:
    path = tmp_path / "boats.txt"
    spoil(path)
    message = str(refusal(path))
    assert len(message.splitlines()) == 1 and message.startswith("cannot ") and ": " in message


@pytest.mark.skipif(os.name == "nt", reason="no such names on Windows")
@pytest.mark.parametrize("spoil", spoilers())
@pytest.mark.parametrize("name", ["a\x1b[31mb.txt", "a\nb\r.txt", "a\u202etxt.b.txt", "a\x9bb.txt"], ids=ascii)
def test_no_control_character_of_a_name_reaches_the_terminal(tmp_path: Path, spoil: Spoil, name: str) -> None:
    path = tmp_path / name
    spoil(path)
    message = str(refusal(path))
    assert not [each for each in message if unicodedata.category(each) in ("Cc", "Cs") or each == "\u202e"]


@pytest.mark.skipif(os.name == "nt", reason="no such names on Windows")
def test_a_name_that_is_not_unicode_can_be_shown() -> None:
    assert "a\N{REPLACEMENT CHARACTER}.txt" in str(refusal(os.fsdecode(b"a\xff.txt"))).encode().decode()


def test_a_missing_file_is_not_found(tmp_path: Path) -> None:
    assert isinstance(refusal(tmp_path / "none.txt"), DocumentNotFoundError)


def test_a_folder_is_told_to_be_one(tmp_path: Path) -> None:
    error = refusal(tmp_path)
    assert isinstance(error, UnreadableError) and "folder" in str(error)


def test_an_empty_file_is_told_to_be_empty(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    make_empty(path)
    error = refusal(path)
    assert isinstance(error, UnreadableError) and "empty" in str(error)


def test_a_binary_file_is_told_to_be_binary(tmp_path: Path) -> None:
    path = tmp_path / "bytes.txt"
    fill_with_bytes(path)
    error = refusal(path)
    assert isinstance(error, UnreadableError) and "binary" in str(error)


@pytest.mark.skipif(IS_ROOT or os.name == "nt", reason="nothing is forbidden to this user")
def test_a_forbidden_file_is_told_to_be_forbidden(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("Ada")
    path.chmod(0)
    error = refusal(path)
    assert isinstance(error, UnreadableError) and "permission" in str(error)


def test_a_path_through_a_file_is_an_error_to_show(tmp_path: Path) -> None:
    path = tmp_path / "boats.txt"
    path.write_text("Ada")
    assert str(path / "deeper.txt") in str(refusal(path / "deeper.txt"))


def test_a_name_that_is_too_long_is_an_error_to_show() -> None:
    assert isinstance(refusal("x" * 5000), DocumentError)


def test_a_name_that_no_file_can_have_is_an_error_to_show() -> None:
    assert isinstance(refusal("a\0b.txt"), DocumentError)


def test_a_file_is_read_from_its_path(tmp_path: Path) -> None:
    path = tmp_path / "boats.txt"
    path.write_text("Ada met Bo.", encoding="utf-8")
    assert Library(Settings()).load(str(path)).text == "Ada met Bo."


def test_a_tilde_is_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    (tmp_path / "boats.txt").write_text("Ada met Bo.", encoding="utf-8")
    assert Library(Settings()).load("~/boats.txt").text == "Ada met Bo."


def test_a_tilde_that_is_no_users_home_is_part_of_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("~draft of boats.txt").write_text("Ada met Bo.", encoding="utf-8")
    assert Library(Settings()).load("~draft of boats.txt").text == "Ada met Bo."


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Ada met Bo.")))
    assert Library(Settings()).load("-").text == "Ada met Bo."


def test_nothing_on_standard_input_is_an_error_to_show(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    assert "'-'" in str(refusal("-"))


def test_loading_needs_no_model(tmp_path: Path, briefing_path: Path) -> None:
    assert Library(Settings(model=tmp_path / "none.bin")).load(str(briefing_path)).paragraphs


def test_a_missing_model_is_an_error_to_show(tmp_path: Path, briefing: Document) -> None:
    with pytest.raises(ModelError):
        Library(Settings(model=tmp_path / "none.bin")).index(briefing)


def test_pronouns_are_left_out_unless_they_are_wanted(tmp_path: Path) -> None:
    path = tmp_path / "boats.txt"
    path.write_text("Angela Merkel smiled. She left.", encoding="utf-8")
    document = Library(Settings()).load(str(path))
    plain, full = (Library(Settings(has_pronouns=wanted)).index(document) for wanted in (False, True))
    assert [mention.form for mention in plain.mentions] == [MentionForm.NAME]
    assert [mention.form for mention in full.mentions] == [MentionForm.NAME, MentionForm.PRONOUN]


def test_a_document_is_opened_elsewhere_as_it_is_here(briefing_path: Path, briefing: Document) -> None:
    opened = Library(Settings()).begin(str(briefing_path), SerialExecutor())().document
    assert vars(opened).items() >= {field.name: getattr(briefing, field.name) for field in fields(Document)}.items()


def test_the_actors_of_a_small_document_are_found_while_it_is_opened(
    briefing_path: Path, briefing_index: Index
) -> None:
    index = Library(Settings()).begin(str(briefing_path), SerialExecutor())().index
    assert index is not None and index.mentions == briefing_index.mentions


def test_the_actors_of_a_large_document_are_left_for_later(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_text("Ada met Bo at the harbour.\n\n" * 15_000, encoding="utf-8")
    assert Library(Settings()).begin(str(path), SerialExecutor())().index is None


def test_a_document_is_opened_here_where_the_other_process_died(briefing_path: Path, briefing: Document) -> None:
    opened = Library(Settings()).begin(str(briefing_path), FailingExecutor(BrokenExecutor()))()
    assert opened.document.text == briefing.text


def test_what_was_piped_in_is_opened_here_where_the_other_process_died(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Ada met Bo at the harbour.")))
    opened = Library(Settings()).begin("-", FailingExecutor(BrokenExecutor()))()
    assert opened.document.text.startswith("Ada met Bo")


def test_a_file_that_was_changed_when_the_other_process_died_is_not_opened_as_the_former_one(tmp_path: Path) -> None:
    path = tmp_path / "boats.txt"
    path.write_text("Ada met Bo at the harbour.", encoding="utf-8")
    coming = Library(Settings()).begin(str(path), FailingExecutor(BrokenExecutor()))
    path.write_text("Ada never met Bo.", encoding="utf-8")
    with pytest.raises(UnreadableError, match=r"boats.txt.*changed meanwhile"):
        coming()


def test_what_cannot_be_read_is_told_before_anything_is_begun(tmp_path: Path) -> None:
    executor = FailingExecutor(BrokenExecutor())
    with pytest.raises(DocumentNotFoundError):
        Library(Settings()).begin(str(tmp_path / "none.txt"), executor)
    assert executor.submitted == 0


def test_what_is_not_text_is_told_when_it_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "bytes.txt"
    fill_with_bytes(path)
    wait_for_document = Library(Settings()).begin(str(path), SerialExecutor())
    with pytest.raises(UnreadableError):
        wait_for_document()


def test_every_mention_is_of_an_actor_of_the_index(briefing_index: Index) -> None:
    assert {mention.actor for mention in briefing_index.mentions} == {actor.id for actor in briefing_index.actors}


def test_mentions_of_a_document_are_in_order_and_inside_its_paragraphs(
    briefing: Document, briefing_index: Index
) -> None:
    spans = [mention.span for mention in briefing_index.mentions]
    paragraphs = [briefing.paragraphs[briefing.paragraph_at(span.start)].span for span in spans]
    assert spans == sorted(spans)
    assert [span.clip(paragraph) for span, paragraph in zip(spans, paragraphs, strict=True)] == spans
