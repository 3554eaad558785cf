"""A text with the capitals that it would have in a newspaper, where it has nothing but capitals or none at all."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from tuireader.domain.span import Span
from tuireader.recognise.contexts import is_common
from tuireader.recognise.countries import open_countries
from tuireader.recognise.gazetteer import Gazetteer, capitalised, is_often_given
from tuireader.recognise.languages import Sample
from tuireader.recognise.lexicon import open_lexicon
from tuireader.recognise.recasing import Recaser

_FEWEST_WORDS, _FEWEST_BESIDE_OTHERS = 6, 20
"""Shorter paragraphs in capitals stay as they are; in a text that is mostly not in capitals, they are headings."""

_SHORTEST_COUNTRY = 4
_RARELY_LOWER = 2
_WORD = re.compile(r"(?<![\w./@#&=-])[^\W\d_][\w.]*(?<!\.)")
_JOINED = re.compile(r"[/@&=]|[.-]\w")


def with_usual_case(text: str, blocks: Sequence[Span]) -> str:
    """Give the paragraphs in capitals, or without any, the capitals that names usually have; the rest stays as it is.

    Args:
        text: The whole text.
        blocks: Its paragraphs in order.

    Returns:
        A text of the same length; the same text if there is nothing to do.
    """
    upper = _in_capitals(text, blocks)
    lower = {block: part for block in blocks if (part := text[block.start : block.end]).islower()}
    if not upper and not lower:
        return text
    recased = Recaser(upper.values()).recase
    new = {block: recased(part) for block, part in upper.items()}
    new |= {block: _with_countries(part) for block, part in lower.items()}
    return "".join(_put_in(text, new))


def _put_in(text: str, new: Mapping[Span, str]) -> Iterator[str]:
    end = 0
    for block in sorted(new):
        yield text[end : block.start]
        yield new[block]
        end = block.end
    yield text[end:]


def _in_capitals(text: str, blocks: Sequence[Span]) -> dict[Span, str]:
    """The paragraphs that are English prose in capitals."""
    upper = {block: part for block in blocks if (part := text[block.start : block.end]).isupper()}
    is_most = 2 * sum(map(len, upper)) > len(text)
    fewest = _FEWEST_WORDS if is_most else _FEWEST_BESIDE_OTHERS
    return {
        block: part
        for block, part in upper.items()
        if len(part.split()) >= fewest and Sample.of(part).is_foreign() is False
    }


def _with_countries(text: str) -> str:
    """A text in lower case with capitals for the countries of which it surely speaks."""
    parts, end = list[str](), 0
    for match in _WORD.finditer(text):
        start = match.start()
        phrase = _sure_countries().longest_at(text, start) if start >= end else ""
        if phrase and not _JOINED.match(text, start + len(phrase)):
            parts += (text[end:start], capitalised(text[start : start + len(phrase)]))
            end = start + len(phrase)
    return "".join([*parts, text[end:]])


@cache
def _sure_countries() -> Gazetteer:
    """Names and demonyms of countries that are nothing else even without capitals."""
    countries = open_countries()
    return Gazetteer.of(key for key in [*countries.names, *countries.demonyms] if _is_sure(key))


def _is_sure(key: str) -> bool:
    if " " in key or "." in key:
        return key.strip(".") != "u.s" or key == "u.s."
    if key in open_countries().acronyms:
        return key != "us"
    is_rarely_lower = open_lexicon().lower_share(key) <= _RARELY_LOWER
    return len(key) >= _SHORTEST_COUNTRY and is_rarely_lower and not is_common(key) and not is_often_given(key)
