"""A program on a pseudo-terminal that nobody looks at: only when its bytes come is measured."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

_QUIET = 0.06
"""Seconds without a byte after which a screen has settled."""

_PAUSE = 0.004
"""Seconds without a byte between two frames; one of them comes at once."""

_LONGEST = 120.0
_SIZE = (120, 40)
_SEQUENCE = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\))")


class Session:
    """One run of a program."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        """Start a program with true colours and 120 columns by 40 rows."""
        self._started = time.perf_counter()
        self.pid, self._terminal = pty.fork()
        if not self.pid:
            os.environ.update(environment, TERM="xterm-256color", COLORTERM="truecolor")
            os.execvp(command[0], list(command))
        self._output = b""
        self.resize(*_SIZE)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    @property
    def age(self) -> float:
        """Seconds since the start."""
        return time.perf_counter() - self._started

    def first(self, words: str) -> float:
        """Seconds from the start until some words are there."""
        self._await(words.encode())
        return self.age

    def after(self, keys: str, words: str) -> float:
        """Seconds from a press of keys until some words are there that were not written before."""
        self._output = b""
        pressed = time.perf_counter()
        os.write(self._terminal, keys.encode())
        self._await(words.encode())
        return time.perf_counter() - pressed

    def frames(self, keys: str) -> tuple[float, float]:
        """Press keys.

        Returns:
            Seconds until the first frame that comes of it is there, and until its last one is.
        """
        self._output = b""
        pressed = last = time.perf_counter()
        os.write(self._terminal, keys.encode())
        while self._read(_PAUSE if last > pressed else 1.0):
            last = time.perf_counter()
        first = last
        while self._read(_QUIET):
            last = time.perf_counter()
        return first - pressed, last - pressed

    def answered(self, keys: str) -> float:
        """Seconds from a press of keys until the first frame that comes of it is there; whatever comes then is awaited.

        Where something else is painted now and then, that is what the keys have to wait for, and no more than that.
        """
        return self.frames(keys)[0]

    def shows(self, pattern: str) -> bool:
        """Whether something like that was written since the last press."""
        return re.search(pattern.encode(), _SEQUENCE.sub(b"", self._output)) is not None

    def settled(self, keys: str = "") -> float:
        """Seconds from a press of keys, or from now, until the last byte of what comes of it."""
        return self.frames(keys)[1]

    def quiet(self, seconds: float) -> None:
        """Wait until nothing was written for so long."""
        while self._read(seconds):
            pass

    @property
    def memory(self) -> int:
        """The most bytes that the process itself has held, without those that it has started."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="utf-8")
        found = re.search(r"VmHWM:\s+(\d+) kB", status)
        return int(found[1]) * 1024 if found else 0

    def quit(self) -> tuple[float, float]:
        """Press `q`.

        Returns:
            Seconds until the shell's screen is back, and until the process is gone.
        """
        self._output = b""
        pressed = time.perf_counter()
        os.write(self._terminal, b"q")
        back = pressed
        while b"\x1b[?1049l" not in self._output and self._read(1.0):
            back = time.perf_counter()
        while self._read(1.0):
            pass
        os.waitpid(self.pid, 0)
        gone = time.perf_counter()
        os.close(self._terminal)
        return back - pressed, gone - pressed

    def kill(self) -> None:
        """End it without a word."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._terminal)

    def _await(self, words: bytes) -> None:
        """Read until some words stand in the output, whatever styles change inside them."""
        deadline = time.perf_counter() + _LONGEST
        while words not in _SEQUENCE.sub(b"", self._output):
            if not self._read(1.0) and time.perf_counter() > deadline:
                raise TimeoutError(words.decode())

    def _read(self, seconds: float) -> bool:
        if not select.select([self._terminal], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._terminal, 65_536)
        except OSError:
            return False
        self._output += data
        return bool(data)
