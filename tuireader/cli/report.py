"""`tuireader report`: a document with its actors as a page for a browser."""

from argparse import ArgumentParser, Namespace

from tuireader.cli import options
from tuireader.cli.documents import open_documents
from tuireader.cli.output import destination
from tuireader.domain.notes import NO_NOTES
from tuireader.errors import UsageError
from tuireader.typeset.report import report

_EPILOGUE = """\
The page has the text with every mention in colour, the actors with links to
all of their mentions, and the sections. It is one file without scripts, and
fetches nothing: it can be sent, printed and kept."""


def add_arguments(parser: ArgumentParser) -> None:
    """Say what this command takes."""
    parser.epilog = _EPILOGUE
    options.add_path(parser)
    options.add_pronouns(parser)
    parser.add_argument("--notes", action="store_true", help="also print what you have marked, below its paragraphs")
    options.add_output(parser)


def run(args: Namespace) -> int:
    """Print the page."""
    path = options.output(args)
    if args.notes and options.settings(args).is_private:
        raise UsageError("cannot tell notes: nothing is remembered with --private or TUIREADER_PRIVATE")
    documents = open_documents(args)
    for source, document, index in documents.indexed():
        notes = documents.notes_on(source, document) if args.notes else NO_NOTES
        with destination(path) as stream:
            stream.writelines(report(document, index, notes))
    return documents.exit_code
