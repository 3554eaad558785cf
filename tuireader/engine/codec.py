"""Documents and indexes as bytes: a head of JSON with all words, and behind it the columns of numbers as they are.

It needs no more than a copy to read the columns again. Whatever does not fit together is refused when it is read.
"""

import json
import sys
from array import array
from collections.abc import Iterable, Sequence
from operator import le
from typing import Any, TypeVar

from tuireader.domain.actor import Actor, ActorId, ActorKind, Basis, Reason, Role
from tuireader.domain.document import Document, Inline, InlineStyle, Section
from tuireader.domain.index import Index
from tuireader.domain.span import Span
from tuireader.engine.columns import DocumentColumns, IndexColumns

T = TypeVar("T")

_LENGTH = 8
"""Bytes in front that say how long the head is."""


class DamagedError(ValueError):
    """Some bytes are no document or index, at least not one for this machine."""


def document_to_bytes(document: Document) -> bytes:
    """A document as bytes."""
    columns = DocumentColumns.of(document)
    leads, lead_numbers = _numbered(columns.leads)
    alignments, alignment_numbers = _numbered(columns.alignments)
    looks, look_numbers = _numbered((each.styles, each.target) for each in columns.inlines)
    words = {
        "id": columns.id,
        "title": columns.title,
        "keeps_lines": columns.keeps_lines,
        "pages": list(columns.pages),
        "warning": columns.warning,
        "sections": [[each.title, each.level, each.span.start, each.span.end] for each in columns.sections],
        "leads": leads,
        "alignments": alignments,
        "looks": [[sorted(styles), target] for styles, target in looks],
    }
    paragraphs = (columns.starts, columns.ends, columns.kinds, columns.section_numbers, columns.levels, columns.hangs)
    inline_starts = array("q", [each.span.start for each in columns.inlines])
    inline_ends = array("q", [each.span.end for each in columns.inlines])
    inlines = (inline_starts, inline_ends, look_numbers)
    text = columns.text.encode("utf-8", "surrogatepass")
    return _pack(words, [*paragraphs, lead_numbers, alignment_numbers, *inlines], text)


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
    columns = IndexColumns.of(index)
    words = {
        "actors": [_actor_to_list(actor) for actor in columns.actors],
        "bases": [[each.reason, each.confidence, each.candidates] for each in columns.bases],
    }
    return _pack(words, [columns.starts, columns.ends, columns.owners, columns.forms, columns.basis_numbers])


def index_from_bytes(data: bytes, length: int) -> Index:
    """The index again, for a text of so many characters.

    Raises:
        DamagedError: The bytes are none, or belong to another text.
    """
    try:
        words, (starts, ends, owners, forms, bases), _ = _unpack(data)
        _check_order(starts, ends, length)
        if min(map(min, filter(None, (owners, forms, bases))), default=0) < 0:
            raise DamagedError("a number below 0")
        actors = tuple(map(_actor_from_list, words["actors"]))
        kept = tuple(
            Basis(reason, confidence, tuple(map(ActorId, candidates)))
            for reason, confidence, candidates in words["bases"]
        )
        return IndexColumns(actors, starts, ends, owners, forms, kept, bases).to_index()
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError) as error:
        raise DamagedError(f"no index: {error}") from error


def _document(data: bytes) -> Document:
    words, columns, letters = _unpack(data)
    starts, ends, kinds, section_numbers, levels, hangs, leads, alignments, *inline_columns = columns
    text = str(letters, "utf-8", "surrogatepass")
    _check_order(starts, ends, len(text))
    sections = tuple(Section(title, level, Span(start, end)) for title, level, start, end in words["sections"])
    if not set(section_numbers) <= set(range(max(1, len(sections)))):
        raise DamagedError("a section that is not there")
    if any(len(column) != len(starts) for column in columns[:8]):
        raise DamagedError("columns of different lengths")
    return DocumentColumns(
        words["id"],
        words["title"],
        text,
        sections,
        _inlines(words["looks"], *inline_columns, length=len(text)),
        starts,
        ends,
        kinds,
        section_numbers,
        levels,
        hangs,
        tuple(map(words["leads"].__getitem__, leads)),
        tuple(map(words["alignments"].__getitem__, alignments)),
        words["keeps_lines"],
        _pages(words["pages"], len(text)),
        words["warning"],
    ).to_document()


def _pages(starts: Sequence[int], length: int) -> "array[int]":
    pages = array("q", starts)
    _check_order(pages, pages, length)
    return pages


def _inlines(
    looks: Sequence[tuple[Sequence[str], str]],
    starts: "array[int]",
    ends: "array[int]",
    look_numbers: "array[int]",
    *,
    length: int,
) -> tuple[Inline, ...]:
    _check_order(starts, ends, length)
    styles = [(frozenset(map(InlineStyle, names)), target) for names, target in looks]
    spans = map(Span, starts, ends)
    return tuple(Inline(span, *styles[look]) for span, look in zip(spans, look_numbers, strict=True))


def _actor_to_list(actor: Actor) -> list[object]:
    roles = [[role.text, role.span.start, role.span.end] for role in actor.roles]
    reasons = [[reason.text, reason.weight] for reason in actor.reasons]
    return [actor.id, actor.name, actor.kind, actor.code, actor.aliases, roles, reasons, actor.confidence]


def _actor_from_list(entry: Sequence[Any]) -> Actor:
    id_, name, kind, code, aliases, roles, reasons, confidence = entry
    return Actor(
        ActorId(id_),
        name,
        ActorKind(kind),
        code,
        tuple(aliases),
        tuple(Role(text, Span(start, end)) for text, start, end in roles),
        tuple(Reason(text, weight) for text, weight in reasons),
        confidence,
    )


def _numbered(values: Iterable[T]) -> tuple[list[T], "array[int]"]:
    """The distinct values, and the number of each one among them."""
    numbers: dict[T, int] = {}
    column = array("l", [numbers.setdefault(value, len(numbers)) for value in values])
    return list(numbers), column


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
