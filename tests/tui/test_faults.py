"""What may happen to a terminal program: other sizes, many at once, and a rest in the background."""

import os
import signal
import sys
import time
from functools import partial
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals of this kind", allow_module_level=True)

from tests.tui.terminal import PROGRAM, Terminal, run_in_terminal, state_of

_MOMENTS = 60
"""Looks at a screen after which it will not change by itself."""


@pytest.mark.parametrize("size", [(1, 1), (2, 3), (5, 2), (12, 4), (30, 8), (400, 120)], ids=str)
def test_any_size_of_terminal_will_do(path: Path, size: tuple[int, int]) -> None:
    with run_in_terminal(*PROGRAM, str(path), size=size) as terminal:
        terminal.wait_until(lambda: b"\x1b[?2026$p" in terminal.output, "the screen")
        terminal.press("f")
        terminal.press("ada\r")
        terminal.press("n]NG")
        terminal.press("\x1b")
        terminal.resize(120, 40)
        terminal.wait_until(
            lambda: terminal.shows("§ Part 12") and not terminal.shows("✕"), "Escape to be obeyed alone"
        )
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_sixty_resizes_in_a_second_keep_the_place(path: Path) -> None:
    with run_in_terminal(*PROGRAM, str(path)) as terminal:
        terminal.wait_for("The long way")
        terminal.press("]]]")
        terminal.wait_for("§ Part 3")
        for number in range(60):
            terminal.resize(40 + number * 37 % 150, 5 + number * 13 % 60)
            time.sleep(1 / 60)
        terminal.resize(120, 40)
        terminal.wait_for("§ Part 3")
        terminal.wait_until(lambda: any(row.strip() == "Part 3" for row in _text_rows(terminal.rows)), "its heading")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


@pytest.mark.parametrize("early", ["0", "1"])
def test_a_reader_goes_back_to_the_shell_and_returns_to_the_same_page(path: Path, early: str) -> None:
    with run_in_terminal(*PROGRAM, str(path), TUIREADER_EARLY_PAGE=early) as terminal:
        before = terminal.settings
        terminal.wait_for("The long way")
        terminal.press("]]]")
        terminal.wait_for("§ Part 3")
        for key in ("\x1a", ""):
            if key:
                terminal.press(key)
            else:
                os.kill(terminal.pid, signal.SIGTSTP)
            terminal.wait_until(lambda: state_of(terminal.pid) == "T", "a stop")
            terminal.wait_until(lambda: not terminal.modes_left, "the terminal as it was")
            assert terminal.settings == before
            os.kill(terminal.pid, signal.SIGCONT)
            terminal.wait_until(lambda: terminal.modes_left != set(), "the screen")
            terminal.wait_for("§ Part 3")
        terminal.press("]")
        terminal.wait_for("§ Part 4")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert (terminal.settings, terminal.modes_left) == (before, set())


@pytest.mark.parametrize("stop", [signal.SIGTSTP, signal.SIGSTOP])
def test_a_reader_that_is_stopped_again_and_again_still_obeys(path: Path, stop: signal.Signals) -> None:
    with run_in_terminal(*PROGRAM, str(path)) as terminal:
        terminal.wait_for("q quit")
        for _ in range(12):
            os.kill(terminal.pid, stop)
            terminal.wait_until(lambda: state_of(terminal.pid) == "T", "a stop")
            os.kill(terminal.pid, signal.SIGCONT)
        sizes: list[int] = []
        terminal.wait_until(partial(_is_quiet, terminal, sizes), "the end of all coming and going")
        for number in range(1, 9):
            terminal.press("]")
            terminal.wait_for(f"§ Part {number}")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert terminal.modes_left == set()


@pytest.mark.parametrize("mask", ["SIG_UNBLOCK", "SIG_BLOCK"])
def test_a_reader_ends_when_its_terminal_is_gone_even_if_no_signal_comes(path: Path, mask: str) -> None:
    start = f"signal.pthread_sigmask(signal.{mask}, [signal.SIGHUP]); os.execv(sys.argv[1], sys.argv[1:])"
    with run_in_terminal(sys.executable, "-c", f"import os, signal, sys; {start}", *PROGRAM, str(path)) as terminal:
        terminal.wait_for("q quit")
        pid = terminal.pid
        terminal.vanish()
        deadline = time.monotonic() + 60
        while state_of(pid) not in ("", "Z") and time.monotonic() < deadline:
            time.sleep(0.05)
        assert state_of(pid) in ("", "Z")


def _is_quiet(terminal: Terminal, sizes: list[int]) -> bool:
    """Whether a screen is there and nothing more comes: what is typed on the way back from a stop is lost."""
    sizes.append(len(terminal.output))
    return bool(terminal.modes_left) and sizes[-_MOMENTS:].count(sizes[-1]) == _MOMENTS


def _text_rows(rows: list[str]) -> list[str]:
    return [row[33:119] for row in rows]
