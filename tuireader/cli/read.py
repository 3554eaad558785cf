"""`tuireader PATH`: opens the reader, or prints the text where there is no terminal to read on."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from tuireader import resources
from tuireader.cli.text import print_text
from tuireader.domain.document import Document
from tuireader.domain.index import Index
from tuireader.domain.reading import ReadingState
from tuireader.engine.library import STANDARD_INPUT, Library
from tuireader.errors import UsageError
from tuireader.settings import Settings

if TYPE_CHECKING:
    from tuireader.engine.growth import Grow, Growth

_AT_ONCE = 50_000
"""Words up to which the actors are found before the first frame, so that it has them already."""

_BUNDLED = resources.ROOT / "samples" / "briefing.md"


def add_arguments(parser: ArgumentParser) -> None:
    """Say what this command takes."""
    parser.add_argument(
        "path",
        nargs="?",
        default=str(_BUNDLED),
        metavar="PATH",
        help="a text or Markdown file, or - for standard input; without it, a bundled document",
    )


def run(args: Namespace) -> int:
    """Open the reader."""
    settings = Settings.from_environment(os.environ)
    library = Library(settings)
    document = library.load(args.path)
    if not sys.stdout.isatty():
        print_text(document, sys.stdout)
        return 0
    _check_terminal(os.environ.get("TERM", ""))
    if args.path == STANDARD_INPUT or not sys.stdin.isatty():
        _take_keys_from_terminal()
    if document.words <= _AT_ONCE:
        return _read(ReadingState(document, library.index(document)), settings)
    return _read_while_indexing(document, settings)


def _read(state: ReadingState, settings: Settings, grow: "Grow | None" = None) -> int:
    from tuireader.tui.app import ReaderApp  # noqa: PLC0415 - the one door to the screen, opened as late as can be

    app = ReaderApp(state, grow=grow, is_colourless=settings.is_colourless)
    app.run()
    return app.return_code or 0


def _read_while_indexing(document: Document, settings: Settings) -> int:
    from tuireader.engine.executor import open_executor  # noqa: PLC0415 - only large texts need a process
    from tuireader.engine.indexer import grow_index  # noqa: PLC0415
    from tuireader.engine.jobs import warm_up  # noqa: PLC0415

    with open_executor() as executor:
        executor.submit(warm_up, str(settings.model))

        def grow(document: Document, near: int, stopped: Callable[[], bool]) -> "Iterator[Growth]":
            return grow_index(document, settings.model, executor, near=near, stopped=stopped)

        return _read(ReadingState(document, Index()), settings, grow)


def _check_terminal(kind: str) -> None:
    if kind in ("dumb", ""):
        raise UsageError(
            f"this terminal (TERM={kind}) cannot show the reader: use another one, or `tuireader text PATH | less`"
        )


def _take_keys_from_terminal() -> None:
    """Let keys come from the terminal where standard input is a file or a pipe."""
    try:
        terminal = os.open("CON" if os.name == "nt" else "/dev/tty", os.O_RDWR)
    except OSError as error:
        raise UsageError("no terminal to take keys from: use `tuireader text -` to print the text") from error
    os.dup2(terminal, sys.stdin.fileno())
    os.close(terminal)
