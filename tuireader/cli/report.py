"""`tuireader report`: a document with its actors as a page for a browser."""

from argparse import ArgumentParser, Namespace

from tuireader.cli import options
from tuireader.cli.documents import open_documents
from tuireader.cli.output import destination
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
    options.add_output(parser)


def run(args: Namespace) -> int:
    """Print the page."""
    path = options.output(args)
    documents = open_documents(args)
    for _, document, index in documents.indexed():
        with destination(path) as stream:
            stream.writelines(report(document, index))
    return documents.exit_code
