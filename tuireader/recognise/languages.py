"""Languages: which one a passage is in, and how it declines the names of countries."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tuireader.recognise import words
from tuireader.recognise.lexicon import open_lexicon
from tuireader.recognise.wordlists import read_classes

_FILE = "languages.txt"
_ENDINGS, _CASES = " endings", " cases"
_NO_LANGUAGES = ("en", "particle")
_WORD = re.compile(r"(?<![\w'’-])[a-zß-öø-ÿ\u0100-\u024f]+(?![\w’'])")
_CAPITALISED = re.compile(r"(?<![\w'’-])[^\W\d_a-z]")
_MOST_CAPITALISED = 5
_LEAST_WORDS, _ENOUGH_WORDS = 6, 12
_FEW_SMALL, _MANY_SMALL = 0.1, 0.15
_FEW_KNOWN = 0.55

_VOWELS = "aeiouyаеиоуыэюяіїєйαεηιουω"
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """The lower-case words of a passage; all of its words, if it is in capitals or is set as headlines are."""

    words: Sequence[str]
    is_headline: bool = False
    """Whether nearly all words begin with a capital, so that the passage may be a list of names."""

    @classmethod
    def of(cls, text: str) -> "Sample":
        """The sample of a passage."""
        if text.isupper():
            return cls(_WORD.findall(text.lower()))
        found = _WORD.findall(text)
        if len(_CAPITALISED.findall(text)) <= _MOST_CAPITALISED * len(found):
            return cls(found)
        return cls(_WORD.findall(text.lower()), is_headline=True)

    def is_foreign(self) -> bool | None:
        """Whether the words are not English; nothing where there are too few."""
        if len(self.words) < _LEAST_WORDS:
            return None
        if self._share(_small_words()) >= _FEW_SMALL or self._share(vocabulary()) >= _FEW_KNOWN:
            return False
        if self.is_headline:
            return True if self._has_marker() and self._share(_foreign_small_words()) >= _MANY_SMALL else None
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
        return not markers().isdisjoint(self.words)


def language_of(text: str) -> str:
    """The language in Latin letters whose small words a text has most of; nothing if it has hardly any."""
    found = Sample.of(text).words
    counts = {language: sum(word in members for word in found) for language, members in _languages().items()}
    best = max(counts, key=counts.__getitem__)
    return best if counts[best] >= max(2, len(found) // 20) else ""


def is_small_word(word: str) -> bool:
    """Whether a folded word is a small one in any language but English."""
    return any(word in members for members in _languages().values())


def is_particle(word: str) -> bool:
    """Whether a folded word may stand inside a name in any language."""
    return word in read_classes(_FILE)["particle"]


def forms_of(name: str, language: str) -> Iterator[str]:
    """The forms that a language gives the name of a country: with endings, or with cases for its last vowels."""
    classes = read_classes(_FILE)
    for ending in classes.get(language + _ENDINGS, ()):
        yield name + ending
    stem = name.rstrip(_VOWELS)
    if len(stem) < _SHORTEST_STEM and stem != name:
        stem = name[:-1]
    if len(stem) >= _SHORTEST_STEM:
        for case in classes.get(language + _CASES, ()):
            yield stem + case


@cache
def _languages() -> dict[str, frozenset[str]]:
    """The small words of each language but English."""
    classes = read_classes(_FILE)
    return {name: members for name, members in classes.items() if name not in _NO_LANGUAGES and " " not in name}


@cache
def _small_words() -> frozenset[str]:
    return read_classes(_FILE)["en"]


@cache
def vocabulary() -> frozenset[str]:
    """The words that English texts have in lower case."""
    return frozenset(open_lexicon().lower) | words.FUNCTION


@cache
def _foreign_small_words() -> frozenset[str]:
    """The small words of all languages but English."""
    return frozenset().union(*_languages().values()) | read_classes(_FILE)["particle"]


@cache
def markers() -> frozenset[str]:
    """Small words that no English text has, save in a foreign name."""
    small = frozenset().union(*_languages().values())
    return (
        frozenset(word for word in small if len(word) > 1)
        - vocabulary()
        - _small_words()
        - read_classes(_FILE)["particle"]
    )
