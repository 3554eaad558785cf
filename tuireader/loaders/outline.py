"""Which of a text's candidates are its headings, what they are called, and how they nest."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tuireader.domain.span import Span
from tuireader.loaders.headings import Candidate, Family, candidate, joined

_LONGEST_TITLE = 120
_SHORT_PASSAGE = 400
"""With fewer characters below it, a heading may be a line in a table of contents."""

_LONG_PARAGRAPH = 160
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_CLOSED = re.compile(r"[.!?:…][”’\"')_*]*$")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the text."""

    block: int
    """The number of its block."""

    blocks: int
    """How many blocks it takes: a second one holds the title of a chapter."""

    title: str
    level: int
    family: Family


@dataclass(frozen=True, slots=True)
class Blocks:
    """A text and the blocks that it is cut into."""

    text: str
    spans: Sequence[Span]

    def words(self, number: int) -> str:
        """What stands in a block, on one line."""
        return " ".join(self.text[self.spans[number].start : self.spans[number].end].split())

    def lines(self, number: int) -> int:
        """How many lines a block has."""
        return self.text.count("\n", self.spans[number].start, self.spans[number].end) + 1

    def lines_above(self, number: int) -> int:
        """How many blank lines stand above a block; many for the first one."""
        if number == 0:
            return 9
        return self.text.count("\n", self.spans[number - 1].end, self.spans[number].start) - 1


@dataclass(frozen=True, slots=True)
class _Titled:
    """A candidate with its title."""

    candidate: Candidate
    title: str
    end: int
    """The number of the first block behind it."""

    @property
    def identity(self) -> tuple[Family, str]:
        return self.candidate.family, self.candidate.key


def outline(blocks: Blocks, body: range) -> tuple[Heading, ...]:
    """Find the headings of a text.

    Args:
        blocks: The whole text.
        body: The numbers of the blocks to look at.

    Returns:
        The headings in order; lines of a table of contents are not among them.
    """
    found = [each for number in body if (each := candidate(blocks.text, blocks.spans[number], number))]
    titled = list(_with_titles(blocks, _credible(blocks, found), body.stop))
    kept = _without_contents(blocks, titled, body.stop)
    levels = _levels([each.candidate for each in kept])
    return tuple(
        Heading(each.candidate.block, each.end - each.candidate.block, each.title, level, each.candidate.family)
        for each, level in zip(kept, levels, strict=True)
    )


def _credible(blocks: Blocks, found: Sequence[Candidate]) -> list[Candidate]:
    """Only the candidates whose family makes sense in this text."""
    is_labelled = sum(each.family.is_labelled for each in found) > 1
    capitals = [each for each in found if each.family is Family.CAPITALS]
    if is_labelled:
        often = Counter(each.key for each in capitals)
        capitals = [each for each in capitals if often[each.key] == 1 and blocks.lines_above(each.block) > 1]
    numbered = [each for each in found if each.family is Family.NUMBERED]
    lone = [each for each in found if each.family is Family.LONE_NUMBER]
    kept = {each.block for each in found if each.family not in _DOUBTFUL}
    if _are_distinct(capitals, len(blocks.spans)):
        kept.update(each.block for each in capitals)
    kept.update(each.block for each in _unlisted(numbered))
    if _are_in_sequence(blocks, lone, kept):
        kept.update(each.block for each in lone)
    if all(each.family in (Family.NAMED, Family.PLAIN) for each in found if each.block in kept):
        kept.update(_over_prose(blocks, [each for each in found if each.family is Family.PLAIN]))
    return [each for each in found if each.block in kept]


_DOUBTFUL = frozenset({Family.CAPITALS, Family.NUMBERED, Family.LONE_NUMBER, Family.PLAIN})


def _are_distinct(capitals: Sequence[Candidate], blocks: int) -> bool:
    """Whether lines in capitals are not the speakers of a play, nor a text all in capitals."""
    names = {each.key for each in capitals}
    return len(capitals) < 5 or (len(names) > 0.7 * len(capitals) and len(capitals) < 0.4 * blocks)


def _unlisted(numbered: Sequence[Candidate]) -> list[Candidate]:
    """Numbered lines that are no list: other text stands between them, and they count from the beginning."""
    listed = {
        block
        for above, below in pairwise(numbered)
        if below.block == above.block + 1 and below.depth == above.depth
        for block in (above.block, below.block)
    }
    kept = [each for each in numbered if each.block not in listed]
    numbers = [tuple(map(int, each.key.split("."))) for each in kept]
    is_counted = len(kept) > 1 and numbers == sorted(numbers) and numbers[0][0] <= 1
    return kept if is_counted else []


def _are_in_sequence(blocks: Blocks, lone: Sequence[Candidate], headings: set[int]) -> bool:
    """Whether numbers that stand alone count the parts of the text, and not its pages."""
    if len(lone) < 2 or lone[0].depth != 1:
        return False
    values = [each.depth for each in lone]
    steps = sum(after in (before + 1, 1) for before, after in pairwise(values))
    above = [each.block - 1 for each in lone]
    closed = sum(number < 0 or number in headings or bool(_CLOSED.search(blocks.words(number))) for number in above)
    return steps >= 0.9 * (len(lone) - 1) and closed >= 0.6 * len(lone)


