"""`tuireader notes`: what you have marked in documents."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from tuireader.cli import options
from tuireader.cli.documents import Documents, open_documents
from tuireader.cli.forms import Format
from tuireader.cli.output import Cell, Sheet, destination, write
from tuireader.domain.document import Document
from tuireader.domain.notes import Note
from tuireader.domain.passages import as_read
from tuireader.domain.span import Span
from tuireader.errors import UsageError
from tuireader.typeset.markdown import notes_page

FIELDS = ("document", "section", "start", "end", "words", "note", "made", "page")
MAIN = ("document", "section", "start", "words", "note")

_EPILOGUE = f"""\
Fields: {", ".join(FIELDS)}.
`words` are those that are marked, `note` what you say of them, empty for a
bookmark. `start` and `end` count the characters of `tuireader text PATH` from
0, and are empty where the words are gone from a file that has changed. `page`
is the printed page of a file that has pages. Markdown has the marked words as
quotations, under the titles of their sections."""


def add_arguments(parser: ArgumentParser) -> None:
    """Say what this command takes."""
    parser.epilog = _EPILOGUE
    options.add_paths(parser)
    options.add_format(parser)
    options.add_output(parser)


def run(args: Namespace) -> int:
    """Print the notes."""
    if options.settings(args).is_private:
        raise UsageError("cannot tell notes: nothing is remembered with --private or TUIREADER_PRIVATE")
    path, form = options.output(args), Format(args.format)
    documents = open_documents(args)
    if form is Format.MARKDOWN:
        write_pages(documents, path)
    else:
        write(sheet(documents), form, path)
    return documents.exit_code


def sheet(documents: Documents) -> Sheet:
    """A row for every note, by its place; those whose words are gone come last."""
    return Sheet(FIELDS, _rows(documents), MAIN if len(documents) > 1 else MAIN[1:])


def write_pages(documents: Documents, path: Path | None) -> None:
    """Write the notes of each document as a page of Markdown."""
    with destination(path) as stream:
        is_first = True
        for _, document, notes in documents.noted():
            if notes:
                stream.writelines(["" if is_first else "\n", *notes_page(document, notes)])
                is_first = False


def _rows(documents: Documents) -> Iterator[tuple[Cell, ...]]:
    for source, document, notes in documents.noted():
        for span, note in notes.placed:
            yield source, *_placed(span, note, document)
        for note in notes.lost:
            yield source, None, None, None, note.anchor.words, note.words, _made(note), None


def _placed(span: Span, note: Note, document: Document) -> tuple[Cell, ...]:
    section = document.section_title_at(span.start)
    words, page = as_read(document, span), document.page_at(span.start)
    return section, span.start, span.end, words, note.words, _made(note), page


def _made(note: Note) -> str:
    """When a note was made, by the clock of Greenwich."""
    return f"{datetime.fromtimestamp(note.at, UTC):%Y-%m-%dT%H:%M:%SZ}"
