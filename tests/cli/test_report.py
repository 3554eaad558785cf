"""`tuireader report` writes a page for a browser."""

from pathlib import Path

import pytest

from tuireader.cli.main import main

TEXT = "Angela Merkel met Emmanuel Macron in Paris. Merkel left."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "meeting.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_report_is_the_same_in_a_file_and_on_standard_output(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written = path.with_suffix(".html")
    assert main(["report", str(path), "--output", str(written)]) == 0
    assert main(["report", str(path)]) == 0
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == (written.read_text(encoding="utf-8"), "")
    assert printed.out.count('title="Angela Merkel"') == 2


def test_a_report_never_takes_the_place_of_its_document(path: Path) -> None:
    assert main(["report", str(path), "--output", str(path)]) == 2
    assert path.read_text(encoding="utf-8") == TEXT


def test_a_document_that_is_not_there_makes_no_report(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written = path.with_suffix(".html")
    assert main(["report", str(path.with_name("none.txt")), "--output", str(written)]) == 1
    assert not written.exists()
    assert "none.txt" in capsys.readouterr().err
