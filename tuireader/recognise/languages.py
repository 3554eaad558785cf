"""Which parts of a text are not in English, and which language they are in."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from tuireader.domain.span import Span
from tuireader.recognise import words
from tuireader.recognise.lexicon import open_lexicon
from tuireader.recognise.wordlists import read_classes

_FILE = "languages.txt"
_ENDINGS, _CASES = " endings", " cases"
_WORD = re.compile(r"(?<![\w'’-])[a-zß-öø-ÿ\u0100-\u024f]+(?![\w’'])")
_SENTENCE = re.compile(r"[^.!?…:;\"“”„«»]+[.!?…:;\"“”„«»]*\s*")
_NAME_PARTICLES = frozenset(
    {
        "de",
        "la",
        "le",
        "du",
        "di",
        "da",
        "del",
        "della",
        "van",
        "von",
        "der",
        "den",
        "el",
        "al",
        "ben",
        "zu",
        "bin",
        "ter",
    }
    | {"af", "av", "dos", "das", "do", "vom", "zum", "zur", "les", "las", "los", "des", "dal", "dei", "abu", "ul"}
)
_FEW_MARKERS, _WORDS_A_MARKER = 3, 20_000
"""From how many foreign small words on, and one more for so many words, a text is looked at closely."""

_MANY_MARKERS = 100
"""From how many different ones on it is quicker to look at all of a text."""

_NEIGHBOURS = 2
"""How many blocks before and behind such a word are looked at too."""

_MOSTLY_KNOWN = 0.8
_LEAST_WORDS, _ENOUGH_WORDS = 6, 12
_FEW_SMALL, _MANY_SMALL = 0.1, 0.15
_FEW_KNOWN = 0.55

_VOWELS = "aeiouyаеиоуыэюяіїєйαεηιουω"
_SHORTEST_STEM = 4


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
    if not _is_suspect(lower):
        return ALL_ENGLISH
    doubtful = _doubtful(text, blocks, lower)
    verdicts = _settled([number in doubtful and _is_foreign(text, block) for number, block in enumerate(blocks)])
    pairs = [(blocks[number], verdict) for number, verdict in enumerate(verdicts) if number in doubtful]
    return Foreign([span for block, verdict in pairs for span in _foreign_in(text, block, verdict)])


def is_english(text: str) -> bool:
    """Whether a passage is surely not in another language."""
    return _Sample.of(text).is_foreign() is False


def language_of(text: str) -> str:
    """The language in Latin letters whose small words a text has most of; nothing if it has hardly any."""
    found = _Sample.of(text).words
    counts = {language: sum(word in members for word in found) for language, members in _languages().items()}
    best = max(counts, key=counts.__getitem__)
    return best if counts[best] >= max(2, len(found) // 20) else ""


def is_small_word(word: str) -> bool:
    """Whether a folded word is a small one in any language but English."""
    return any(word in members for members in _languages().values())


def forms_of(name: str, language: str) -> Iterator[str]:
    """The forms that a language gives the name of a country: with endings, or with cases for its last vowel."""
    classes = read_classes(_FILE)
    for ending in classes.get(language + _ENDINGS, ()):
        yield name + ending
    stem = name.rstrip(_VOWELS)
    if len(stem) >= _SHORTEST_STEM:
        for case in classes.get(language + _CASES, ()):
            yield stem + case


def _is_suspect(lower: Mapping[str, int]) -> bool:
    """Whether the words of a text give cause to look at it closely."""
    if _is_strange(lower):
        return True
    return sum(lower.get(word, 0) for word in _markers()) >= _FEW_MARKERS + sum(lower.values()) / _WORDS_A_MARKER


def _is_strange(lower: Mapping[str, int]) -> bool:
    """Whether many words of a text are none that English texts have."""
    known = _vocabulary()
    return sum(count for word, count in lower.items() if word in known) <= _MOSTLY_KNOWN * sum(lower.values())


def _doubtful(text: str, blocks: Sequence[Span], lower: Mapping[str, int]) -> Collection[int]:
    """The numbers of the blocks to look at: all of a strange text, else those near small words of other languages."""
    markers = [word for word in _markers() if word in lower]
    if _is_strange(lower) or len(markers) > _MANY_MARKERS:
        return range(len(blocks))
    starts = [block.start for block in blocks]
    places = (place for word in markers for place in _places(text, f" {word} "))
    near = {bisect_right(starts, place) - 1 for place in places}
    return {number + step for number in near for step in range(-_NEIGHBOURS, _NEIGHBOURS + 1)}


def _places(text: str, words: str) -> Iterator[int]:
    place = text.find(words)
    while place >= 0:
        yield place
        place = text.find(words, place + 1)


def _is_foreign(text: str, block: Span) -> bool | None:
    return _Sample.of(text[block.start : block.end]).is_foreign()


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
        sample = _Sample.of(match[0])
        if is_foreign and sample.is_english():
            if start < match.start():
                yield Span(start, match.start())
            start = match.end()
        elif not is_foreign and sample.is_surely_foreign():
            yield Span(match.start(), match.end())
    if is_foreign and start < block.end:
        yield Span(start, block.end)


@dataclass(frozen=True, slots=True, eq=False)
class _Sample:
    """The lower-case words of a passage; all of its words, if it is in capitals."""

    words: Sequence[str]

    @classmethod
    def of(cls, text: str) -> "_Sample":
        """The sample of a passage."""
        return cls(_WORD.findall(text.lower() if text.isupper() else text))

    def is_foreign(self) -> bool | None:
        """Whether the words are not English; nothing where there are too few."""
        if len(self.words) < _LEAST_WORDS:
            return None
        if self._share(_small_words()) >= _FEW_SMALL or self._share(_vocabulary()) >= _FEW_KNOWN:
            return False
        return len(self.words) >= _ENOUGH_WORDS or self._has_marker()

    def is_english(self) -> bool:
        """Whether the words are English even among foreign ones."""
        return len(self.words) >= _LEAST_WORDS and self._share(_small_words()) >= _MANY_SMALL

    def is_surely_foreign(self) -> bool:
        """Whether the words are foreign even among English ones."""
        return bool(self.is_foreign()) and self._has_marker()

    def _share(self, members: frozenset[str]) -> float:
        return sum(word in members for word in self.words) / len(self.words)

    def _has_marker(self) -> bool:
        return not _markers().isdisjoint(self.words)


@cache
def _languages() -> dict[str, frozenset[str]]:
    """The small words of each language but English."""
    classes = read_classes(_FILE)
    return {name: members for name, members in classes.items() if name != "en" and " " not in name}


@cache
def _small_words() -> frozenset[str]:
    return read_classes(_FILE)["en"]


@cache
def _vocabulary() -> frozenset[str]:
    """The words that English texts have in lower case."""
    return frozenset(open_lexicon().lower) | words.FUNCTION


@cache
def _markers() -> frozenset[str]:
    """Small words that no English text has, save in a foreign name."""
    small = frozenset().union(*_languages().values())
    return frozenset(word for word in small if len(word) > 1) - _vocabulary() - _small_words() - _NAME_PARTICLES
