"""`tuireader actors`: who acts in documents."""

from argparse import ArgumentParser, Namespace
from collections.abc import Container, Iterator

from tuireader.cli import options
from tuireader.cli.documents import Documents, open_documents
from tuireader.cli.forms import Format
from tuireader.cli.output import Cell, Sheet, write
from tuireader.domain.actor import Actor, ActorKind
from tuireader.domain.index import Index

FIELDS = ("document", "id", "name", "kind", "code", "mentions", "first", "aliases", "roles")
MAIN = ("document", "name", "kind", "code", "mentions", "roles")
WHY = ("confidence", "why")
MAIN_WITH_WHY = ("document", "name", "kind", "mentions", *WHY)

_EPILOGUE = f"""\
Fields: {", ".join(FIELDS[1:])}.
Key actors come first. `code` is a country's, or that of the country that the
text gives a person. `mentions` is their count, `first` the offset of the
first one. With more than one PATH, a field `document` stands before these.
--why adds: {", ".join(WHY)}. Of ten actors with a confidence of 0.9, nine are
what they are said to be."""


def add_arguments(parser: ArgumentParser) -> None:
    """Say what this command takes."""
    parser.epilog = _EPILOGUE
    options.add_paths(parser)
    options.add_kinds(parser)
    options.add_pronouns(parser)
    options.add_why(parser)
    options.add_format(parser)
    options.add_output(parser)


def run(args: Namespace) -> int:
    """Print the actors of the documents."""
    path = options.output(args)
    documents = open_documents(args)
    rows = sheet_with_reasons if args.why else sheet
    write(rows(documents, options.kinds(args)), Format(args.format), path)
    return documents.exit_code


def sheet(documents: Documents, kinds: Container[ActorKind]) -> Sheet:
    """A row for every actor of some kinds, with its document where there are several."""
    rows = ((source, *_row(actor, index)) for source, actor, index in _actors(documents, kinds))
    return Sheet(FIELDS, rows, MAIN).for_documents(len(documents))


def sheet_with_reasons(documents: Documents, kinds: Container[ActorKind]) -> Sheet:
    """The same rows, each with why it is there, and how sure that is."""
    rows = ((source, *_row(actor, index), *_why(actor)) for source, actor, index in _actors(documents, kinds))
    return Sheet((*FIELDS, *WHY), rows, MAIN_WITH_WHY).for_documents(len(documents))


def _actors(documents: Documents, kinds: Container[ActorKind]) -> Iterator[tuple[str, Actor, Index]]:
    for source, _, index in documents.indexed():
        for actor in index.actors:
            if actor.kind in kinds:
                yield source, actor, index


def _row(actor: Actor, index: Index) -> tuple[Cell, ...]:
    mentions = index.of([actor.id])
    first = mentions[0].span.start if mentions else None
    roles = tuple(dict.fromkeys(role.text for role in actor.roles))
    return actor.id, actor.name, actor.kind, actor.code, len(mentions), first, actor.aliases, roles


def _why(actor: Actor) -> tuple[Cell, ...]:
    return actor.confidence, (*actor.corrections, *(reason.text for reason in actor.reasons))
