"""`tuireader quotes`: what is said in documents, and who says it."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence

from tuireader.cli import options
from tuireader.cli.documents import Documents, open_documents
from tuireader.cli.forms import Format
from tuireader.cli.names import Names
from tuireader.cli.output import Cell, Sheet, write
from tuireader.domain.document import Document
from tuireader.domain.index import Index
from tuireader.domain.quotation import Quotation

FIELDS = ("document", "speaker", "certainty", "text", "start", "end", "section", "paragraph", "page", "why")
MAIN = ("document", "speaker", "certainty", "start", "text")

_EPILOGUE = f"""\
Fields: {", ".join(FIELDS[:8])},
{", ".join(FIELDS[8:])}.
A speaker is certain where the text itself tells who speaks, as in "...," said
Anna; and uncertain where only a pronoun or the order of turns in a dialogue
does. Where the text names nobody there is no speaker. `start` and `end` count
the characters of `tuireader text PATH` from 0, and `paragraph` its paragraphs;
`page` is the printed page of a file that has pages, and `why` how the speaker
is told. A speech of several paragraphs has a row for each."""


def add_arguments(parser: ArgumentParser) -> None:
    """Say what this command takes."""
    parser.epilog = _EPILOGUE
    options.add_paths(parser)
    parser.add_argument(
        "--by",
        metavar="NAME",
        action="append",
        default=[],
        help="only what this actor says, by any name in the text, in any case; may be given several times",
    )
    parser.add_argument("--certain", action="store_true", help="only where the text itself tells who speaks")
    options.add_pronouns(parser)
    options.add_format(parser)
    options.add_output(parser)


def run(args: Namespace) -> int:
    """Print the quotations in the documents."""
    path = options.output(args)
    documents = open_documents(args)
    write(certain_sheet(documents, args.by) if args.certain else sheet(documents, args.by), Format(args.format), path)
    return documents.exit_code


def sheet(documents: Documents, names: Sequence[str]) -> Sheet:
    """A row for everything that is said by the actors with some names, or by anybody.

    Raises:
        UsageError: No document has an actor of one of the names; raised when the rows have been read.
    """
    return Sheet(FIELDS, (row for row, _ in _rows(documents, names)), MAIN if len(documents) > 1 else MAIN[1:])


def certain_sheet(documents: Documents, names: Sequence[str]) -> Sheet:
    """The same rows, but only those whose speakers are certain.

    Raises:
        UsageError: No document has an actor of one of the names; raised when the rows have been read.
    """
    rows = (row for row, quotation in _rows(documents, names) if quotation.is_certain)
    return Sheet(FIELDS, rows, MAIN if len(documents) > 1 else MAIN[1:])


def _rows(documents: Documents, names: Sequence[str]) -> Iterator[tuple[tuple[Cell, ...], Quotation]]:
    asked = Names(names)
    for source, document, index in documents.quoted():
        asked.meet(index)
        wanted = {actor.id for name in names for actor in index.named(name)}
        for quotation in index.quotations or ():
            if not names or quotation.speaker in wanted:
                yield (source, *_row(quotation, document, index)), quotation
    asked.check(documents)


def _row(quotation: Quotation, document: Document, index: Index) -> tuple[Cell, ...]:
    span = quotation.span
    speaker = certainty = None
    if quotation.speaker is not None:
        speaker = index.actor(quotation.speaker).name
        certainty = "certain" if quotation.is_certain else "uncertain"
    text = " ".join(document.shown(span).split())
    section = document.section_title_at(span.start)
    paragraph, page = document.paragraph_at(span.start), document.page_at(span.start)
    return speaker, certainty, text, span.start, span.end, section, paragraph, page, quotation.reason or None
