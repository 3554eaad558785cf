"""`tuireader PATH`: opens the reader, or prints the text where there is no terminal to read on."""

import gc
import os
import sys
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from functools import partial

from tuireader import resources
from tuireader.cli import options
from tuireader.cli.passwords import unlocked
from tuireader.domain.document import Document
from tuireader.domain.index import Index
from tuireader.domain.reading import ReadingState
from tuireader.engine.library import Library
from tuireader.errors import UsageError
from tuireader.settings import Settings

_BUNDLED = resources.ROOT / "samples" / "briefing.md"


def add_arguments(parser: ArgumentParser) -> None:
    """Say what this command takes."""
    parser.add_argument(
        "path",
        nargs="?",
        default=str(_BUNDLED),
        metavar="PATH",
        help="a file, a web address, or - for standard input; without it, a bundled document",
    )
    options.add_password(parser)


def run(args: Namespace) -> int:
    """Open the reader.

    The garbage collector rests until the first frame: nothing that is loaded before it is garbage, and looking for some
    takes a tenth of the start.
    """
    gc.disable()
    settings = replace(Settings.from_environment(os.environ), password=args.password)
    library = Library(settings)
    if not sys.stdout.isatty():
        return _print(unlocked(args.path, partial(library.load, args.path)))
    _check_terminal(os.environ.get("TERM", ""))
    return _read(args.path, library, settings)


def _print(document: Document) -> int:
    from tuireader.cli.text import print_text  # noqa: PLC0415 - a reader prints nothing

    print_text(document, sys.stdout)
    return 0


def _read(source: str, library: Library, settings: Settings) -> int:
    """Open a document in another process while this one prepares the screen, and read it."""
    from tuireader.engine.executor import open_executor  # noqa: PLC0415 - only a reader needs a process
    from tuireader.engine.indexer import grow_index  # noqa: PLC0415

    with open_executor() as executor:
        opened = library.begin(source, executor)
        if not sys.stdin.isatty():
            _take_keys_from_terminal()
        from tuireader.tui.app import ReaderApp  # noqa: PLC0415 - the one door to the screen

        found = unlocked(source, lambda password: (library.begin(source, executor, password) if password else opened)())
        grow = None if found.index else partial(grow_index, settings.model, executor)
        app = ReaderApp(
            ReadingState(found.document, found.index or Index()), grow=grow, is_colourless=settings.is_colourless
        )
        app.run()
        return app.return_code or 0


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
