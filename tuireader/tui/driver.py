"""How the terminal is read: as Textual does it, but without waiting when there is nothing more to read."""

import asyncio
import os
import select
import signal
from codecs import getincrementaldecoder
from collections.abc import Callable
from contextlib import suppress
from io import TextIOBase, TextIOWrapper
from itertools import chain
from typing import Any, TextIO, cast

from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.messages import ExitApp

_CHUNK = 4096
"""How many bytes are read from the terminal at once."""

_OPEN_SCREEN = "\x1b[?1049h"
"""Shows another screen, an empty one."""

_TICK = 0.1
"""After how many seconds a lone Escape is a key, and not the beginning of another one."""


class Outlet(TextIOBase):
    """What is written to a terminal; nothing, and no error, once it is gone.

    Textual writes from a thread of its own, which would end with the error, and whoever writes next wait for ever.
    """

    def __init__(self, terminal: TextIO) -> None:
        """Write to a terminal as long as there is one."""
        super().__init__()
        self._terminal = terminal

    def write(self, text: str) -> int:
        """Write some text.

        Returns:
            Its length in characters.
        """
        with suppress(OSError):
            self._terminal.write(text)
        return len(text)

    def flush(self) -> None:
        """Let the terminal show what was written."""
        with suppress(OSError):
            self._terminal.flush()

    def fileno(self) -> int:
        """The number of the terminal's file."""
        return self._terminal.fileno()


class PromptDriver(LinuxDriver):
    """Stops reading keys at once when it is told to, and outlives its terminal.

    Textual's own driver looks every tenth of a second whether it is to stop, and waits another one when it is: the
    reader would have his shell back a fifth of a second later.
    """

    _waker = _NO_FILE = -1
    """Where to write so that the thread that reads keys wakes up."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        """See `LinuxDriver`."""
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._file = cast("TextIOWrapper", Outlet(cast("TextIO", self._file)))
        loop = asyncio.get_running_loop()  # it calls one at a time, where Python would call one in the midst of another
        loop.add_signal_handler(signal.SIGTSTP, self._sigtstp_application)
        loop.add_signal_handler(signal.SIGCONT, self._sigcont_application)

    def disable_input(self) -> None:
        """Take no more keys."""
        if self._waker != self._NO_FILE:
            os.write(self._waker, b"\0")
        super().disable_input()

    def _sigtstp_application(self, *_: object) -> None:
        """Rest, also if this is said again before a word to go on was heard; the system then takes that word back."""
        if self._is_listening:
            super()._sigtstp_application()
        else:
            os.kill(os.getpid(), signal.SIGSTOP)

    def _sigcont_application(self, *_: object) -> None:
        """Go on after a rest; also after one that nobody told of, when the terminal may have been another's."""
        if self._auto_restart and self._is_listening:
            self.suspend_application_mode()
        super()._sigcont_application()

    @property
    def _is_listening(self) -> bool:
        return self._key_thread is not None and self._key_thread.is_alive()

    def run_input_thread(self) -> None:
        """Read what the terminal sends, and make messages of it, until the input is disabled."""
        wakened, self._waker = os.pipe()
        parser, decode = XTermParser(), getincrementaldecoder("utf-8")().decode
        try:
            while not self.exit_event.is_set():
                ready, _, _ = select.select([self.fileno, wakened], [], [], _TICK)
                data = self._read() if self.fileno in ready else b""
                if self.fileno in ready and not data:  # the terminal is gone, and never says anything else again
                    self.send_message(ExitApp())
                    return
                text = decode(data)
                for message in chain(parser.feed(text) if text else (), parser.tick()):
                    self.process_message(message)
        finally:
            waker, self._waker = self._waker, self._NO_FILE
            os.close(waker)
            os.close(wakened)
            with suppress(EOFError, ParseError):
                list(parser.feed(""))

    def _read(self) -> bytes:
        """What was typed; nothing if there is no terminal any longer."""
        with suppress(OSError):
            return os.read(self.fileno, _CHUNK)
        return b""


def successor(release: Callable[[], None]) -> type[PromptDriver]:
    """A driver that begins with what is on the screen already, and not with an empty one.

    Args:
        release: Called when it begins, so that whoever wrote on the screen before lets the terminal go.

    Returns:
        Its class, as an app wants it.
    """

    class SuccessorDriver(PromptDriver):
        _is_first = True

        def start_application_mode(self) -> None:
            if self._is_first:
                release()
            super().start_application_mode()  # type: ignore[no-untyped-call] # it says nothing about its types
            self._is_first = False

        def write(self, data: str) -> None:
            if not (self._is_first and data == _OPEN_SCREEN):
                super().write(data)

    return SuccessorDriver
