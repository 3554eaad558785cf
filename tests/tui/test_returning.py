"""The whole program in a real pseudo-terminal, more than once: what it remembers and what it leaves behind."""

import os
import signal
import sys
import time
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals of this kind", allow_module_level=True)

from tests.tui.terminal import PROGRAM, Terminal, run_in_terminal


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A text so large that its actors are not found before the first frame."""
    path = tmp_path / "large.txt"
    path.write_text("Angela Merkel met Keir Starmer in Norway.\n\n" * 9_000, encoding="utf-8")
    return path


def test_a_document_opens_where_it_was_left(path: Path) -> None:
    with run_in_terminal(*PROGRAM, str(path)) as terminal:
        terminal.wait_for("The long way")
        terminal.press("]]]")
        terminal.wait_for("§ Part 3")
        _quit(terminal)
    with run_in_terminal(*PROGRAM, str(path)) as terminal:
        terminal.wait_for("left off at")
        terminal.wait_for("§ Part 3")
        _quit(terminal)


@pytest.mark.parametrize("way_out", [signal.SIGTERM, signal.SIGKILL])
def test_the_place_of_a_reader_who_stopped_survives_a_kill(path: Path, store: Path, way_out: signal.Signals) -> None:
    with run_in_terminal(*PROGRAM, str(path)) as terminal:
        terminal.wait_for("The long way")
        terminal.press("]]]")
        terminal.wait_for("§ Part 3")
        terminal.wait_until((store / "notebook.db").exists, "the notebook")
        time.sleep(1.5)
        os.kill(terminal.pid, way_out)
        terminal.wait_for_end()
    with run_in_terminal(*PROGRAM, str(path)) as terminal:
        terminal.wait_for("§ Part 3")
        _quit(terminal)


def test_a_note_is_kept_by_whoever_quits_at_once(path: Path) -> None:
    with run_in_terminal(*PROGRAM, str(path)) as terminal:
        terminal.wait_for("The long way")
        terminal.wait_for("m mark")
        terminal.press("mwhat a way\rq")
        terminal.wait_for_end()
    with run_in_terminal(*PROGRAM, str(path)) as terminal:
        terminal.wait_for("✎")
        terminal.press("M")
        terminal.wait_for("what a way")
        terminal.press("\x1b")
        terminal.wait_until(lambda: not terminal.shows("what a way"), "the text")
        _quit(terminal)


def test_a_note_survives_a_kill(path: Path, store: Path) -> None:
    with run_in_terminal(*PROGRAM, str(path)) as terminal:
        terminal.wait_for("m mark")
        terminal.press("mwhat a way\r")
        terminal.wait_for("✎ ")
        terminal.wait_until((store / "notebook.db").exists, "the notebook")
        time.sleep(0.5)
        os.kill(terminal.pid, signal.SIGKILL)
        terminal.wait_for_end()
    with run_in_terminal(*PROGRAM, str(path)) as terminal:
        terminal.wait_for("✎")
        _quit(terminal)


def test_the_first_frame_of_a_large_document_has_its_actors_the_second_time(large: Path, store: Path) -> None:
    with run_in_terminal(*PROGRAM, str(large)) as terminal:
        terminal.wait_for("Angela Merkel  ")
        terminal.wait_until(lambda: _size(store / "cache.db") > 500_000, "the cache")
        terminal.wait_until(lambda: "actors" not in terminal.rows[0], "all actors")
        time.sleep(0.5)
        _quit(terminal)
    with run_in_terminal(*PROGRAM, str(large)) as terminal:
        terminal.wait_for("§ ")
        _quit(terminal)
        assert b"Keir Starmer" in terminal.output
        assert b"actors 0%" not in terminal.output


def test_two_readers_of_one_document_do_not_disturb_each_other(path: Path) -> None:
    with run_in_terminal(*PROGRAM, str(path)) as one, run_in_terminal(*PROGRAM, str(path)) as other:
        for terminal, keys, section in ((one, "]]", "§ Part 2"), (other, "]]]]", "§ Part 4"), (one, "]", "§ Part 3")):
            terminal.wait_for("Sections")
            terminal.press(keys)
            terminal.wait_for(section)
        _quit(other)
        _quit(one)
    with run_in_terminal(*PROGRAM, str(path)) as terminal:
        terminal.wait_for("§ Part 3")


def test_recent_documents_are_picked_on_a_terminal(path: Path) -> None:
    with run_in_terminal(*PROGRAM, str(path)) as terminal:
        terminal.wait_for("The long way")
        terminal.press("]]]")
        terminal.wait_for("§ Part 3")
        _quit(terminal)
    with run_in_terminal(*PROGRAM, "--recent") as terminal:
        terminal.wait_for("The long way")
        terminal.press("\r")
        terminal.wait_for("§ Part 3")
        _quit(terminal)
        assert terminal.modes_left == set()


@pytest.mark.parametrize(("words", "variable"), [(["--private"], "0"), ([], "1")], ids=["option", "variable"])
def test_a_private_reader_leaves_no_trace(path: Path, store: Path, words: list[str], variable: str) -> None:
    with run_in_terminal(*PROGRAM, str(path), *words, TUIREADER_PRIVATE=variable) as terminal:
        terminal.wait_for("The long way")
        terminal.press("]]]")
        terminal.wait_for("§ Part 3")
        time.sleep(1.5)
        _quit(terminal)
    assert not store.exists()


def _quit(terminal: Terminal) -> None:
    terminal.press("q")
    assert terminal.wait_for_end() == 0


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
