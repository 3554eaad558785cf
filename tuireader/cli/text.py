"""`tuireader text`: the plain text that all offsets count in."""

from argparse import ArgumentParser, Namespace
from typing import TextIO

from tuireader.cli import options
from tuireader.cli.documents import open_documents
from tuireader.cli.output import destination
from tuireader.domain.document import Document

_EPILOGUE = """\
Several documents follow each other without a sign between them; offsets begin
again at 0 in each."""


def add_arguments(parser: ArgumentParser) -> None:
    """Say what this command takes."""
    parser.epilog = _EPILOGUE
    options.add_paths(parser)
    options.add_output(parser)


def run(args: Namespace) -> int:
    """Print the text of the documents."""
    path = options.output(args)
    documents = open_documents(args)
    with destination(path) as stream:
        for _, document in documents:
            print_text(document, stream)
    return documents.exit_code


def print_text(document: Document, stream: TextIO) -> None:
    """Write the text of a document, with a line end behind its last line."""
    stream.write(document.text)
    if not document.text.endswith("\n"):
        stream.write("\n")
