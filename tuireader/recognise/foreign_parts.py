"""Which parts of a text are not in English."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from tuireader.domain.span import Span
from tuireader.recognise.languages import Sample, markers, vocabulary

_SENTENCE = re.compile(r"[^.!?…:;\"“”„«»]+[.!?…:;\"“”„«»]*\s*")
_FEW_MARKERS, _WORDS_A_MARKER = 3, 20_000
"""From how many foreign small words on, and one more for so many words, a text is looked at closely."""

_NEIGHBOURS = 2
"""How many blocks before and behind such a word are looked at too."""

_MOSTLY_KNOWN = 0.8
_GLANCE = 24
"""How many letters tell that a block is likely in capitals, whose words are not counted."""


@dataclass(frozen=True, slots=True, eq=False)
class Foreign:
    """The parts of a text that are in another language than English."""

    spans: Sequence[Span] = ()
    """In order, apart from each other."""

    def holds(self, offset: int) -> bool:
        """Whether a place is in one of them."""
        number = bisect_right(self.spans, offset, key=attrgetter("start")) - 1
        return number >= 0 and offset in self.spans[number]


ALL_ENGLISH = Foreign()
"""Of a text that is in English from beginning to end."""


def find_foreign_parts(text: str, blocks: Sequence[Span], lower: Mapping[str, int]) -> Foreign:
    """Find the parts of a text that are in another language than English; mostly there are none.

    Args:
        text: The whole text.
        blocks: Its paragraphs in order.
        lower: How often each word stands in lower case in the whole of it.
    """
    doubtful = {number for number, block in enumerate(blocks) if text[block.start : block.start + _GLANCE].isupper()}
    if _is_suspect(lower):
        doubtful |= _doubtful(text, blocks, lower)
    if not doubtful:
        return ALL_ENGLISH
    verdicts = _settled([number in doubtful and _is_foreign(text, block) for number, block in enumerate(blocks)])
    pairs = [(blocks[number], verdict) for number, verdict in enumerate(verdicts) if number in doubtful]
    return Foreign([span for block, verdict in pairs for span in _foreign_in(text, block, verdict)])


def _is_suspect(lower: Mapping[str, int]) -> bool:
    """Whether the words of a text give cause to look at it closely."""
    if _is_strange(lower):
        return True
    return (
        sum(map(lower.__getitem__, markers().intersection(lower)))
        >= _FEW_MARKERS + sum(lower.values()) / _WORDS_A_MARKER
    )


def _is_strange(lower: Mapping[str, int]) -> bool:
    """Whether many words of a text are none that English texts have."""
    known = vocabulary()
    return sum(map(lower.__getitem__, known.intersection(lower))) <= _MOSTLY_KNOWN * sum(lower.values())


def _doubtful(text: str, blocks: Sequence[Span], lower: Mapping[str, int]) -> set[int]:
    """The numbers of the blocks to look at: all of a strange text, else those near small words of other languages."""
    if _is_strange(lower):
        return set(range(len(blocks)))
    found = {word for word in markers() if word in lower}
    near = (n for n, block in enumerate(blocks) if not found.isdisjoint(text[block.start : block.end].split()))
    return {number + step for number in near for step in range(-_NEIGHBOURS, _NEIGHBOURS + 1)}


def _is_foreign(text: str, block: Span) -> bool | None:
    return Sample.of(text[block.start : block.end]).is_foreign()


def _settled(verdicts: Sequence[bool | None]) -> Iterator[bool]:
    """Verdicts for all blocks: one that is too short to tell is foreign where those before and after it are."""
    following: list[bool | None] = []
    last: bool | None = None
    for verdict in reversed(verdicts):
        last = verdict if verdict is not None else last
        following.append(last)
    last = None
    for verdict, coming in zip(verdicts, reversed(following), strict=True):
        last = verdict if verdict is not None else last
        beside = [each for each in (last, coming) if each is not None]
        yield bool(beside) and all(beside) if verdict is None else verdict


def _foreign_in(text: str, block: Span, is_foreign: bool) -> Iterator[Span]:
    """The foreign parts of a block: all of it, or what its sentences say against the rest."""
    start = block.start
    for match in _SENTENCE.finditer(text, block.start, block.end):
        sample = Sample.of(match[0])
        if is_foreign and sample.is_english():
            if start < match.start():
                yield Span(start, match.start())
            start = match.end()
        elif not is_foreign and sample.is_surely_foreign():
            yield Span(match.start(), match.end())
    if is_foreign and start < block.end:
        yield Span(start, block.end)
