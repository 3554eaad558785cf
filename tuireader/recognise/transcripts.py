"""Transcripts: turns that begin with the name of who speaks and a colon, without quotation marks."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tuireader.domain.quotation import Quotation
from tuireader.domain.span import Span
from tuireader.recognise.speakers import People

_REASON = "name at the head of a turn"
_COLON = re.compile(r"[*_]{0,2}:[*_]{0,2}[ \t\n]+(?![\"“„«‘'\s])")
_HEAD = re.compile(r"^[ \t*_>-]*[A-Z][^:\n]{0,40}:", re.MULTILINE)
_BEFORE_NAME = re.compile(r"[\s*_>-]*(?:[A-Z][\w.]*\s+){0,2}")
_LONGEST_LEAD = 60
_FEWEST = 2
"""How often somebody must speak in a transcript: a name before a colon may begin a list as well."""


def find_turns(text: str, spans: Sequence[Span], people: People) -> Iterator[Quotation]:
    """The turns of people whose names stand before a colon at the beginning of a line, at least twice."""
    heads = list(_heads(text, people))
    counts = Counter(people.owners[number] for number, _ in heads)
    turns = [(number, start) for number, start in heads if counts[people.owners[number]] >= _FEWEST]
    ends = iter(spans)
    span = next(ends, None)
    for (number, start), (_, following) in pairwise([*turns, (0, len(text))]):
        while span is not None and span.end <= start:
            span = next(ends, None)
        if span is None:
            return
        head = _HEAD.search(text, start, min(span.end, following))
        end = head.start() if head else span.end
        words = Span(start, start + len(text[start:end].rstrip()))
        if len(words):
            cue = Span(people.starts[number], people.ends[number])
            yield Quotation(words, people.actors[people.owners[number]], cue, True, _REASON)


def _heads(text: str, people: People) -> Iterator[tuple[int, int]]:
    """The mentions of persons that begin a line before a colon, and where the words begin behind it."""
    for number, end in enumerate(people.ends):
        if text[end : end + 1] not in ":*_" or not people.is_person(people.owners[number]):
            continue
        colon, start = _COLON.match(text, end), people.starts[number]
        line = text.rfind("\n", max(0, start - _LONGEST_LEAD), start) + 1
        if colon and (line or start < _LONGEST_LEAD) and _BEFORE_NAME.fullmatch(text, line, start):
            yield number, colon.end()
