"""A program in a real pseudo-terminal: keys go in, and what comes out is looked at byte by byte or as a screen."""

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import pyte
from pyte.screens import Char

PROGRAM = (sys.executable, "-m", "tuireader")
"""The program as it is started here."""

_LAUNCH = """\
import fcntl, os, sys, termios
fcntl.ioctl(int(sys.argv[1]), termios.TIOCSCTTY, 0)
os.execvp(sys.argv[2], sys.argv[2:])
"""
"""Takes a terminal as the one that controls a new session, and becomes the program."""

_MOMENT = 0.05
_PATIENCE = 3_000
"""Moments that a busy machine may take for anything; counted, since its clock goes on while it stands still."""

_UNKNOWN = re.compile(r"\x1b\[[<=>?][0-9;:]*[ -/]*[@-~]|\x1b[P_^].*?\x1b\\", re.DOTALL)
"""Sequences that switch modes or ask questions, which change no cell; some of them the emulator takes for others."""

_UNFINISHED = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|[P_^\]](?:(?!\x1b\\|\x07).)*)?\Z", re.DOTALL)
_MODES = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
_COLOURS = {*range(30, 39), *range(40, 49), *range(90, 98), *range(100, 108)}
_USUALLY_ON = {7, 25}
"""Wrapping of lines, and the cursor."""


class Terminal:
    """A terminal of some size, and the program that runs in it."""

    def __init__(self, size: tuple[int, int]) -> None:
        self._master, self._slave = os.openpty()
        columns, rows = size
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._tail = ""
        self._is_gone = False
        self._process: subprocess.Popen[bytes] | None = None
        self.output = b""
        """Everything that the program wrote."""

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size, and tell the program."""
        self._screen.resize(rows, columns)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def start(self, command: Sequence[str], environment: Mapping[str, str], given: bytes | None = None) -> None:
        """Start a program; what it is given is its standard input, else that is the terminal."""
        self._process = subprocess.Popen(
            [sys.executable, "-c", _LAUNCH, str(self._slave), *command],
            stdin=self._slave if given is None else subprocess.PIPE,
            stdout=self._slave,
            stderr=self._slave,
            env=environment,
            pass_fds=[self._slave],
            start_new_session=True,
        )
        if self._process.stdin is not None:
            self._process.stdin.write(given or b"")
            self._process.stdin.close()

    @property
    def pid(self) -> int:
        """The process of the program."""
        assert self._process is not None
        return self._process.pid

    @property
    def settings(self) -> list[object]:
        """How the terminal treats what is typed."""
        return list(termios.tcgetattr(self._slave))

    @property
    def rows(self) -> list[str]:
        """What a person sees."""
        return list(self._screen.display)

    @property
    def cells(self) -> Mapping[int, Mapping[int, Char]]:
        """What stands in each cell of each row, and how it looks."""
        return self._screen.buffer

    @property
    def modes_left(self) -> set[int]:
        """Modes of the terminal, such as the other screen or the mouse, that are not as a shell expects them."""
        modes: dict[int, bool] = {}
        for numbers, switch in _MODES.findall(self.output):
            modes.update((int(number), switch == b"h") for number in numbers.split(b";"))
        return {mode for mode, is_on in modes.items() if is_on != (mode in _USUALLY_ON)}

    @property
    def colours(self) -> set[int]:
        """The codes of colours that were used."""
        found = re.findall(rb"\x1b\[([0-9;]+)m", self.output)
        return {int(code) for codes in found for code in codes.split(b";") if code} & _COLOURS

    def press(self, keys: str) -> None:
        """Type keys, `\r` for Enter."""
        os.write(self._master, keys.encode())

    def shows(self, words: str) -> bool:
        """Whether some words stand on one row of the screen."""
        return any(words in row for row in self.rows)

    def is_underlined(self, words: str) -> bool:
        """Whether the first letter of some words is underlined where they first stand."""
        for y, row in enumerate(self.rows):
            if words in row:
                return bool(self._screen.buffer[y][row.index(words)].underscore)
        return False

    def wait_for(self, words: str) -> None:
        """Wait until some words stand on the screen."""
        self.wait_until(lambda: self.shows(words), words)

    def wait_until(self, claim: Callable[[], bool], name: str) -> None:
        """Wait until something is true, while the program goes on."""
        for _ in range(_PATIENCE):
            if claim():
                return
            self._read(_MOMENT)
        raise AssertionError(f"waited in vain for {name!r}; the screen shows\n" + "\n".join(self.rows))

    def wait_for_end(self) -> int:
        """Wait until the program has ended.

        Returns:
            Its exit code.
        """
        process = self._process
        assert process is not None
        self.wait_until(lambda: process.poll() is not None, "the end of the program")
        while self._read(_MOMENT):
            pass
        return process.wait()

    def vanish(self) -> None:
        """Be gone, as a window that is closed; the program lives on until it ends by itself."""
        os.close(self._master)
        os.close(self._slave)
        self._is_gone = True

    def close(self) -> None:
        """End the program if it still runs."""
        if self._process is not None and self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        if not self._is_gone:
            self.vanish()

    def _read(self, seconds: float) -> bool:
        """Take what the program writes, if it writes something soon."""
        if not select.select([self._master], [], [], seconds)[0]:
            return False
        data = os.read(self._master, 65_536)
        self.output += data
        text = self._tail + self._decode(data)
        unfinished = _UNFINISHED.search(text)
        end = unfinished.start() if unfinished else len(text)
        self._stream.feed(_UNKNOWN.sub("", text[:end]))
        self._tail = text[end:]
        return True


@contextmanager
def run_in_terminal(
    *command: str,
    size: tuple[int, int] = (120, 40),
    given: bytes | None = None,
    **environment: str,
) -> Iterator[Terminal]:
    """Run a program in a terminal with true colours.

    Yields:
        The terminal.
    """
    terminal = Terminal(size)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("TEXTUAL", "NO_COLOR", "TUI"))}
    folders = {name: os.environ[name] for name in ("TUIREADER_CACHE", "TUIREADER_DATA", "TUIREADER_CONFIG")}
    plain = {**kept, **folders, "TERM": "xterm-256color", "COLORTERM": "truecolor", **environment}
    try:
        terminal.start(command, {name: plain[name] for name in plain if name not in ("COLUMNS", "LINES")}, given)
        yield terminal
    finally:
        terminal.close()


def children_of(pid: int) -> list[int]:
    """The processes that a process has started."""
    if Path("/proc/self/stat").exists():
        parents = ((int(path.parent.name), _parent(path)) for path in Path("/proc").glob("[0-9]*/stat"))
        return [child for child, parent in parents if parent == pid]
    listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    pairs = (map(int, line.split()) for line in listed.splitlines())
    return [child for child, parent in pairs if parent == pid]


def state_of(pid: int) -> str:
    """The letter that says what a process does: `T` if it was stopped, `Z` if it has ended; none if it is gone."""
    listed = subprocess.run(["ps", "-o", "state=", "-p", str(pid)], capture_output=True, text=True, check=False).stdout
    return listed.strip()[:1]


def _parent(stat: Path) -> int:
    try:
        return int(stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[1])
    except OSError:
        return 0
