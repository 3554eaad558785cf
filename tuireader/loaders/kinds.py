"""What the blocks of a plain text are: prose, verse, quotes, items, tables, rules."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tuireader.domain.paragraph import ParagraphKind
from tuireader.domain.span import Span
from tuireader.loaders.cutting import Shape
from tuireader.loaders.sections import Block

_RULE = re.compile(r"\s*(?:(?P<sign>[*\-_=~#·•+—–])[^\S\n]*(?:(?P=sign)[^\S\n]*)+(?P=sign)|[*⁂❦§])\s*")
_ITEM = re.compile(r"\n(?P<indent>[ \t]*+)(?P<marker>(?:[-*+•‣◦▪]|\(?(?:\d{1,3}|[a-z](?=\)))[.)])[ \t]+)(?=\S)")
_BULLETS = "-*+•‣◦▪"
_DRAWN = re.compile(r"[|>│┃─━═║┌┐└┘├┤┬┴┼╭╮╰╯█▓▒░]")
_CODE = re.compile(r"[│┃─━═║┌┐└┘├┤┬┴┼╭╮╰╯█▓▒░]|\|.*\||\+--|--\+|^\s*[|>]")
_SIGNS_OF_COLUMNS = ("   ", "\t", "....", ". . ")
_COLUMNS = re.compile(r"\S(?: {3,}|\t+|\s?\.{4,}\s?|(?: \.){4,9}\s?)\S")
_BAR, _INDENT = "> ", "  "
_ATTRIBUTION = re.compile(r"\s*(?:--|[—–])")
_SHORT_LINE = 0.6
"""Of the width of the text; most lines of a verse are shorter."""

_VERSE_WIDTH = 60


def kinds_of(text: str, span: Span, shape: Shape) -> Iterator[Block]:
    """Find out what a block is.

    Args:
        text: The whole text.
        span: The block: some whole lines.
        shape: How the text is set.

    Yields:
        The block without the white space at its ends, or its parts if it is a list.
    """
    source = text[span.start : span.end]
    if _RULE.fullmatch(source):
        yield Block(bare(text, span), ParagraphKind.RULE)
        return
    markers = list(_ITEM.finditer("\n" + source))
    if markers and (markers[0].start() == 0 or _is_list(markers)) and not _has_columns(source):
        yield from _items(source, span.start, markers)
        return
    kind = _kind(source, shape)
    yield Block(bare(text, span), kind, lead=_BAR if kind is ParagraphKind.QUOTE else "")


def bare(text: str, span: Span) -> Span:
    """A span without the white space at its ends."""
    return _bare(text[span.start : span.end], span.start)


def _bare(source: str, offset: int) -> Span:
    end = offset + len(source.rstrip())
    return Span(min(end, offset + len(source) - len(source.lstrip())), end)


def _is_list(markers: Sequence[re.Match[str]]) -> bool:
    """Whether markers below a first line of prose open items, and do not stand there by chance."""
    return len(markers) > 1 and all(marker["marker"][0] in _BULLETS for marker in markers)


def _items(source: str, offset: int, markers: Sequence[re.Match[str]]) -> Iterator[Block]:
    """The items of a list, and the lines that may introduce them; each marker begins with the line end above it."""
    starts = [marker.start() for marker in markers]
    if source[: starts[0]].strip():
        yield Block(
            Span(offset + starts[0] - len(source[: starts[0]].lstrip()), offset + len(source[: starts[0]].rstrip()))
        )
    indents: list[int] = []
    for marker, (start, end) in zip(markers, pairwise([*starts, len(source)]), strict=True):
        indent = len(marker["indent"].expandtabs(4))
        indents = [*(outer for outer in indents if outer < indent), indent]
        span = Span(offset + start + len(marker["indent"]), offset + len(source[:end].rstrip()))
        lead = _INDENT * (len(indents) - 1)
        yield Block(span, ParagraphKind.ITEM, hang=len(marker["marker"]), lead=lead)


def _kind(source: str, shape: Shape) -> ParagraphKind:
    lines = source.split("\n")
    if _DRAWN.search(source) and _is_in_most(_CODE, lines):
        return ParagraphKind.CODE
    if len(lines) > 1 and _has_columns(source):
        return ParagraphKind.VERSE
    if source[0].isspace() and all(_indent(line) > shape.margin + 1 for line in lines):
        return _kind_of_indented(lines, shape)
    return ParagraphKind.VERSE if _is_verse(lines, shape.width) else ParagraphKind.TEXT


def _has_columns(source: str) -> bool:
    return any(sign in source for sign in _SIGNS_OF_COLUMNS) and _is_in_most(_COLUMNS, source.split("\n"))


def _is_in_most(pattern: re.Pattern[str], lines: Sequence[str]) -> bool:
    return sum(bool(pattern.search(line)) for line in lines) * 2 > len(lines)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def _kind_of_indented(lines: Sequence[str], shape: Shape) -> ParagraphKind:
    """Lines that all stand in: a block quote if sentences run on from line to line, else verse."""
    if len(lines) == 1:
        return ParagraphKind.TEXT if shape.is_first_indented else ParagraphKind.VERSE
    quoted = lines[1:-1] if len(lines) > 2 and _ATTRIBUTION.match(lines[-1]) else lines[1:]
    return ParagraphKind.VERSE if _begun(quoted) * 2 > len(quoted) else ParagraphKind.QUOTE


def _begun(lines: Sequence[str]) -> int:
    """How many lines begin as a sentence or a verse does."""
    return sum(not line.lstrip()[:1].islower() for line in lines)


def _is_verse(lines: Sequence[str], width: int) -> bool:
    """Whether lines are ended on purpose: most are short, or each begins like a line of a poem."""
    if len(lines) < 2:
        return False
    least = width * _SHORT_LINE
    short = len([line for line in lines[:-1] if len(line) < least])
    if len(lines) == 2:
        return bool(short and _begun(lines[1:]))
    if short * 2 > len(lines) - 1:
        return True
    return len(lines) > 3 and max(map(len, lines)) <= _VERSE_WIDTH and _begun(lines) == len(lines)
