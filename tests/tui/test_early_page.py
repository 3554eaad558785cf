"""The page that is written before the screen is there: the screen only adds to it, and keys are not lost meanwhile."""

import os
import signal
import sys
import time
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals of this kind", allow_module_level=True)

import pyte
from pyte.screens import Char

from tests.tui.terminal import PROGRAM, Terminal, run_in_terminal
from tuireader.cli.first_frame import frame
from tuireader.domain.reading import ReadingState
from tuireader.loaders import registry
from tuireader.look import Look
from tuireader.store.notebook import SqliteNotebook
from tuireader.typeset.palette import PALETTES

SIZES = [(120, 40), (200, 60), (100, 30), (119, 24), (99, 24), (80, 25), (60, 12), (59, 20), (31, 13), (130, 13)]
TITLE = "The peacekeeping plan for Ukraine"

STYLES = """\
# a title with *emphasis*

some words with *emphasis*, **weight**, `code`, ~~what was struck~~, a [link](https://example.org) and 海 and é.

## a second level

> what is quoted, with *emphasis*, and long enough that it needs more than one line on a screen of any usual width here
>
> > and once more

### a third level

- an item
    - another one
- a third

| one | two |
|-----|-----|
| a   | b   |

    code that is indented

---

"""
PLAIN = "\n\n".join(f"paragraph {number} " + "of words without names " * (number % 9) for number in range(60))


