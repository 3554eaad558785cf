"""How the terminal is read: as Textual does it, but without waiting when there is nothing more to read."""

import os
import select
from codecs import getincrementaldecoder
from collections.abc import Callable
from contextlib import suppress
from itertools import chain

from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.messages import ExitApp

_CHUNK = 4096
"""How many bytes are read from the terminal at once."""

_OPEN_SCREEN = "\x1b[?1049h"
"""Shows another screen, an empty one."""

_TICK = 0.1
"""After how many seconds a lone Escape is a key, and not the beginning of another one."""


class PromptDriver(LinuxDriver):
    """Stops reading keys at once when it is told to.

    Textual's own driver looks every tenth of a second whether it is to stop, and waits another one when it is: the
    reader would have his shell back a fifth of a second later.
    """

    _waker = _NO_FILE = -1
    """Where to write so that the thread that reads keys wakes up."""

    def disable_input(self) -> None:
        """Take no more keys."""
        if self._waker != self._NO_FILE:
            os.write(self._waker, b"\0")
        super().disable_input()

    def run_input_thread(self) -> None:
        """Read what the terminal sends, and make messages of it, until the input is disabled."""
        wakened, self._waker = os.pipe()
        parser, decode = XTermParser(), getincrementaldecoder("utf-8")().decode
        try:
            while not self.exit_event.is_set():
                ready, _, _ = select.select([self.fileno, wakened], [], [], _TICK)
                data = os.read(self.fileno, _CHUNK) if self.fileno in ready else b""
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
