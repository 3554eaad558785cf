"""What is said, with who says it and how sure that is."""

from pathlib import Path

import pytest

from tests.cli.harbour import TEXT, HarbourShelf
from tuireader.cli.documents import Documents
from tuireader.cli.main import main
from tuireader.cli.quotes import certain_sheet, sheet
from tuireader.errors import UsageError


def test_offsets_point_at_the_words(one: Documents) -> None:
    for row in sheet(one, ()).named():
        start, end = row["start"], row["end"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert " ".join(TEXT[start:end].split()) == row["text"]


def test_a_speaker_is_certain_or_uncertain_or_nobody(one: Documents) -> None:
    rows = [(row["speaker"], row["certainty"]) for row in sheet(one, ()).named()]
    assert rows == [("Zoë Marsh", "certain"), ("France", "uncertain"), (None, None)]


def test_only_what_some_actors_say_is_listed_by_any_of_their_names(one: Documents) -> None:
    assert [row["speaker"] for row in sheet(one, ["ZOE MARSH"]).named()] == ["Zoë Marsh"]
    assert [row["speaker"] for row in sheet(one, ["fr", "marsh"]).named()] == ["Zoë Marsh", "France"]
    assert list(sheet(one, ["bell"]).named()) == []


def test_only_certain_speakers_are_listed_if_that_is_wanted(one: Documents) -> None:
    assert [row["speaker"] for row in certain_sheet(one, ()).named()] == ["Zoë Marsh"]
    assert list(certain_sheet(one, ["france"]).named()) == []


def test_a_name_that_no_document_knows_is_an_error() -> None:
    documents = Documents(["harbour.txt"], HarbourShelf())
    with pytest.raises(UsageError, match=r"^cannot find an actor 'zoe mars': did you mean Zoë Marsh\?$"):
        list(sheet(documents, ["zoe mars"]).named())


def test_quotations_of_a_file_are_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "late.txt"
    path.write_text("“It is late,” said Angela Merkel.\n\n“Very late,” she added.\n\n“Is it?”", encoding="utf-8")
    assert main(["quotes", str(path), "--by", "angela merkel", "--format", "csv"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3
    assert main(["quotes", str(path), "--by", "angela merkel", "--certain", "--format", "csv"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_a_question_may_ask_for_a_speaker(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "late.txt"
    path.write_text("Angela Merkel came.\n\n“It is late,” said Angela Merkel.", encoding="utf-8")
    assert main(["paragraphs", str(path), "said:merkel", "--format", "csv"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2
