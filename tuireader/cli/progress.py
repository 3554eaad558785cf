"""How far a long work has come, on standard error, where a person watches it."""

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from threading import Event, Thread
from types import TracebackType
from typing import Self

from tuireader.domain.cleaning import clean_line

_LONG = 500_000
"""Bytes that take more than a moment."""

_TICK = 0.25
"""Seconds after which the bar shows the time anew, whether or not anything is done."""


class Progress:
    """A bar that grows with the bytes of the documents that are done; nothing for short work, or when not watched."""

    def __init__(self, sources: Sequence[str], *, is_watched: bool) -> None:
        self._sizes = {source: _size(Path(source)) for source in sources}
        self._total = sum(self._sizes[source] for source in sources)
        self._is_shown = is_watched and self._total >= _LONG
        self._stack = ExitStack()
        self._begun = 0
        """Bytes of the documents before the one that is being read."""

    def __enter__(self) -> Self:
        if self._is_shown:
            from tqdm import tqdm  # type: ignore[import-untyped] # noqa: PLC0415 - has no types, and is rarely wanted

            self._bar = self._stack.enter_context(tqdm(total=self._total, unit="B", unit_scale=True, leave=False))
            stopped = Event()
            ticker = Thread(target=self._tick, args=[stopped], name="progress", daemon=True)
            ticker.start()
            self._stack.callback(ticker.join)
            self._stack.callback(stopped.set)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def begin(self, source: str) -> None:
        """A document is being read."""
        if self._is_shown:
            self._bar.set_description(clean_line(Path(source).name))

    def reach(self, source: str, share: float) -> None:
        """So much of the work on a document is done, from 0 to 1."""
        if self._is_shown:
            self._bar.n = self._begun + round(self._sizes[source] * share)
            self._bar.refresh()

    def finish(self, source: str) -> None:
        """A document is done."""
        self.reach(source, 1)
        self._begun += self._sizes[source]

    def say(self, line: str) -> None:
        """Write a line above the bar."""
        if self._is_shown:
            self._bar.write(clean_line(line), file=sys.stderr)
        else:
            sys.stderr.write(f"{clean_line(line)}\n")

    def _tick(self, stopped: Event) -> None:
        while not stopped.wait(_TICK):
            self._bar.refresh()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
