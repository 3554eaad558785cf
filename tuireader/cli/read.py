"""`tuireader PATH`: opens the reader, or prints the text where there is no terminal to read on."""

import gc
import os
import sys
from argparse import ArgumentParser, Namespace
from contextlib import nullcontext
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from tuireader import resources
from tuireader.cli import options
from tuireader.cli.passwords import unlocked
from tuireader.domain.document import Document
from tuireader.engine.files import STANDARD_INPUT
from tuireader.engine.library import Library, open_library
from tuireader.errors import UsageError
from tuireader.look import Look
from tuireader.settings import Settings

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from tuireader.cli.early_page import EarlyPage
    from tuireader.engine.delivery import Delivery
    from tuireader.engine.desk import Desk, Volume
    from tuireader.engine.executor import ProcessExecutor
    from tuireader.tui.app import ReaderApp

_SCREEN = ("tuireader.tui.themes", "tuireader.tui.messages", "tuireader.tui.screens.reader")
"""What takes longest to load of the screen, in pieces, so that a page which arrives meanwhile can be shown."""

_BUNDLED = str(resources.ROOT / "samples" / "briefing.md")


def add_arguments(parser: ArgumentParser) -> None:
    """Say what this command takes."""
    parser.add_argument(
        "path",
        nargs="?",
        metavar="PATH",
        help="a file, a web address, or - for standard input; without it, a bundled document",
    )
    parser.add_argument(
        "--recent",
        action="store_true",
        help="pick one of the documents that were opened before; printed, the latest first, where there is no terminal",
    )
    options.add_pronouns(parser)
    options.add_password(parser)
    options.add_private(parser)


def run(args: Namespace) -> int:
    """Open the reader.

    The garbage collector rests until the first frame: nothing that is loaded before it is garbage, and looking for some
    takes a tenth of the start.
    """
    gc.disable()
    settings = options.settings(args)
    _check_use(args, settings)
    library = open_library(settings)
    if not sys.stdout.isatty():
        source = args.path or _BUNDLED
        return _print_recent(library) if args.recent else _print(unlocked(source, partial(library.load, source)))
    _check_terminal(os.environ.get("TERM", ""))
    code = _read(None if args.recent else args.path or _BUNDLED, library, settings)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)  # all is written; taking a large document apart object by object would keep the reader waiting


def _check_use(args: Namespace, settings: Settings) -> None:
    if args.recent and args.path:
        raise UsageError(f"cannot open '{args.path}' and pick a recent document: leave one of them out")
    if args.recent and settings.is_private:
        raise UsageError("cannot tell recent documents: nothing is remembered with --private or TUIREADER_PRIVATE")


def _print(document: Document) -> int:
    from tuireader.cli.text import print_text  # noqa: PLC0415 - a reader prints nothing

    print_text(document, sys.stdout)
    return 0


def _print_recent(library: Library) -> int:
    for recent in library.recent():
        sys.stdout.buffer.write(os.fsencode(recent.path) + b"\n")
    return 0


def _read(source: str | None, library: Library, settings: Settings) -> int:
    """Open a document in another process while this one prepares the screen, and read it; or pick a recent one."""
    from tuireader.engine.executor import open_executor  # noqa: PLC0415 - only a reader needs these

    with open_executor() as executor, _early_page(settings) as early:
        app = _run(source, library, settings, executor, early)
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0


def _run(
    source: str | None, library: Library, settings: Settings, executor: "ProcessExecutor", early: "EarlyPage | None"
) -> "ReaderApp":
    from tuireader.engine.desk import Desk  # noqa: PLC0415 - only a reader needs these
    from tuireader.engine.indexer import grow_index  # noqa: PLC0415
    from tuireader.engine.looks import look_of  # noqa: PLC0415
    from tuireader.tui.preferences import Preferences  # noqa: PLC0415
    from tuireader.tui.remapping import remapped  # noqa: PLC0415

    keys = remapped(settings.keys)
    desk = Desk(library, executor, partial(grow_index, settings.model, executor))
    if source != STANDARD_INPUT:
        _take_keys_from_terminal()
    look = look_of(settings, library.notebook)
    coming = _begin(source, desk, early, look) if source is not None else None
    for piece in _SCREEN:
        import_module(piece)
        _show(coming, early, look)
    from tuireader.tui.app import ReaderApp  # noqa: PLC0415 - the one door to the screen

    volume = _arrived(desk, source, coming) if source is not None and coming is not None else None
    _show(coming, early, look)
    preferences = Preferences(look, Look().having(settings.look), keys, settings.is_colourless)
    app = ReaderApp(volume=volume, desk=desk, preferences=preferences)
    if early is not None and early.is_shown:
        app.take_over(early.hand_over)
    try:
        app.run()
    finally:
        if app.volume is not None:
            app.volume.close()
    return app


def _early_page(settings: Settings) -> "AbstractContextManager[EarlyPage | None]":
    if os.name == "nt" or not settings.has_early_page:
        return nullcontext()
    from tuireader.cli.early_page import early_page  # noqa: PLC0415 - only a reader at a terminal needs it

    return early_page(settings)


def _begin(source: str, desk: "Desk", early: "EarlyPage | None", look: Look) -> "Delivery":
    """Begin to open a document, and show what can be seen of it at once."""
    if early is not None:
        early.show(desk.first_sight(source), look)
    coming = desk.begin(source)
    _take_keys_from_terminal()
    _show(coming, early, look)
    return coming


def _show(coming: "Delivery | None", early: "EarlyPage | None", look: Look) -> None:
    """Show what can be seen of a document on its way, unless that has been done."""
    if coming is not None and early is not None and not early.is_shown:
        early.show(coming.glimpse, look)


def _arrived(desk: "Desk", source: str, coming: "Delivery") -> "Volume | Delivery":
    """What is read at first: the document, or only its beginning as long as the rest of a large one is on its way."""
    if coming.head is not None:
        return coming
    return unlocked(source, lambda password: (desk.begin(source, password) if password else coming)())


def _check_terminal(kind: str) -> None:
    if kind in ("dumb", ""):
        raise UsageError(
            f"this terminal (TERM={kind}) cannot show the reader: use another one, or `tuireader text PATH | less`"
        )


def _take_keys_from_terminal() -> None:
    """Let keys come from the terminal where standard input is a file or a pipe."""
    if sys.stdin.isatty():
        return
    try:
        terminal = os.open("CON" if os.name == "nt" else "/dev/tty", os.O_RDWR)
    except OSError as error:
        raise UsageError("no terminal to take keys from: use `tuireader text -` to print the text") from error
    os.dup2(terminal, sys.stdin.fileno())
    os.close(terminal)
