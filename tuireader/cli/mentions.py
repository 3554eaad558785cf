"""`tuireader mentions`: every place where documents name an actor."""

from argparse import ArgumentParser, Namespace
from collections.abc import Container, Iterator, Sequence

from tuireader.cli import options
from tuireader.cli.documents import Documents, open_documents
from tuireader.cli.forms import Format
from tuireader.cli.names import Names
from tuireader.cli.output import Cell, Sheet, write
from tuireader.domain.actor import ActorKind, Mention
from tuireader.domain.document import Document
from tuireader.domain.index import Index

FIELDS = ("document", "actor", "kind", "form", "text", "start", "end", "section", "paragraph", "context", "page")
MAIN = ("document", "actor", "start", "context")
WHY = ("confidence", "why", "candidates")
MAIN_WITH_WHY = ("document", "actor", "start", "confidence", "why", "context")

_CONTEXT = 30
"""Characters on each side of a mention."""

_EPILOGUE = f"""\
Fields: {", ".join(FIELDS[:7])},
{", ".join(FIELDS[7:])}.
`start` and `end` count the characters of `tuireader text PATH` from 0, and
`paragraph` its paragraphs from 0. `section` is the title of the section, and
`page` the printed page, counted from 1, of a file that has pages.
--why adds: {", ".join(WHY)}. The candidates are the ids of other
actors that go by the same words, where these are ambiguous."""


def add_arguments(parser: ArgumentParser) -> None:
    """Say what this command takes."""
    parser.epilog = _EPILOGUE
    options.add_paths(parser)
    parser.add_argument(
        "--actor",
        metavar="NAME",
        action="append",
        default=[],
        help="only this actor, by any name in the text or an ISO code, in any case; may be given several times",
    )
    options.add_kinds(parser)
    options.add_pronouns(parser)
    options.add_why(parser)
    options.add_format(parser)
    options.add_output(parser)


def run(args: Namespace) -> int:
    """Print the mentions in the documents."""
    path = options.output(args)
    documents = open_documents(args)
    rows = sheet_with_reasons if args.why else sheet
    write(rows(documents, args.actor, options.kinds(args)), Format(args.format), path)
    return documents.exit_code


def sheet(documents: Documents, names: Sequence[str], kinds: Container[ActorKind]) -> Sheet:
    """A row for every mention of the actors with some names, or of all; of some kinds only.

    Raises:
        UsageError: No document has an actor of one of the names; raised when the rows have been read.
    """
    main = MAIN if len(documents) > 1 else MAIN[1:]
    return Sheet(FIELDS, (row for row, _ in _rows(documents, names, kinds)), main)


def sheet_with_reasons(documents: Documents, names: Sequence[str], kinds: Container[ActorKind]) -> Sheet:
    """The same rows, each with why it is there, how sure that is, and who else may be meant.

    Raises:
        UsageError: No document has an actor of one of the names; raised when the rows have been read.
    """
    main = MAIN_WITH_WHY if len(documents) > 1 else MAIN_WITH_WHY[1:]
    rows = ((*row, *_why(mention)) for row, mention in _rows(documents, names, kinds))
    return Sheet((*FIELDS, *WHY), rows, main)


def _rows(
    documents: Documents, names: Sequence[str], kinds: Container[ActorKind]
) -> Iterator[tuple[tuple[Cell, ...], Mention]]:
    asked = Names(names)
    for source, document, index in documents.indexed():
        asked.meet(index)
        for mention in _mentions(index, names):
            actor = index.actor(mention.actor)
            if actor.kind in kinds:
                yield (source, actor.name, actor.kind, *_place(mention, document)), mention
    asked.check(documents)


def _mentions(index: Index, names: Sequence[str]) -> Sequence[Mention]:
    if not names:
        return index.mentions
    return index.of({actor.id for name in names for actor in index.named(name)})


def _place(mention: Mention, document: Document) -> tuple[Cell, ...]:
    span = mention.span
    text = document.text[span.start : span.end]
    section = document.section_title_at(span.start)
    paragraph = document.paragraph_at(span.start)
    context = "".join(document.context(span, _CONTEXT)).strip()
    return mention.form, text, span.start, span.end, section, paragraph, context, document.page_at(span.start)


def _why(mention: Mention) -> tuple[Cell, ...]:
    return mention.confidence, mention.reason, mention.candidates