def _over_prose(blocks: Blocks, plain: Sequence[Candidate]) -> list[int]:
    """Short lines between a full stop and a long paragraph; if there are several, they are headings."""
    kept = []
    for number in (each.block for each in plain):
        is_closed = number == 0 or bool(_CLOSED.search(blocks.words(number - 1)))
        if is_closed and number + 1 < len(blocks.spans) and len(blocks.spans[number + 1]) >= _LONG_PARAGRAPH:
            kept.append(number)
    return kept if 1 < len(kept) <= len(blocks.spans) / 2 else []


def _with_titles(blocks: Blocks, found: Sequence[Candidate], stop: int) -> Iterator[_Titled]:
    """The candidates, bare ones joined with the title in the next block."""
    labels = {each.block: each for each in found if each.family.is_labelled}
    bare = [each for each in found if each.is_bare and each.block + 1 < stop]
    titles = {each.block: _title_below(blocks, each, labels) for each in bare}
    usual = {
        family: sum(bool(titles[each.block]) for each in bare if each.family is family) * 2
        > sum(each.family is family for each in bare)
        for family in Family
    }
    taken = -1
    for each in found:
        if each.block == taken:
            continue
        title = titles.get(each.block) or ""
        if each.block in titles and not title and usual[each.family]:
            title = _loose_title_below(blocks, each, labels)
        taken = each.block + 1 if title else -1
        yield _Titled(each, joined(each.title, title) if title else each.title, each.block + (2 if title else 1))


def _title_below(blocks: Blocks, above: Candidate, labels: dict[int, Candidate]) -> str:
    """The next block if it is written as a title."""
    words = _loose_title_below(blocks, above, labels)
    if not words[:1].isalnum() or words[:1].islower():
        return ""
    if words.isupper():
        return words
    long_words = _LONG_WORD.findall(words)
    capitalised = sum(not word.islower() for word in long_words)
    is_title = capitalised * 3 >= len(long_words) * 2 and not words.endswith((".", ",", ";", ":"))
    return words if is_title else ""


def _loose_title_below(blocks: Blocks, above: Candidate, labels: dict[int, Candidate]) -> str:
    """The next block if it is short enough, for a text whose headings have titles."""
    number = above.block + 1
    if number in labels or blocks.lines(number) > 2 or len(blocks.spans[number]) > _LONGEST_TITLE:
        return ""
    words = blocks.words(number)
    return "" if words.endswith((",", ";", ":")) else words


def _without_contents(blocks: Blocks, found: Sequence[_Titled], stop: int) -> list[_Titled]:
    """The headings without those that only stand in a table of contents."""
    lengths = _passages(blocks, found, stop)
    longest: dict[tuple[Family, str], int] = {}
    listed: set[int] = set()
    for number in reversed(range(len(found))):
        identity = found[number].identity
        if lengths[number] < _SHORT_PASSAGE <= longest.get(identity, 0):
            listed.add(number)
        longest[identity] = max(longest.get(identity, 0), lengths[number])
    for chain in _chains(found):
        families = Counter(found[number].candidate.family for number in chain)
        if len(chain) > 2 and max(families.values()) > 1:
            listed.update(_listed(found, chain))
    return [each for number, each in enumerate(found) if number not in listed]


def _passages(blocks: Blocks, found: Sequence[_Titled], stop: int) -> list[int]:
    """How many characters stand under each heading before the next one."""
    ends = [each.candidate.block for each in found[1:]] + [stop]
    return [
        blocks.spans[end - 1].end - blocks.spans[each.end].start if each.end < end else 0
        for each, end in zip(found, ends, strict=False)
    ]


def _chains(found: Sequence[_Titled]) -> Iterator[range]:
    """Headings with no text between them."""
    start = 0
    for number, each in enumerate(found):
        following = found[number + 1].candidate.block if number + 1 < len(found) else -1
        if each.end != following:
            yield range(start, number + 1)
            start = number + 1


def _listed(found: Sequence[_Titled], chain: range) -> Iterator[int]:
    """The headings of a chain but the last ones, which nest: a book and its first chapter."""
    kept = chain[-1]
    while kept > chain[0] and found[kept - 1].candidate.family < found[kept].candidate.family:
        kept -= 1
    yield from range(chain[0], kept)


def _levels(found: Sequence[Candidate]) -> list[int]:
    """How deep each heading is: what first appears outside others stays outside them."""
    appeared: dict[tuple[Family, str], int] = {}
    for number, each in enumerate(found):
        appeared.setdefault((each.family, each.key[:1]), number)
        appeared.setdefault((each.family, ""), number)
    ranks = [_rank(each, appeared) for each in found]
    labelled = [rank for rank, each in zip(ranks, found, strict=True) if each.family.is_labelled]
    if labelled:
        outside, outermost = (Family.NAMED, Family.CAPITALS), min(labelled)
        ranks = [outermost if each.family in outside else rank for rank, each in zip(ranks, found, strict=True)]
    order = {rank: level for level, rank in enumerate(sorted(set(ranks)), 1)}
    return [order[rank] for rank in ranks]


def _rank(each: Candidate, appeared: dict[tuple[Family, str], int]) -> tuple[int, int]:
    match each.family:
        case Family.VOLUME | Family.BOOK | Family.PART | Family.ACT:
            return 0, appeared[each.family, ""]
        case Family.HASHED | Family.NUMBERED:
            return min(each.family, Family.CAPITALS), each.depth
        case Family.UNDERLINED:
            return each.family, appeared[each.family, each.key[:1]]
        case Family.NAMED | Family.CAPITALS | Family.PLAIN:
            return Family.CAPITALS, 0
        case _:
            return each.family, 0