@pytest.fixture(params=["styles", "plain", "short"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    text = {"styles": STYLES + PLAIN, "plain": PLAIN, "short": "one line and no more"}[request.param]
    path = tmp_path / ("way.md" if request.param == "styles" else "way.txt")
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_screen_changes_nothing_on_the_page_and_only_adds_to_it(path: Path, size: tuple[int, int]) -> None:
    _compare(path, Look(), size, "--private")


@pytest.mark.parametrize("size", [(120, 40), (100, 30), (80, 25)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("theme", PALETTES)
def test_that_holds_for_a_look_that_was_chosen(
    theme: str, size: tuple[int, int], store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, settings = tmp_path / "way.md", tmp_path / "settings.toml"
    path.write_text(STYLES + PLAIN, encoding="utf-8")
    settings.write_text("[text]\nwidth = 51\nmargin = 5\nspacing = 1\n", encoding="utf-8")
    monkeypatch.setenv("TUIREADER_CONFIG", str(settings))
    SqliteNotebook(store / "notebook.db").choose({"theme": theme, "sidebar": 45, "width": 60})
    _compare(path, Look(theme, width=51, margin=5, spacing=1, sidebar=45), size)


def _compare(path: Path, look: Look, size: tuple[int, int], *options: str) -> None:
    """Compare the page that is written early with the first frame of the screen."""
    state = ReadingState(registry.load(path.read_bytes(), str(path)))
    columns, rows = size
    early = _shown(frame(state, look, *size), size)
    with run_in_terminal(*PROGRAM, *options, str(path), size=size, TUIREADER_EARLY_PAGE="0") as terminal:
        terminal.wait_until(lambda: terminal.cells[rows - 1][columns - 1].bg != "default", "a whole frame")
        first = terminal.cells
    left = look.pane_in("sidebar", columns) if columns >= 100 else 0
    for y in range(rows):
        for x in range(columns):
            is_text = 0 < y < rows - 1 and left <= x < columns - 1
            if is_text or (early[y][x].data != " " and x < columns - 1):
                assert early[y][x] == first[y][x], f"row {y}, column {x}"
            assert early[y][x].bg == first[y][x].bg, f"row {y}, column {x}"


def test_a_page_is_there_before_the_screen_and_the_terminal_is_taken_but_once(path: Path) -> None:
    with run_in_terminal(*PROGRAM, "--private", str(path)) as terminal:
        before = terminal.settings
        terminal.wait_until(lambda: terminal.cells[39][119].bg != "default", "the page")
        early = terminal.output
        terminal.wait_for("q quit")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert (terminal.settings, terminal.modes_left) == (before, set())
    assert b"\x1b[?1004h" not in early
    assert terminal.output.count(b"\x1b[?1049h") == 1


def test_a_document_that_was_left_elsewhere_is_shown_there_at_once(tmp_path: Path) -> None:
    path = tmp_path / "way.txt"
    path.write_text(PLAIN, encoding="utf-8")
    with run_in_terminal(*PROGRAM, str(path)) as terminal:
        terminal.wait_for("paragraph 0")
        terminal.press("G")
        terminal.wait_for("paragraph 59")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    with run_in_terminal(*PROGRAM, str(path)) as terminal:
        terminal.wait_for("100%")
        terminal.press("q")
        terminal.wait_for_end()
    early, _, _ = terminal.output.partition(b"\x1b[?1004h")
    assert (b"paragraph 59" in early, b"paragraph 0" in early) == (True, False)


def test_a_large_text_is_seen_before_all_of_it_is_read_unless_it_was_left_further_down(tmp_path: Path) -> None:
    path = tmp_path / "way.txt"
    path.write_text(PLAIN + "\n\nwords that go on and on\n\n" * 100_000 + "the end", encoding="utf-8")
    for first, other in ((b"paragraph 0", b"the end"), (b"the end", b"paragraph 0")):
        with run_in_terminal(*PROGRAM, str(path)) as terminal:
            terminal.wait_for(first.decode())
            terminal.wait_for("q quit")
            terminal.wait_until(partial(_is_at_end, terminal), "the end of all of it")
            terminal.press("q")
            assert terminal.wait_for_end() == 0
        early, _, _ = terminal.output.partition(b"\x1b[?1004h")
        assert other not in early


def test_keys_that_are_typed_on_the_early_page_are_obeyed_by_the_screen() -> None:
    with run_in_terminal(*PROGRAM, "--private") as terminal:
        terminal.wait_until(lambda: terminal.shows(TITLE), "the page")
        terminal.press("fstar\rnn")
        terminal.wait_for("mention 3/")
        assert b"fstar" not in terminal.output


@pytest.mark.parametrize("moment", [0.0, 0.1, 0.2, 0.3])
@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGHUP])
def test_whoever_is_told_to_end_at_the_beginning_leaves_the_terminal_as_it_was(
    ending: signal.Signals, moment: float
) -> None:
    with run_in_terminal(*PROGRAM, "--private") as terminal:
        before = terminal.settings
        terminal.wait_for(TITLE)
        time.sleep(moment)
        os.kill(terminal.pid, ending)
        terminal.wait_for_end()
        assert (terminal.settings, terminal.modes_left) == (before, set())


def test_a_document_that_turns_out_unreadable_leaves_one_line_and_the_terminal_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "way.md"
    path.write_text("words\n\n" * 20_000, encoding="utf-8")
    with run_in_terminal(*PROGRAM, "--private", str(path), TUIREADER_MODEL=str(tmp_path / "none")) as terminal:
        before = terminal.settings
        terminal.wait_for("cannot")
        assert terminal.wait_for_end() == 1
        assert (terminal.settings, terminal.modes_left) == (before, set())


@pytest.mark.parametrize("variable", ["TUIREADER_EARLY_PAGE=0", "COLORTERM=", "NO_COLOR=1"])
def test_there_is_no_early_page_where_it_is_not_wanted_or_might_look_otherwise(variable: str) -> None:
    with run_in_terminal("env", variable, *PROGRAM, "--private") as terminal:
        terminal.wait_for(TITLE)
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    assert TITLE.encode() not in terminal.output.split(b"\x1b[?1004h")[0]


def _is_at_end(terminal: Terminal) -> bool:
    """Go to the end, and look whether it is that of the whole text."""
    terminal.press("G")
    return terminal.shows("the end")


def _shown(output: str, size: tuple[int, int]) -> Mapping[int, Mapping[int, Char]]:
    screen = pyte.Screen(*size)
    pyte.Stream(screen).feed(output)
    return screen.buffer
