"""The first page, written before there is a screen to show it, so that reading begins while the program still loads.

It shows the title, the text and the panes without what is in them. The first frame of the screen is written over it and
only adds to it: both take their rows and inks from `typeset`, and a test compares them cell by cell.
"""

import os
import signal
import sys
import termios
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

from tuireader.cli.first_frame import frame
from tuireader.domain.reading import ReadingState
from tuireader.look import Look
from tuireader.settings import Settings
from tuireader.typeset.palette import PALETTES

_OPEN = "\x1b[?1049h\x1b[?25l"
_CLOSE = "\x1b[<u\x1b[?1000;1003;1004;1006;1015;2004;2048l\x1b[?1049l\x1b[?7;25h"
"""Undoes all that a screen may have asked of the terminal."""

_ENDINGS = (signal.SIGTERM, signal.SIGHUP)

_SMALLEST = (30, 12)


class EarlyPage:
    """A page on a terminal that is ours, until somebody takes it over or it is closed."""

    def __init__(self) -> None:
        """Begin with nothing written."""
        self._keyboard = sys.stdin.fileno()
        self._former: list[Any] = []
        self._endings: dict[signal.Signals, Any] = {}
        self._is_ours = False
        self.is_shown = False
        """Whether anything was written."""

    def show(self, state: ReadingState | None, look: Look) -> None:
        """Take the terminal, so that keys are kept for later and not shown, and write the page, if there is one."""
        if state is None or self.is_shown or look.theme not in PALETTES:
            return
        page = _OPEN + frame(state, look, *_size())
        self._former = termios.tcgetattr(self._keyboard)
        self._endings = {ending: signal.signal(ending, _end) for ending in _ENDINGS}
        self._is_ours = self.is_shown = True
        termios.tcsetattr(self._keyboard, termios.TCSANOW, _unechoed(self._former))
        self._write(page)

    def hand_over(self) -> None:
        """Let somebody else use the terminal as they find it, with the page on it."""
        self._is_ours = False
        termios.tcsetattr(self._keyboard, termios.TCSANOW, self._former)

    def close(self, *, is_orderly: bool) -> None:
        """Leave the terminal as it was, unless whoever it was handed over to has done so in an orderly way."""
        if not self.is_shown:
            return
        with suppress(OSError, termios.error):  # the terminal may be gone
            if self._is_ours or not is_orderly:
                self._write(_CLOSE)
            termios.tcsetattr(self._keyboard, termios.TCSANOW, self._former)
        for ending, former in self._endings.items():
            signal.signal(ending, former)

    @staticmethod
    def _write(data: str) -> None:
        assert sys.__stderr__ is not None
        sys.__stderr__.write(data)
        sys.__stderr__.flush()


@contextmanager
def early_page(settings: Settings) -> Iterator[EarlyPage | None]:
    """Hold the place for an early page, if one is wanted and the terminal is as it is mostly found.

    Yields:
        The page, empty as yet.
    """
    if not _is_possible(settings):
        yield None
        return
    page = EarlyPage()
    try:
        yield page
    except BaseException:
        page.close(is_orderly=False)
        raise
    page.close(is_orderly=True)


def _is_possible(settings: Settings) -> bool:
    """Whether the page would look as the first frame does, and whoever paints that knows how to take over."""
    environment: Mapping[str, str] = os.environ
    return (
        settings.has_early_page
        and not settings.is_colourless
        and environment.get("COLORTERM", "") in ("truecolor", "24bit")
        and "TEXTUAL_DRIVER" not in environment
        and sys.__stderr__ is not None
        and sys.__stderr__.isatty()
        and all(cells >= least for cells, least in zip(_size(), _SMALLEST, strict=True))
    )


def _size() -> tuple[int, int]:
    """Columns and rows of the terminal."""
    given = os.environ.get("COLUMNS", ""), os.environ.get("LINES", "")
    if all(number.isdigit() for number in given):
        return int(given[0]), int(given[1])
    with suppress(OSError):
        return os.get_terminal_size(sys.stdout.fileno())
    return 0, 0


def _unechoed(settings: list[Any]) -> list[Any]:
    """Settings of a terminal that passes every key on at once and as it is."""
    inward, outward, control, local, *rest = settings
    inward &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    local &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
    return [inward, outward, control, local, *rest]


def _end(number: int, _frame: object) -> None:
    sys.exit(128 + number)
