"""`tuireader paragraphs`: the paragraphs of documents that a question asks for."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from tuireader.cli import options
from tuireader.cli.documents import Documents, open_documents
from tuireader.cli.forms import Format
from tuireader.cli.output import Cell, Sheet, write
from tuireader.domain.answer import Answer, answer
from tuireader.domain.document import Document
from tuireader.domain.index import Index
from tuireader.domain.question import Question, asks_for_speakers, parse
from tuireader.errors import QuestionError, UsageError

FIELDS = ("document", "paragraph", "section", "start", "end", "actors", "text", "page")
MAIN = ("document", "paragraph", "section", "text")

_EPILOGUE = f"""\
A QUESTION asks for actors by any of their names: 'starmer & macron' wants both,
'russia & (nato | eu) - ukraine' leaves out what mentions Ukraine. "Words" in
quotation marks stand in the text; kind:person, role:minister and country:fr are
what an actor is; said:starmer is what somebody says; in:3 is a section, by its
number or by words of its title.
Before a QUESTION that begins with a minus, write -- .

Fields: {", ".join(FIELDS)}.
`paragraph` counts from 0, `start` and `end` count the characters of
`tuireader text PATH` from 0, `actors` are those of the question that the
paragraph mentions, and `page` is the printed page of a file that has pages."""


def add_arguments(parser: ArgumentParser) -> None:
    """Say what this command takes."""
    parser.epilog = _EPILOGUE
    options.add_paths(parser)
    parser.usage = "%(prog)s [options] PATH... QUESTION"
    parser.add_argument("question", metavar="QUESTION", help="what the paragraphs have to be about")
    options.add_pronouns(parser)
    options.add_format(parser)
    options.add_output(parser)


def run(args: Namespace) -> int:
    """Print the paragraphs."""
    path = options.output(args)
    question = _understood(args.question)
    documents = open_documents(args)
    write(sheet(documents, question), Format(args.format), path)
    return documents.exit_code


def sheet(documents: Documents, question: Question) -> Sheet:
    """A row for every paragraph that a question asks for.

    Raises:
        UsageError: It names somebody or something that no document knows; raised when the rows have been read.
    """
    return Sheet(FIELDS, _rows(documents, question), MAIN if len(documents) > 1 else MAIN[1:])


def _understood(typed: str) -> Question:
    try:
        return parse(typed)
    except QuestionError as error:
        words = typed[error.start : error.end]
        place = f"at '{words}'" if words else "at its end"
        raise UsageError(f"cannot understand the question '{typed}' {place}: {error}") from error


def _rows(documents: Documents, question: Question) -> Iterator[tuple[Cell, ...]]:
    unknown: dict[int, QuestionError] | None = None
    fatal: set[int] | None = None
    is_found = False
    for source, document, index in documents.quoted() if asks_for_speakers(question) else documents.indexed():
        doubts: list[QuestionError] = []
        reply = answer(question, document, index, doubts)
        here = {error.start: error for error in (*doubts, *reply.unknown)}
        unknown = here if unknown is None else {start: unknown[start] for start in unknown.keys() & here.keys()}
        needed = {error.start for error in doubts}
        fatal = needed if fatal is None else fatal & needed
        is_found = is_found or bool(reply.paragraphs)
        for number in reply.paragraphs:
            yield source, *_row(number, reply, document, index)
    for start, error in sorted((unknown or {}).items()):
        if fatal and start in fatal:
            raise UsageError(f"cannot answer the question: {error}")
        sys.stderr.write(f"tuireader: {error}\n")
    if not is_found:
        sys.stderr.write("tuireader: no paragraph is like that\n")


def _row(number: int, reply: Answer, document: Document, index: Index) -> tuple[Cell, ...]:
    span = document.paragraphs[number].span
    mentioned = {mention.actor for mention in index.touching(span)}
    actors = tuple(index.actor(actor).name for actor in reply.actors if actor in mentioned)
    title = document.section_title_at(span.start)
    text = " ".join(document.shown(span).split())
    return number, title, span.start, span.end, actors, text, document.page_at(span.start)
