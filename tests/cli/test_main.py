"""What a command line does, and the code it ends with."""

from importlib.metadata import version
from pathlib import Path
from typing import Self

import pytest

from tuireader.cli.main import main

STORY = "Keir Starmer flew to Washington.\n\nKeir Starmer will be back on Friday."


@pytest.fixture
def story(tmp_path: Path) -> str:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return str(path)


def test_a_command_ends_with_0(story: str) -> None:
    assert main(["sections", story]) == 0


def test_a_missing_file_is_one_line_and_ends_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["text", "missing\x1b[31m.txt"]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("tuireader: cannot find 'missing")
    assert printed.err.count("\n") == 1
    assert "\x1b" not in printed.err


def test_one_bad_file_among_several_ends_with_1_after_the_rest(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["text", story, "missing.txt", story]) == 1
    assert capsys.readouterr().out == f"{STORY}\n" * 2


def test_an_unknown_actor_ends_with_2_and_prints_no_rows(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mentions", story, "--actor", "Keir Starmr", "--format", "csv"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "did you mean Keir Starmer?" in printed.err


@pytest.mark.parametrize(
    "words", [["actors"], ["actors", "x.txt", "--format", "xml"], ["actors", "x", "--kind", "dog"]]
)
def test_wrong_use_ends_with_2(words: list[str]) -> None:
    with pytest.raises(SystemExit) as exited:
        main(words)
    assert exited.value.code == 2


def test_an_unknown_option_is_one_harmless_line(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["actors", story, "--colour\x1b[31m"]) == 2
    printed = capsys.readouterr().err
    assert printed.startswith("tuireader: cannot understand '--colour")
    assert "\x1b" not in printed


@pytest.mark.parametrize("words", [["a.txt", "b.txt", "c.txt"], ["read", "a.txt", "b.txt"]])
def test_several_documents_for_the_reader_are_refused_with_what_to_do(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    printed = capsys.readouterr().err
    assert printed.startswith("tuireader: cannot open 'a.txt' and 'b.txt' together: the reader opens one document")
    assert "`tuireader actors a.txt b.txt`" in printed


def test_a_misspelt_command_is_told_how_it_is_spelt(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mention", "a.txt"]) == 2
    assert "did you mean `tuireader mentions a.txt`?" in capsys.readouterr().err


def test_options_are_not_abbreviated(story: str) -> None:
    assert main(["actors", story, "--form", "json"]) == 2


def test_output_goes_into_a_file(story: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["text", story, "--output", str(tmp_path / "out.txt")]) == 0
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == f"{STORY}\n"
    assert capsys.readouterr().out == ""


def test_a_document_is_never_overwritten_by_its_own_output(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["text", story, "--output", story]) == 2
    assert "it is one of the documents" in capsys.readouterr().err
    assert Path(story).read_text(encoding="utf-8") == STORY


def test_a_file_that_cannot_be_written_ends_with_1(story: str, tmp_path: Path) -> None:
    assert main(["text", story, "--output", str(tmp_path / "missing" / "out.txt")]) == 1


class Interrupted:
    """A standard input at which the person presses Ctrl-C."""

    @property
    def buffer(self) -> Self:
        return self

    def read(self) -> bytes:
        raise KeyboardInterrupt


def test_an_interruption_is_quiet_and_ends_with_130(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", Interrupted())
    assert main(["text", "-"]) == 130
    assert capsys.readouterr() == ("", "")


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"tuireader {version('tuireader')}\n"
