"""`tuireader --recent` where there is no terminal, and commands that leave no trace."""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from tuireader.cli.main import main
from tuireader.domain.document import DocumentId
from tuireader.engine.library import open_library
from tuireader.settings import Settings
from tuireader.store.base import Recent


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text("Keir Starmer flew to Washington.", encoding="utf-8")
    return path


def _open(store: Path, paths: Iterable[Path]) -> None:
    notebook = open_library(Settings(data_folder=store)).notebook
    for at, path in enumerate(paths):
        path.touch()
        notebook.add_recent(Recent(str(path), DocumentId(str(at)), "", float(at)))


def test_paths_are_printed_the_latest_first(store: Path, tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.txt", "b.txt", "Zoë.txt")]
    _open(store, paths)
    command = [sys.executable, "-m", "tuireader", "--recent"]
    printed = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    assert printed.splitlines() == [str(path) for path in reversed(paths)]


def test_nothing_is_printed_where_nothing_was_opened() -> None:
    done = subprocess.run([sys.executable, "-m", "tuireader", "--recent"], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


@pytest.mark.parametrize("words", [["--recent", "a.txt"], ["--recent", "--private"]])
def test_what_makes_no_sense_with_recent_documents_is_refused(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    assert capsys.readouterr().err.startswith("tuireader: cannot ")


def test_a_command_keeps_what_it_made_and_remembers_nothing(story: Path, store: Path) -> None:
    assert main(["actors", str(story)]) == 0
    assert [path.name for path in store.iterdir()] == ["cache.db"]


@pytest.mark.parametrize("command", ["actors", "mentions", "sections", "text", "read"])
def test_a_private_command_leaves_no_trace(story: Path, store: Path, command: str) -> None:
    assert main([command, str(story), "--private"]) == 0
    assert not store.exists()


@pytest.mark.parametrize("command", ["actors", "mentions", "sections", "text"])
def test_the_second_time_a_command_prints_the_same(
    story: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main([command, str(story)])
    first = capsys.readouterr().out
    main([command, str(story)])
    assert capsys.readouterr().out == first != ""


def test_a_damaged_cache_changes_nothing(story: Path, store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["actors", str(story)])
    first = capsys.readouterr()
    (store / "cache.db").write_bytes(b"damaged" * 5_000)
    main(["actors", str(story)])
    assert capsys.readouterr() == first
