"""`tuireader corrections`: what was corrected of the actors of a document, to be shared, compared and taken over."""

import sys
from argparse import ArgumentParser, Namespace
from functools import partial
from pathlib import Path

from tuireader.cli import options
from tuireader.cli.forms import Format
from tuireader.cli.output import Sheet, destination, write
from tuireader.cli.passwords import unlocked
from tuireader.domain.correction import told
from tuireader.engine.library import Library, open_library
from tuireader.engine.mending import Mending, corrections_in
from tuireader.errors import CorrectionError, UsageError
from tuireader.store.corrections import written

FIELDS = ("correction", "holds", "from")

_EPILOGUE = f"""\
Fields: {", ".join(FIELDS)}.
`holds` is no where the text, or whoever found its actors, no longer has what a
correction speaks of: it is kept all the same. `from` is `file` for those of the
file beside the document, NAME.actors.toml, which holds for everybody who has
it, and `reader` for those that were made in the reader or imported.

  tuireader corrections novel.epub --export --output novel.actors.toml"""


def add_arguments(parser: ArgumentParser) -> None:
    """Say what this command takes."""
    parser.epilog = _EPILOGUE
    options.add_path(parser)
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--export", action="store_true", help="print them as a file that people can read and change")
    choice.add_argument(
        "--import", dest="taken", metavar="FILE", type=Path, help="take over the corrections in FILE that are not here"
    )
    options.add_format(parser)
    options.add_output(parser)


def run(args: Namespace) -> int:
    """List, print or take over corrections."""
    path = options.output(args)
    settings, source = options.settings(args), args.paths[0]
    if args.taken is not None and settings.is_private:
        raise UsageError("cannot import with --private, which keeps nothing: leave one of the two out")
    library = open_library(settings)
    document = unlocked(source, partial(library.load, source))
    mending, _ = library.mended(document)
    if args.taken is not None:
        _take_over(args.taken, source, mending, library)
    elif args.export:
        if note := library.note_on(document):  # the file that is to be written may hold what could not be read
            raise CorrectionError(f"nothing is exported, for not all corrections are known: {note}")
        with destination(path) as stream:
            stream.write(written(mending.corrections))
    else:
        write(sheet(mending), Format(args.format), path)
    return _exit_code(library.note_on(document))


def sheet(mending: Mending) -> Sheet:
    """A row for every correction."""
    origins = ("file",) * len(mending.shared) + ("reader",) * len(mending.history.done)
    rows = (
        (told(each), "no" if each in mending.idle else "yes", origin)
        for each, origin in zip(mending.corrections, origins, strict=True)
    )
    return Sheet(FIELDS, rows, FIELDS)


def _take_over(file: Path, source: str, mending: Mending, library: Library) -> None:
    given = corrections_in(file)
    new = [each for each in dict.fromkeys(given) if each not in mending.corrections]
    library.add_corrections(source, mending.document, new)
    mending.after(*new)
    idle = sum(each in mending.idle for each in new)
    known, spoken = len(given) - len(new), f", {idle} of them speak of nobody in this text" if idle else ""
    sys.stdout.write(f"{len(new)} taken over{spoken}; {known} were here already\n")


def _exit_code(note: str) -> int:
    """1 where some corrections are not known, as for a document that cannot be read; the note says why."""
    if note:
        sys.stderr.write(f"tuireader: {note}\n")
    return 1 if note else 0
