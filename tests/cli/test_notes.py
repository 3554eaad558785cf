"""`tuireader notes` prints what a reader has marked, also when the file has changed meanwhile."""

import json
from pathlib import Path

import pytest

from tuireader.cli.main import main
from tuireader.domain.anchor import Anchor, anchor_of
from tuireader.domain.notes import Note
from tuireader.domain.span import Span
from tuireader.engine.library import open_library
from tuireader.settings import Settings

STORY = "Keir Starmer flew to Washington.\n\nKeir Starmer will be back on Friday."


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.fixture
def noted(story: Path, store: Path) -> Path:
    """A story with a note on its last word and a bookmark on its first words."""
    library = open_library(Settings(cache_folder=store, data_folder=store))
    document = library.load(str(story))
    for number, (words, told) in enumerate([("Friday", "which one?"), ("Keir Starmer", "")]):
        start = STORY.index(words)
        note = Note(words, anchor_of(STORY, Span(start, start + len(words))), told, float(number))
        library.notebook.keep_note(document.id, str(story), note)
    return story


def test_notes_are_printed_by_place(noted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["notes", str(noted), "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(row["words"], row["note"], row["start"]) for row in rows] == [
        ("Keir Starmer", "", 0),
        ("Friday", "which one?", STORY.index("Friday")),
    ]
    assert rows[0]["made"] == "1970-01-01T00:00:01Z"


def test_a_changed_file_has_its_notes_and_those_that_are_lost(noted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    noted.write_text(f"A new beginning.\n\n{STORY.replace('Friday', 'Sunday')}", encoding="utf-8")
    assert main(["notes", str(noted), "--format", "csv"]) == 0
    rows = capsys.readouterr().out.splitlines()[1:]
    assert rows[0].split(",")[2:5] == ["18", "30", "Keir Starmer"]
    assert rows[1].split(",")[1:6] == ["", "", "", "Friday", "which one?"]


def test_notes_are_printed_as_markdown(noted: Path, tmp_path: Path) -> None:
    assert main(["notes", str(noted), "--format", "markdown", "--output", str(tmp_path / "notes.md")]) == 0
    written = (tmp_path / "notes.md").read_text(encoding="utf-8")
    assert "> Keir Starmer\n" in written
    assert written.endswith("> Friday\n\nwhich one?\n")


@pytest.mark.parametrize(("form", "printed"), [("table", ""), ("json", "[]\n"), ("markdown", "")])
def test_without_notes_there_are_no_rows(
    story: Path, form: str, printed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["notes", str(story), "--format", form]) == 0
    assert capsys.readouterr() == (printed, "")


def test_nothing_is_told_where_nothing_is_remembered(noted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["notes", str(noted), "--private"]) == 2
    printed = capsys.readouterr()
    assert (printed.out, printed.err.count("\n")) == ("", 1)
    assert printed.err.startswith("tuireader: cannot tell notes: nothing is remembered with --private")


def test_a_damaged_notebook_is_one_line(noted: Path, store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (store / "notebook.db").write_bytes(b"damaged" * 900)
    assert main(["notes", str(noted)]) == 1
    assert capsys.readouterr() == ("", "tuireader: the notebook was damaged: it is now notebook-damaged-1.db\n")


def test_nothing_harmful_is_printed(noted: Path, store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library = open_library(Settings(cache_folder=store, data_folder=store))
    harmful = Note("h", Anchor("\x1b]52;c;\x07\u202e", "\x9b", "", 0, 9), "\x1b[31m\x00 red", 5.0)
    library.notebook.keep_note(library.load(str(noted)).id, "", harmful)
    for form in ("table", "json", "jsonl", "csv", "markdown"):
        assert main(["notes", str(noted), "--format", form]) == 0
        printed = capsys.readouterr().out
        assert "red" in printed
        assert not {"\x1b", "\x07", "\x00", "\x9b", "\u202e"} & set(printed)


def test_a_report_has_notes_below_their_paragraphs_only_if_they_are_wanted(
    noted: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", str(noted)]) == 0
    assert "which one?" not in capsys.readouterr().out
    assert main(["report", str(noted), "--notes"]) == 0
    page = capsys.readouterr().out
    assert page.count("<q>Friday</q> which one?") == page.count("<q>Keir Starmer</q>") == 2
    assert page.index("Washington.</p>") < page.index('<aside id="n0"><q>Keir Starmer</q></aside>')
    assert page.index("will be back") < page.index('<aside id="n1">')


def test_a_report_in_private_has_no_notes(noted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "--private", str(noted), "--notes"]) == 2
    assert "nothing is remembered" in capsys.readouterr().err
