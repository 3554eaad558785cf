"""How the piece of a question that is being typed may go on."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from tuireader.domain.actor import Actor, ActorKind, fold
from tuireader.domain.document import Document
from tuireader.domain.index import Index
from tuireader.domain.question import Field, Name, Piece, Trait, parse
from tuireader.domain.slip import perhaps_meant
from tuireader.errors import QuestionError

_MOST = 200
"""Completions; nobody looks at more."""

_PLAIN = re.compile(r"[\w.'’-]+(?: [\w.'’]+)*")
"""A value that needs no quotation marks."""


@dataclass(frozen=True, slots=True)
class Completion:
    """What may stand in the place of a piece."""

    text: str
    """What is put in."""

    shown: str
    note: str = ""
    """How much there is of it, or whose it is."""

    actor: Actor | None = None
    """Whom it names."""


def completions(piece: Piece, document: Document, index: Index) -> tuple[Completion, ...]:
    """How a piece may go on.

    Args:
        piece: What is typed of it.
        document: What is asked.
        index: Its actors, as far as they may be known.

    Returns:
        The names of actors with a word that begins so, or else that are spelt almost so; of a field its values. The
        most important ones come first; what is typed already is none of them.
    """
    ways: Mapping[str, Callable[[str, Document, Index], Iterator[Completion]]] = {
        "": _names,
        Field.KIND: _kinds,
        Field.ROLE: _roles,
        Field.COUNTRY: _countries,
        Field.SAID: _speakers,
        Field.IN: _sections,
    }
    if piece.field not in ways:
        return ()
    ways_on = ways[piece.field](piece.text.strip(), document, index)
    new = (each for each in ways_on if fold(each.text) != fold(piece.text) and _is_understood(piece.field, each))
    return tuple(islice(new, _MOST))


def _is_understood(field: str, completion: Completion) -> bool:
    """Whether a question with a completion means it: some names hold signs of questions."""
    try:
        match parse(f"{field}:{completion.text}" if field else completion.text):
            case Name(name):
                return not field and name == completion.text
            case Trait(value=value):
                return bool(field) and value == completion.text.strip('"')
    except QuestionError:
        pass
    return False


def _names(typed: str, _: Document, index: Index) -> Iterator[Completion]:
    for actor in _called(typed, index):
        yield Completion(actor.name, actor.name, f"{index.count(actor.id)}", actor)


def _called(typed: str, index: Index) -> Iterator[Actor]:
    if found := index.begun(typed):
        wanted = {actor.id for actor in found}
        yield from (actor for actor in index.actors if actor.id in wanted)
    elif typed:
        for name in perhaps_meant(typed, index.actors):
            yield index.named(name)[0]


def _kinds(typed: str, _: Document, index: Index) -> Iterator[Completion]:
    counts = Counter(actor.kind for actor in index.actors)
    begun = [kind for kind in ActorKind if kind.startswith(fold(typed))]
    for kind in begun or ActorKind:
        yield Completion(kind, kind, f"{counts[kind]}")


def _roles(typed: str, _: Document, index: Index) -> Iterator[Completion]:
    wanted, seen = fold(typed), set[str]()
    for actor in index.actors:
        for role in actor.roles:
            folded = fold(role.text)
            if f" {wanted}" in f" {folded}" and folded not in seen:
                seen.add(folded)
                yield Completion(_value(role.text), role.text, actor.name)


def _countries(typed: str, _: Document, index: Index) -> Iterator[Completion]:
    """The countries that anybody is known to be of."""
    counts = Counter(actor.code for actor in index.actors if actor.code and actor.kind is not ActorKind.COUNTRY)
    wanted = {actor.id for actor in index.begun(typed)} if typed else {actor.id for actor in index.actors}
    for actor in index.actors:
        if actor.kind is ActorKind.COUNTRY and actor.id in wanted:
            count = counts[actor.code or ""]
            yield Completion(_value(actor.name), actor.name, f"{count}" if count else "")


def _speakers(typed: str, _: Document, index: Index) -> Iterator[Completion]:
    counts = Counter(each.speaker for each in index.quotations or ())
    for actor in _called(typed, index) if typed else index.actors:
        if counts[actor.id]:
            yield Completion(_value(actor.name), actor.name, f"{counts[actor.id]}", actor)


def _sections(typed: str, document: Document, _: Index) -> Iterator[Completion]:
    wanted = fold(typed)
    for number, section in enumerate(document.sections, start=1):
        if f" {wanted}" in f" {fold(section.title)}" or str(number).startswith(wanted):
            yield Completion(f"{number}", section.title, f"{number}")


def _value(words: str) -> str:
    """A value as it stands in a question."""
    return words if _PLAIN.fullmatch(words) else f'"{words}"'
