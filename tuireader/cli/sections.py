"""`tuireader sections`: the outline of documents."""

from argparse import ArgumentParser, Namespace

from tuireader.cli import options
from tuireader.cli.documents import Documents, open_documents
from tuireader.cli.forms import Format
from tuireader.cli.output import Cell, Sheet, write
from tuireader.domain.document import Document, Section

FIELDS = ("document", "title", "level", "start", "end", "words")

_EPILOGUE = f"""\
Fields: {", ".join(FIELDS[1:])}.
A section ends where the next one begins, of whatever level; `start` and `end`
count the characters of `tuireader text PATH` from 0. With more than one PATH,
a field `document` stands before these."""


def add_arguments(parser: ArgumentParser) -> None:
    """Say what this command takes."""
    parser.epilog = _EPILOGUE
    options.add_paths(parser)
    options.add_format(parser)
    options.add_output(parser)


def run(args: Namespace) -> int:
    """Print the sections of the documents."""
    path = options.output(args)
    documents = open_documents(args)
    write(sheet(documents), Format(args.format), path)
    return documents.exit_code


def sheet(documents: Documents) -> Sheet:
    """A row for every section, with its document where there are several."""
    rows = ((source, *_row(section, document)) for source, document in documents for section in document.sections)
    return Sheet(FIELDS, rows, FIELDS).for_documents(len(documents))


def _row(section: Section, document: Document) -> tuple[Cell, ...]:
    span = section.span
    return section.title, section.level, span.start, span.end, len(document.text[span.start : span.end].split())
