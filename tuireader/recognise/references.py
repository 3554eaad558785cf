"""The places of a text that refer to one person: names, pronouns, and nouns such as `the old man`."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from tuireader.domain.actor import ActorKind
from tuireader.domain.index import Index
from tuireader.domain.paragraph import Paragraph, ParagraphKind
from tuireader.recognise.persons import MAN, UNKNOWN, WOMAN
from tuireader.recognise.wordlists import read_classes
from tuireader.recognise.words import FUNCTION

UNNAMED = -1
"""The number of somebody whom no name and no noun of the text stands for; those of nouns are lower."""

_PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), MAN),
    **dict.fromkeys(("she", "her", "hers", "herself"), WOMAN),
}
_CLASSES = read_classes("references.txt")
_GENDERS = {"man": MAN, "woman": WOMAN, "person": UNKNOWN}

_WORD = re.compile(r"(?<![\w'’-])[A-Za-z]{2,15}(?![\w-])")
_STYLE = re.compile(r"\s+(?:Eminence|Excellency|Grace|Highness|Holiness|Honou?r|Ladyship|Lordship|Majesty)\b")
_GENITIVE = re.compile(r"['’]s?(?!\w)")
_POSSESSED = re.compile(r"\s+([a-z]+)")
_NOUN_REACH, _MOST_ADJECTIVES = 30, 2

_PARAGRAPH_START = re.compile(r"\n[^\S\n]*\n\s*")
_SENTENCE_END = re.compile(r"[.!?…][.!?…\"”’')\]]{0,5}\s+(?=[\"“‘'(\[]*[A-Z])")
_LONGEST_ABBREVIATION = 7


class Reference(NamedTuple):
    """One place that refers to somebody."""

    start: int
    end: int
    who: int
    """The place of a person among the actors; below zero for others."""

    gender: str = UNKNOWN
    is_pronoun: bool = False
    is_object: bool = False
    """Whether somebody does something to the person: `him`, but not `his`."""

    is_owner: bool = False
    """Whether something of the person is spoken of: `his`, `Anna's`."""

    paragraph: int = 0
    sentence: int = 0


def find_references(text: str, paragraphs: Sequence[Paragraph], index: Index) -> list[Reference]:
    """Find every place that refers to one person.

    Args:
        text: The whole text.
        paragraphs: Its paragraphs; without them it is parted at blank lines.
        index: Who is named in the text.

    Returns:
        The references in the order of the text, with their paragraphs and sentences; none overlaps a mention.
    """
    found = sorted(chain(_names(text, index), _free_words(text, paragraphs, index)), key=attrgetter("start"))
    paragraph_starts = _paragraph_starts(text, paragraphs)
    sentence_starts = sorted({*paragraph_starts, *_sentence_starts(text)})
    return [
        each._replace(
            paragraph=bisect_right(paragraph_starts, each.start), sentence=bisect_right(sentence_starts, each.start)
        )
        for each in found
    ]


def _names(text: str, index: Index) -> Iterator[Reference]:
    people = {actor.id: number for number, actor in enumerate(index.actors) if actor.kind is ActorKind.PERSON}
    for mention in index.mentions:
        if mention.actor in people:
            start, end = mention.span.start, mention.span.end
            yield Reference(start, end, people[mention.actor], is_owner=bool(_GENITIVE.match(text, end)))


def _free_words(text: str, paragraphs: Sequence[Paragraph], index: Index) -> Iterator[Reference]:
    """The pronouns and nouns that stand in no mention, as in `Sister Agnes`, and in no code."""
    code = (each.span for each in paragraphs if each.kind is ParagraphKind.CODE)
    taken = sorted(chain(code, (mention.span for mention in index.mentions)))
    starts = [span.start for span in taken]
    for word in _words(text):
        before = bisect_right(starts, word.start) - 1
        if before < 0 or taken[before].end <= word.start:
            yield word


def _words(text: str) -> Iterator[Reference]:
    """The pronouns and nouns of a text."""
    nouns = _nouns()
    for match in _WORD.finditer(text):
        word, (start, end) = match[0].lower(), match.span()
        if word in _PRONOUNS:
            if not _STYLE.match(text, end):
                yield _pronoun(text, word, start, end)
        elif word in nouns and _is_somebody(text, start):
            number, gender = nouns[word]
            yield Reference(start, end, number, gender, is_owner=bool(_GENITIVE.match(text, end)))


def _pronoun(text: str, word: str, start: int, end: int) -> Reference:
    is_owner = word == "his" or (word == "her" and _owns(text, end))
    is_object = word in ("him", "her") and not is_owner
    return Reference(start, end, UNNAMED, _PRONOUNS[word], is_pronoun=True, is_object=is_object, is_owner=is_owner)


@cache
def _nouns() -> Mapping[str, tuple[int, str]]:
    """The number and the gender of each noun."""
    genders = ((word, gender) for title, gender in _GENDERS.items() for word in sorted(_CLASSES[title]))
    return {word: (UNNAMED - number, gender) for number, (word, gender) in enumerate(genders, 1)}


def _owns(text: str, end: int) -> bool:
    """Whether `her` is followed by what is hers."""
    behind = _POSSESSED.match(text, end)
    return behind is not None and behind[1] not in FUNCTION


def _is_somebody(text: str, start: int) -> bool:
    """Whether a noun stands for one person: `the old man`, `Anna's brother`, but not `man overboard`."""
    for before in reversed(text[max(0, start - _NOUN_REACH) : start].split()[-_MOST_ADJECTIVES - 1 :]):
        if before.lower() in _CLASSES["determiner"] or before.endswith(("'s", "’s")):
            return True
        if not before.isalpha():
            return False
    return False


def _paragraph_starts(text: str, paragraphs: Sequence[Paragraph]) -> list[int]:
    if paragraphs:
        return [each.span.start for each in paragraphs]
    return [match.end() for match in _PARAGRAPH_START.finditer(text)]


def _sentence_starts(text: str) -> Iterator[int]:
    """Where sentences begin; a full stop behind an initial or a title ends none."""
    for match in _SENTENCE_END.finditer(text):
        words = text[max(0, match.start() - _LONGEST_ABBREVIATION) : match.start()].split()
        if not words or (len(words[-1]) > 1 and words[-1].lower() not in _CLASSES["abbreviation"]):
            yield match.end()
