"""Documents come one after the other; a bad one stops nobody."""

import re
import time
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.harbour import MISSING, HarbourShelf
from tuireader.cli.documents import Documents
from tuireader.cli.progress import Progress
from tuireader.domain.document import Document

LONG = 1_000_000


@pytest.fixture
def long_file(tmp_path: Path) -> str:
    path = tmp_path / "long\x1b[31m.txt"
    path.write_bytes(bytes(LONG))
    return str(path)


def test_a_bad_document_is_reported_and_the_rest_go_on(capsys: pytest.CaptureFixture[str]) -> None:
    documents = Documents(["a.txt", MISSING, "b.txt"], HarbourShelf())
    assert [source for source, _ in documents] == ["a.txt", "b.txt"]
    assert capsys.readouterr() == ("", f"tuireader: cannot find '{MISSING}'\n")
    assert documents.exit_code == 1


def test_good_documents_end_with_0(several: Documents) -> None:
    assert len([index for _, _, index in several.indexed()]) == 2
    assert several.exit_code == 0


def test_a_long_work_shows_a_bar_on_standard_error(long_file: str, capsys: pytest.CaptureFixture[str]) -> None:
    list(Documents([long_file, "b.txt"], HarbourShelf(), is_watched=True))
    printed = capsys.readouterr()
    assert "100%" in printed.err
    assert printed.out == ""


def test_a_bar_moves_while_the_actors_of_one_document_are_found(
    long_file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    list(Documents([long_file], HarbourShelf(), is_watched=True).indexed())
    assert re.findall(r" (\d+)%\|", capsys.readouterr().err)[-3:] == ["10", "55", "100"]


def test_a_bar_shows_the_time_while_nothing_is_done(long_file: str, capsys: pytest.CaptureFixture[str]) -> None:
    with Progress([long_file], is_watched=True) as progress:
        progress.begin(long_file)
        capsys.readouterr()
        time.sleep(0.6)
        assert long_file[-4:] in capsys.readouterr().err


def test_a_bar_never_shows_a_control_character(long_file: str, capsys: pytest.CaptureFixture[str]) -> None:
    list(Documents([long_file], HarbourShelf(), is_watched=True))
    assert "\x1b[31m" not in capsys.readouterr().err


def test_a_report_stands_on_a_line_of_its_own(long_file: str, capsys: pytest.CaptureFixture[str]) -> None:
    with Progress([long_file], is_watched=True) as progress:
        progress.begin(long_file)
        progress.say("tuireader: no")
    assert "\rtuireader: no\n" in capsys.readouterr().err


@pytest.mark.parametrize("is_watched", [False, True])
def test_a_short_work_shows_no_bar(is_watched: bool, capsys: pytest.CaptureFixture[str]) -> None:
    list(Documents(["a.txt"], HarbourShelf(), is_watched=is_watched))
    assert capsys.readouterr().err == ""


def test_work_that_nobody_watches_shows_no_bar(long_file: str, capsys: pytest.CaptureFixture[str]) -> None:
    list(Documents([long_file], HarbourShelf()))
    assert capsys.readouterr().err == ""


def test_what_of_a_document_could_not_be_read_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    class Torn(HarbourShelf):
        def load(self, source: str, password: str = "") -> Document:
            return replace(super().load(source, password), warning="2 of 9 pages are damaged and left out")

    assert len(list(Documents(["a.pdf"], Torn()))) == 1
    assert capsys.readouterr().err == "tuireader: of 'a.pdf', 2 of 9 pages are damaged and left out\n"
