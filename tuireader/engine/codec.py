"""Documents and indexes as bytes: a head of JSON with all words, and behind it the columns of numbers as they are.

It needs no more than a copy to read the columns again. Whatever does not fit together is refused when it is read.
"""

import json
import sys
from array import array
from collections.abc import Sequence
from operator import le
from typing import Any

from tuireader.domain.actor import Actor, ActorId, ActorKind, Basis, Reason, Role
from tuireader.domain.document import Document, DocumentId, Section
from tuireader.domain.index import Index
from tuireader.domain.inline import Inlines, InlineStyle
from tuireader.domain.mentions import Mentions
from tuireader.domain.paragraph import Paragraphs
from tuireader.domain.quotation import Quotations
from tuireader.domain.span import Span

_PARAGRAPH_COLUMNS = 8
_MENTION_COLUMNS = 5
_LENGTH = 8
"""Bytes in front that say how long the head is."""


class DamagedError(ValueError):
    """Some bytes are no document or index, at least not one for this machine."""


def document_to_bytes(document: Document) -> bytes:
    """A document as bytes."""
    paragraphs, inlines = Paragraphs.of(document.paragraphs), Inlines.of(document.inlines)
    words = {
        "id": document.id,
        "title": document.title,
        "keeps_lines": document.keeps_lines,
        "pages": document.pages,
        "warning": document.warning,
        "sections": [[each.title, each.level, each.span.start, each.span.end] for each in document.sections],
        "leads": paragraphs.leads,
        "alignments": paragraphs.alignments,
        "looks": [[sorted(styles), target] for styles, target in inlines.looks],
    }
    text = document.text.encode("utf-8", "surrogatepass")
    return _pack(words, [*paragraphs.columns, *inlines.columns], text)


def document_from_bytes(data: bytes) -> Document:
    """The document again.

    Raises:
        DamagedError: The bytes are none.
    """
    try:
        return _document(data)
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError) as error:
        raise DamagedError(f"no document: {error}") from error


def index_to_bytes(index: Index) -> bytes:
    """An index as bytes."""
    mentions = Mentions.of(index.mentions)
    quotations = Quotations.of(index.quotations or ())
    words = {
        "actors": [_actor_to_list(actor) for actor in index.actors],
        "mentioned": mentions.actors,
        "bases": [[each.reason, each.confidence, each.candidates] for each in mentions.bases],
        "speakers": None if index.quotations is None else quotations.speakers,
        "tellings": quotations.tellings,
    }
    return _pack(words, [*mentions.columns, *quotations.columns])


def index_from_bytes(data: bytes, length: int) -> Index:
    """The index again, for a text of so many characters.

    Raises:
        DamagedError: The bytes are none, or belong to another text.
    """
    try:
        words, columns, _ = _unpack(data)
        _check_order(columns[0], columns[1], length)
        actors = tuple(map(_actor_from_list, words["actors"]))
        if not set(words["mentioned"]) <= {actor.id for actor in actors}:
            raise DamagedError("an actor who is not there")
        bases = [Basis(reason, sure, tuple(map(ActorId, others))) for reason, sure, others in words["bases"]]
        mentions = Mentions(*columns[:_MENTION_COLUMNS], actors=words["mentioned"], bases=bases)
        return Index(actors, mentions, _quotations(words, columns[_MENTION_COLUMNS:], length))
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError) as error:
        raise DamagedError(f"no index: {error}") from error


def _quotations(words: dict[str, Any], columns: Sequence["array[int]"], length: int) -> Quotations | None:
    if words["speakers"] is None:
        return None
    _check_order(columns[0], columns[1], length)
    known = {entry[0] for entry in words["actors"]}
    if not set(words["speakers"]) <= {None, *known}:
        raise DamagedError("a speaker who is not there")
    tellings = [(bool(is_certain), str(reason)) for is_certain, reason in words["tellings"]]
    return Quotations(*columns, speakers=words["speakers"], tellings=tellings)


def _document(data: bytes) -> Document:
    words, columns, letters = _unpack(data)
    text = str(letters, "utf-8", "surrogatepass")
    starts, ends, _, section_numbers, *_ = columns
    _check_order(starts, ends, len(text))
    sections = tuple(Section(title, level, Span(start, end)) for title, level, start, end in words["sections"])
    if not set(section_numbers) <= set(range(max(1, len(sections)))):
        raise DamagedError("a section that is not there")
    inline_columns = columns[_PARAGRAPH_COLUMNS:]
    _check_order(inline_columns[0], inline_columns[1], len(text))
    looks = [(frozenset(map(InlineStyle, names)), target) for names, target in words["looks"]]
    return Document(
        DocumentId(words["id"]),
        words["title"],
        text,
        sections,
        Paragraphs(*columns[:_PARAGRAPH_COLUMNS], leads=words["leads"], alignments=words["alignments"]),
        Inlines(*inline_columns, looks=looks),
        words["keeps_lines"],
        _pages(words["pages"], len(text)),
        words["warning"],
    )


def _pages(starts: Sequence[int], length: int) -> tuple[int, ...]:
    pages = array("q", starts)
    _check_order(pages, pages, length)
    return tuple(pages)


def _actor_to_list(actor: Actor) -> list[object]:
    roles = [[role.text, role.span.start, role.span.end] for role in actor.roles]
    reasons = [[reason.text, reason.weight] for reason in actor.reasons]
    named = [actor.id, actor.name, actor.kind, actor.code, actor.aliases]
    return [*named, roles, reasons, actor.confidence, actor.other_names]


def _actor_from_list(entry: Sequence[Any]) -> Actor:
    id_, name, kind, code, aliases, roles, reasons, confidence, other_names = entry
    return Actor(
        ActorId(id_),
        name,
        ActorKind(kind),
        code,
        tuple(aliases),
        tuple(Role(text, Span(start, end)) for text, start, end in roles),
        tuple(Reason(text, weight) for text, weight in reasons),
        confidence,
        other_names=tuple(other_names),
    )


def _check_order(starts: "array[int]", ends: "array[int]", length: int) -> None:
    """Refuse spans that overlap, are turned round, or leave the text."""
    if len(starts) != len(ends) or not all(map(le, starts, ends)) or not all(map(le, ends, starts[1:])):
        raise DamagedError("spans that are not in order")
    if starts and (starts[0] < 0 or ends[-1] > length):
        raise DamagedError("spans outside the text")


def _pack(words: object, columns: Sequence["array[int]"], text: bytes = b"") -> bytes:
    blocks = [[column.typecode, column.itemsize, len(column)] for column in columns]
    head = json.dumps([sys.byteorder, blocks, len(text), words], separators=(",", ":")).encode()
    return b"".join([len(head).to_bytes(_LENGTH, "little"), head, *columns, text])


def _unpack(data: bytes) -> tuple[dict[str, Any], list["array[int]"], memoryview]:
    """The words of the head, the columns, and the bytes of the text."""
    start = _LENGTH + int.from_bytes(data[:_LENGTH], "little")
    order, blocks, length, words = json.loads(data[_LENGTH:start])
    view, columns = memoryview(data), []
    for typecode, itemsize, count in blocks:
        column = array(typecode)
        if column.itemsize != itemsize or order != sys.byteorder or start + itemsize * count > len(data):
            raise DamagedError("columns for another machine, or cut off")
        column.frombytes(view[start : start + itemsize * count])
        columns.append(column)
        start += itemsize * count
    if start + length != len(data):
        raise DamagedError("a text of another length")
    return words, columns, view[start:]
