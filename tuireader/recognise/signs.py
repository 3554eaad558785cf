"""A sentence as a row of signs, one for each of its words, so that short patterns can tell who does what in it.

`N` is a person, `O` an organisation, `C` a country, `E` its people or what is of it, `G` anybody to whom something
belongs. `V` is a verb of speaking, `M` what the face does meanwhile, `v` a participle, `b` the plain verb. `P` is *he*
or *she*, `I` the narrator, `p` any other pronoun, `R` *who*. `A` may stand between a subject and its verb; `X` denies,
`B` is a form of *be*, `D` a determiner, `T` a preposition, `K` a conjunction, `&` *and*, `t` *that*, `a` *according*;
`W` and `w` are other words, with and without a capital. Stops, commas and dashes stand for themselves.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from tuireader.domain.actor import ActorKind, MentionForm
from tuireader.domain.index import Index
from tuireader.domain.mentions import Mentions
from tuireader.recognise.wordlists import read_classes

_CLASSES = {
    "b": ("speech base",),
    "v": ("speech participle",),
    "M": ("manner",),
    "T": ("preposition",),
    "K": ("conjunction",),
    "D": ("determiner",),
    "A": ("auxiliary", "adverb"),
    "B": ("be",),
    "X": ("negation",),
    "V": ("speech",),
}
"""The classes of `speech.txt` behind a sign; a later sign wins."""

_OWN = {
    **dict.fromkeys(("he", "she"), "P"),
    **dict.fromkeys(("it", "they", "we", "you", "thou", "ye", "everybody", "everyone", "somebody", "someone"), "p"),
    **dict.fromkeys(("who", "which"), "R"),
    **dict.fromkeys((".", "!", "?", "…"), "."),
    **dict.fromkeys(("-", "–", "—"), "-"),
    **dict.fromkeys(",;:()", ""),
    "i": "I",
    "and": "&",
    "that": "t",
    "according": "a",
}
_KINDS = {ActorKind.PERSON: "N", ActorKind.ORGANISATION: "O", ActorKind.COUNTRY: "C"}

_FORMS = tuple(MentionForm)
_OTHER_FORMS = {MentionForm.DEMONYM: "E", MentionForm.PRONOUN: "P"}

_TOKEN = re.compile(
    r"(?:went|goes|go|broke|breaks|puts?|chimed|chimes|cuts?|bursts?|joined|struck|fired|shot|hit)\s+"
    r"(?:on|in|out|back|it)\b"
    r"|[^\W_]+(?:['’‐-][^\W_]+)*|[^\w\s]"
)
_GENITIVE = re.compile(r"['’]s?(?!\w)")


class Signs(NamedTuple):
    """The signs of some words."""

    row: str
    starts: Sequence[int]
    """Where each word begins."""

    ends: Sequence[int]
    mentions: Mapping[int, int]
    """The numbers of the mentions among the words, by the places of their signs."""

    def from_(self, first: int) -> "Signs":
        """Those from a place on."""
        if not first:
            return self
        mentions = {at - first: number for at, number in self.mentions.items() if at >= first}
        return Signs(self.row[first:], self.starts[first:], self.ends[first:], mentions)


class SignReader:
    """Reads the signs of one text."""

    def __init__(self, text: str, index: Index) -> None:
        self._text = text
        mentions = Mentions.of(index.mentions)
        self._starts, self._ends, self._owners, self._forms, _ = mentions.columns
        self._kinds = [_KINDS[index.actor(actor).kind] for actor in mentions.actors]
        self._at: dict[int, int] = dict(zip(self._starts, range(len(mentions)), strict=True))
        self._words = dict(_signs())

    def read(self, start: int, end: int, most: int = 60) -> Signs:
        """The signs of a stretch of text, of so many words at most from its beginning."""
        row, starts, ends, mentions = list[str](), list[int](), list[int](), dict[int, int]()
        signs, numbers, behind = self._words, self._at, start
        for token in _TOKEN.finditer(self._text, start, end):
            first = token.start()
            if first < behind:
                continue
            if first in numbers:
                number = numbers[first]
                sign, behind = self._sign_of_mention(number)
                mentions[len(row)] = number
            else:
                word, behind = token[0], token.end()
                sign = signs.get(word, "?")
                if sign == "?":
                    sign = signs[word] = self._words.get(word.lower()) or _sign_of_other(word)
            if sign:
                row.append(sign)
                starts.append(first)
                ends.append(behind)
                if len(row) == most:
                    break
        return Signs("".join(row), starts, ends, mentions)

    def is_in_mention(self, place: int) -> bool:
        """Whether a place is inside a name: behind `Mr. ` in `Mr. Bennet`."""
        number = bisect_left(self._starts, place) - 1
        return number >= 0 and place < self._ends[number]

    def _sign_of_mention(self, number: int) -> tuple[str, int]:
        """The sign of a mention, and where the text goes on behind it."""
        end = self._ends[number]
        owner = _GENITIVE.match(self._text, end)
        if owner and (len(owner[0]) > 1 or self._text[end - 1] == "s"):
            return "G", owner.end()
        form = _FORMS[self._forms[number]]
        return _OTHER_FORMS.get(form) or self._kinds[self._owners[number]], end


@cache
def _signs() -> Mapping[str, str]:
    classes = read_classes("speech.txt")
    signs = {word: sign for sign, names in _CLASSES.items() for name in names for word in classes[name]}
    own = {word: sign or word for word, sign in _OWN.items()}
    return signs | own


def _sign_of_other(word: str) -> str:
    """The sign of a word in no list, by how it looks."""
    if not word[0].isalnum():
        return ""
    if word.endswith(("n't", "n’t")):
        return "X"
    if " " in word or "\n" in word:
        return "V"
    if word.endswith("ly"):
        return "A"
    return "W" if word[0].isupper() else "w"
