"""`tuireader formats`: what is read, and whether what it needs is there."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable

from tuireader.cli import options
from tuireader.cli.forms import Format as Form
from tuireader.cli.output import Cell, Sheet, write
from tuireader.loaders.formats import ADDRESSES, FORMATS, PACKINGS, Format

FIELDS = ("format", "suffixes", "needs", "ready", "install")

_EPILOGUE = f"""\
Fields: {", ".join(FIELDS)}.
A file is known by what is in it; its name decides only between kinds of text.
The last ones are compressed files, and web pages, of any of those above them.
`ready` says whether what a format needs is there, and `install` how to get it."""


def add_arguments(parser: ArgumentParser) -> None:
    """Say what this command takes."""
    parser.epilog = _EPILOGUE
    options.add_format(parser)
    options.add_output(parser)


def run(args: Namespace) -> int:
    """Print the formats."""
    write(sheet((*FORMATS, *PACKINGS, *ADDRESSES)), Form(args.format), args.output)
    return 0


def sheet(formats: Iterable[Format]) -> Sheet:
    """A row for every format."""
    return Sheet(FIELDS, map(_row, formats), FIELDS)


def _row(each: Format) -> tuple[Cell, ...]:
    suffixes = " ".join(each.suffixes)
    if each.need is None:
        return each.name, suffixes, None, "yes", None
    is_met = each.need.is_met
    return each.name, suffixes, each.need.name, "yes" if is_met else "no", None if is_met else each.need.installer
