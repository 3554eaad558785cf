"""Corrections are listed, printed as a file, and taken over, and every command finds the corrected actors."""

import json
from pathlib import Path

import pytest

from tuireader.cli.main import main
from tuireader.store.corrections import read

FILE = """
[[correction]]
reject = { country = "Norway" }

[[correction]]
rename = { person = "Nobody" }
name = "Somebody"
"""


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TUIREADER_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("TUIREADER_CACHE", str(tmp_path / "cache"))
    path = tmp_path / "talks.txt"
    path.write_text("Angela Merkel met Keir Starmer in Norway, said Angela Merkel.\n", encoding="utf-8")
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "theirs.toml"
    file.write_text(FILE, encoding="utf-8")
    return file


def names(path: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    assert main(["actors", str(path), "--format", "json"]) == 0
    return [actor["name"] for actor in json.loads(capsys.readouterr().out)]


def test_the_file_beside_a_document_holds_for_every_command(
    path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "Norway" in names(path, capsys)
    file.rename(path.with_name("talks.actors.toml"))
    assert names(path, capsys) == ["Angela Merkel", "Keir Starmer"]


def test_corrections_are_taken_over_once(path: Path, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["corrections", str(path), "--import", str(file)]) == 0
    assert capsys.readouterr().out == "2 taken over, 1 of them speak of nobody in this text; 0 were here already\n"
    assert main(["corrections", str(path), "--import", str(file)]) == 0
    assert capsys.readouterr().out == "0 taken over; 2 were here already\n"
    assert names(path, capsys) == ["Angela Merkel", "Keir Starmer"]


def test_a_list_says_what_holds_and_where_it_comes_from(
    path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["corrections", str(path), "--import", str(file)]) == 0
    beside = path.with_name("talks.txt.actors.toml")
    beside.write_text('[[correction]]\nretype = { person = "Keir Starmer" }\nkind = "organisation"\n', encoding="utf-8")
    capsys.readouterr()
    assert main(["corrections", str(path), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == [
        {"correction": "Keir Starmer is an organisation", "holds": "yes", "from": "file"},
        {"correction": "Norway is no actor", "holds": "yes", "from": "reader"},
        {"correction": "Nobody is called Somebody", "holds": "no", "from": "reader"},
    ]


def test_what_is_exported_can_be_imported(path: Path, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["corrections", str(path), "--import", str(file)]) == 0
    exported = path.with_name("out.toml")
    assert main(["corrections", str(path), "--export", "--output", str(exported)]) == 0
    assert read(exported.read_text(encoding="utf-8")) == read(FILE)
    capsys.readouterr()
    assert main(["corrections", str(path), "--export"]) == 0
    assert capsys.readouterr().out == exported.read_text(encoding="utf-8")


def test_an_export_never_takes_the_place_of_its_document(path: Path) -> None:
    before = path.read_bytes()
    assert main(["corrections", str(path), "--export", "--output", str(path)]) == 2
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"[[correction]]\nmerge = 1\n", "correction 1: merge must be like"),
        (b"\xff\xfe", "it is not in UTF-8"),
        (b"#" * 4_000_001, "it is too large"),
        (None, "no such file or directory"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_line_and_changes_nothing(
    path: Path, file: Path, data: bytes | None, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file.unlink()
    if data is not None:
        file.write_bytes(data)
    assert main(["corrections", str(path), "--import", str(file)]) == 1
    said = capsys.readouterr().err
    assert said.startswith("tuireader: cannot read 'theirs.toml': ")
    assert words in said
    assert said.count("\n") == 1
    assert "Norway" in names(path, capsys)


def test_a_file_beside_the_document_that_cannot_be_read_is_told_and_the_rest_goes_on(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path.with_name("talks.actors.toml").write_text("x", encoding="utf-8")
    assert main(["actors", str(path)]) == 0
    printed = capsys.readouterr()
    assert printed.err.startswith("tuireader: cannot read 'talks.actors.toml': it is no TOML")
    assert "Norway" in printed.out


@pytest.mark.parametrize("words", [[], ["--format", "csv"]])
def test_a_list_without_those_of_a_file_that_cannot_be_read_is_told_as_failed(
    path: Path, file: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["corrections", str(path), "--import", str(file)]) == 0
    path.with_name("talks.actors.toml").write_text("[[correction]]\nmerge = 1\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["corrections", str(path), *words]) == 1
    printed = capsys.readouterr()
    assert printed.err.startswith("tuireader: cannot read all of 'talks.actors.toml': correction 1: merge must be like")
    assert "Norway" in printed.out


@pytest.mark.parametrize("damage", ["x", "[[correction]]\nmerge = 1\n"])
def test_a_file_that_cannot_be_read_is_never_written_over(path: Path, damage: str) -> None:
    beside = path.with_name("talks.actors.toml")
    beside.write_text(FILE + damage, encoding="utf-8")
    assert main(["corrections", str(path), "--export", "--output", str(beside)]) == 1
    assert beside.read_text(encoding="utf-8") == FILE + damage


def test_what_can_be_understood_of_a_file_holds(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path.with_name("talks.actors.toml").write_text(f"[[correction]]\nsame = 3\n{FILE}", encoding="utf-8")
    assert "Norway" not in names(path, capsys)
    assert main(["actors", str(path)]) == 0
    assert "correction 1: it says nothing of merge" in capsys.readouterr().err


def test_nothing_is_imported_in_private(path: Path, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["corrections", "--private", str(path), "--import", str(file)]) == 2
    assert "--private" in capsys.readouterr().err
