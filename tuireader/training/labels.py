"""What the candidates of a text truly are, as far as its marks say."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tuireader.recognise import words
from tuireader.recognise.countries import country_code
from tuireader.recognise.decide import KINDS
from tuireader.recognise.names import Name, NameKind, Occurrence, name_key
from tuireader.training.corpus import Gold, Row, Silver
from tuireader.training.own import Own, OwnName

_PLACES = frozenset({"place", "GPE", "LOC", "FAC"})
_TAGS = {
    "PERSON": NameKind.PERSON,
    "ORG": NameKind.ORGANISATION,
    "GPE": NameKind.PLACE,
    "LOC": NameKind.PLACE,
    "FAC": NameKind.PLACE,
    "NORP": NameKind.OTHER,
    "WORK_OF_ART": NameKind.OTHER,
    "EVENT": NameKind.OTHER,
    "PRODUCT": NameKind.OTHER,
    "LANGUAGE": NameKind.OTHER,
    "LAW": NameKind.OTHER,
}
_HALF, _EXACT = 0.5, 2.0
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A name that somebody has marked in a text."""

    start: int
    end: int
    core: int
    """Where the name begins without its titles."""

    head: tuple[int, int]
    """The word that a candidate must hold."""

    kind: NameKind
    is_nested: bool
    """Whether it is part of a longer name, so that only an exact candidate may be it."""

    def likeness(self, occurrence: Occurrence, *, is_joined: bool) -> float:
        """How well an occurrence fits, from 0 for not at all to 2 for exactly."""
        if self.end == occurrence.end and self.start <= occurrence.start <= self.core:
            return _EXACT
        if is_joined or self.is_nested:
            return 0.0
        if not (occurrence.start <= self.head[0] and self.head[1] <= occurrence.end):
            return 0.0
        common = min(self.end, occurrence.end) - max(self.start, occurrence.start)
        whole = max(self.end, occurrence.end) - min(self.start, occurrence.start)
        return common / whole if common / whole >= _HALF else 0.0


class Marks:
    """All marks of a text, by place."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._marks = sorted(marks)
        self._starts = [mark.start for mark in self._marks]
        self._longest = max((mark.end - mark.start for mark in marks), default=0)

    def votes(self, name: Name) -> list[float]:
        """How often a name is each kind, in the order of all evidence."""
        votes = [0.0] * len(KINDS)
        for occurrence in name.occurrences:
            votes[KINDS.index(self._kind_of(occurrence, is_joined=name.is_joined))] += 1.0
        return votes

    def _kind_of(self, occurrence: Occurrence, *, is_joined: bool) -> NameKind:
        first = bisect_left(self._starts, occurrence.start - self._longest - 1)
        last = bisect_right(self._starts, occurrence.end)
        best, kind = 0.0, NameKind.NONE
        for mark in self._marks[first:last]:
            likeness = mark.likeness(occurrence, is_joined=is_joined)
            if likeness > best:
                best, kind = likeness, mark.kind
        return kind


def gold_marks(gold: Gold) -> Marks:
    """The marks of a corrected text."""
    return Marks([_gold_mark(row, gold) for row in gold.mentions if "name" in row])


def _gold_mark(row: Row, gold: Gold) -> Mark:
    start, end = row["name"]
    return Mark(
        start=start,
        end=end,
        core=row["core"][0] if "core" in row else start,
        head=tuple(row.get("head") or row["name"]),
        kind=_gold_kind(row, gold.entities[row["entity"]].get("etype")),
        is_nested=bool(row.get("optional")) and row.get("why") == "nested",
    )


def _gold_kind(row: Row, detail: str | None) -> NameKind:
    if row["form"] == "demonym" or row.get("why") in ("group", "demonym"):
        return NameKind.OTHER
    if row["type"] in ("person", "country", "organisation"):
        return NameKind(row["type"])
    return NameKind.PLACE if detail in _PLACES else NameKind.OTHER


def silver_marks(silver: Silver) -> Marks:
    """The marks of a text that a program has tagged."""
    return Marks(list(_silver_marks(silver)))


def _silver_marks(silver: Silver) -> Iterator[Mark]:
    for tag_start, tag_end, label in silver.tags:
        start, end = _trimmed(silver.text, tag_start, tag_end)
        if end - start < 2 or label not in _TAGS:
            continue
        kind = _TAGS[label]
        if label == "GPE" and country_code(name_key(silver.text[start:end])):
            kind = NameKind.COUNTRY
        core = _behind_titles(silver.text, start, end) if kind is NameKind.PERSON else start
        yield Mark(start, end, core, (max(core, end - 1), end), kind, is_nested=False)


def own_marks(own: Own) -> Marks:
    """The marks of a text of our own."""
    return Marks([_own_mark(own.text, name) for name in own.names])


def _own_mark(text: str, name: OwnName) -> Mark:
    """A mark that the last capitalised word decides; a surname alone may stand for a whole person."""
    start, end = _trimmed(text, name.start, name.end)
    words_of_name = [word for word in _WORD.finditer(text, start, end) if word[0][0].isupper()]
    head = words_of_name[-1].span() if words_of_name else (start, end)
    core = head[0] if name.kind is NameKind.PERSON else start
    return Mark(start, end, core, head, name.kind, is_nested=False)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A tag without an article before it and a possessive or marks behind it."""
    if text[start : start + 4].lower() == "the ":
        start += 4
    while start < end and not text[start].isalnum():
        start += 1
    changed = True
    while changed:
        before = end
        if text[start:end].endswith(("'s", "’s")):
            end -= 2
        while end > start and not (text[end - 1].isalnum() or text[end - 1] == "."):
            end -= 1
        changed = end != before
    return start, end


def _behind_titles(text: str, start: int, end: int) -> int:
    """Where a name begins behind its titles; at least one word is left."""
    space = text.find(" ", start, end)
    while space > 0 and text[start:space].rstrip(".").lower() in words.TITLES:
        start = space + 1
        space = text.find(" ", start, end)
    return start
