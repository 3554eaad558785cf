"""Every place where an accepted name or a country's word stands: longest match, one mention a place."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from tuireader.domain.actor import ActorKind, MentionForm
from tuireader.domain.span import Span
from tuireader.recognise.candidates import Survey
from tuireader.recognise.contexts import Use, is_common, means_country
from tuireader.recognise.entries import entries_of
from tuireader.recognise.foreign_names import find_foreign
from tuireader.recognise.names import Decision, NameKind, Occurrence
from tuireader.recognise.namesakes import Guard, passes
from tuireader.recognise.persons import is_titled, kin_before, names_person
from tuireader.recognise.roles import office_start
from tuireader.recognise.runs import prefix_start, starts_sentence
from tuireader.recognise.sightings import Sighting
from tuireader.recognise.surroundings import Surroundings
from tuireader.recognise.table import Entry
from tuireader.recognise.wordlists import read_classes

_UPPER = "".join(letter for letter in map(chr, range(65, 0x250)) if letter.isupper())
_PIECE = re.compile(rf"[{_UPPER}](?<![^\W_].)(?:(?<=D)['’][{_UPPER}])?[^\W_]*")
_PLAIN = (("’", "'"), ("\N{NO-BREAK SPACE}", " "), ("\n", " "), ("‑", "-"), ("‐", "-"), ("İ", "i"))
_FAMILY = read_classes("people.txt")["family"]
_NEXT_WORD = re.compile(r"\s+([A-Za-z]+)")
_ARTICLE = re.compile(r"\b(?:the|an?|this|that|our|their|your)\s(?:\w+\s)?$", re.IGNORECASE)
_ARTICLE_REACH = 20
_CLAUSE_END = re.compile(
    r"\s*(?:[.,;:!?)]|$|(?:is|was|are|were|at|in|on|and|or|to|from|by|near|below|above|who|whom|that)\b)"
)
_BARE_ARTICLE = re.compile(r"\b(?:the|an?)\s$", re.IGNORECASE)
_LONGEST_ARTICLE = 5
_LAST_OF_ARTICLES = frozenset("eanEAN")
"""Letters compared first, since most names have no article."""

_HYPHENS = frozenset("-‐‑–")
_ACTORS = {
    NameKind.PERSON: ActorKind.PERSON,
    NameKind.COUNTRY: ActorKind.COUNTRY,
    NameKind.ORGANISATION: ActorKind.ORGANISATION,
}


def find_sightings(survey: Survey, blocks: Sequence[Span], decisions: Sequence[Decision]) -> list[Sighting]:
    """Find every place where an actor is named.

    Args:
        survey: The candidates of a text.
        blocks: Its paragraphs in order; no mention crosses their edges.
        decisions: What the candidates turned out to be.

    Returns:
        The places in order; they never overlap.
    """
    finder = _Finder(survey, decisions)
    found = [sighting for block in blocks for sighting in finder.find_in(block)]
    foreign = find_foreign(survey.text, survey.foreign)
    return _together(found, list(_inside(foreign, blocks))) if foreign else found


def _inside(sightings: Iterable[Sighting], blocks: Sequence[Span]) -> Iterator[Sighting]:
    """The sightings in paragraphs."""
    starts = [block.start for block in blocks]
    for sighting in sightings:
        number = bisect_right(starts, sighting.start) - 1
        if number >= 0 and sighting.end <= blocks[number].end:
            yield sighting


def _together(found: Iterable[Sighting], foreign: Sequence[Sighting]) -> list[Sighting]:
    """Sightings and those in other languages, which keep their places where two overlap."""
    starts = [sighting.start for sighting in foreign]
    free = list(foreign)
    for sighting in found:
        number = bisect_left(starts, sighting.end) - 1
        if number < 0 or foreign[number].end <= sighting.start:
            free.append(sighting)
    return sorted(free, key=attrgetter("start"))


@dataclass(slots=True, eq=False)
class _Block:
    """A paragraph in which names are looked for. Not frozen, since every paragraph of a text is one."""

    start: int
    end: int
    folded: str
    """Its text, folded without moving any character: of one paragraph at a time, since that of all takes memory."""

    @classmethod
    def of(cls, text: str, span: Span) -> "_Block":
        """A paragraph of a text."""
        return cls(span.start, span.end, _fold_in_place(text[span.start : span.end]))


class _Finder:
    """Looks for the names of one text."""

    def __init__(self, survey: Survey, decisions: Sequence[Decision]) -> None:
        self._own, self._table = entries_of(survey, decisions)
        self._text = survey.text
        self._lower = survey.lower
        self._foreign = survey.foreign
        self._names = survey.names
        self._accepted = _accepted_occurrences(decisions, self._own)
        self._seen = {each.start for name in survey.names.values() for each in name.occurrences}

    def find_in(self, span: Span) -> Iterator[Sighting]:
        """The sightings in one paragraph, in order."""
        block = _Block.of(self._text, span)
        free = block.start
        for match in _PIECE.finditer(self._text, block.start, block.end):
            start = prefix_start(self._text, match.start())
            if start < free:
                continue
            lengths = self._table.lengths_of(block.folded[start - block.start : match.end() - block.start])
            found = self._longest(start, lengths, block) if lengths or start in self._accepted else None
            if found:
                entry, place = found
                kind = self._kind_at(entry, start)
                if kind in _ACTORS and not (kind is NameKind.PERSON and self._is_nobodys(entry, place)):
                    yield self._sighting(entry, _ACTORS[kind], place, free)
                free = place.end

    def _longest(self, start: int, lengths: Iterable[int], block: _Block) -> tuple[Entry, Span] | None:
        """The longest name that begins at a capital and means something there, and where it stands."""
        best = self._longest_entry(start, lengths, block)
        accepted = self._accepted.get(start)
        if accepted and accepted[0].end <= block.end and (not best or _prevails(accepted, best)):
            return accepted[1], Span(start, accepted[0].end)
        return best

    def _longest_entry(self, start: int, lengths: Iterable[int], block: _Block) -> tuple[Entry, Span] | None:
        for length in lengths:
            end = start + length
            if end > block.end or self._text[end : end + 1].isalnum():
                continue
            for entry in self._table.entries_of(block.folded[start - block.start : end - block.start]):
                if entry.is_acronym and not self._text[start:end].isupper():
                    continue
                place = Span(start, end)
                if self._means_itself(entry, place, block):
                    return entry, place
                if entry.use is Use.CAPITAL:
                    return None
        return None

    def _means_itself(self, entry: Entry, place: Span, block: _Block) -> bool:
        """Whether the words of an entry are a name of their own at a place."""
        if entry.guard is not Guard.NONE or entry.code:
            around = Surroundings(self._text, place.start, place.end)
            if not passes(entry.guard, around):
                return False
            if entry.code:
                return self._means_country(entry, around, block)
        if _is_hyphened(self._text, place):
            return False
        return place.start in self._seen or not (_is_word(entry) and self._is_plain(entry.key, place.start, block))

    def _means_country(self, entry: Entry, around: Surroundings, block: _Block) -> bool:
        """Whether the words of a country mean it at a place."""
        is_foreign = self._foreign.holds(around.start)
        if is_foreign and entry.use is not Use.NAME:
            return False
        if _is_word(entry) and is_common(entry.key) and self._is_plain(entry.key, around.start, block):
            return False
        is_sure = is_foreign and not entry.is_acronym and _is_among_capitals(around)
        return is_sure or means_country(entry.use, around)

    def _is_plain(self, word: str, start: int, block: _Block) -> bool:
        """Whether a word that the text has in lower case too owes its capital to the start of a sentence."""
        return bool(self._lower.get(word)) and starts_sentence(self._text, start, block.start)

    def _kind_at(self, entry: Entry, start: int) -> NameKind:
        """What an entry is at a place: behind a title of people it names one, `General Washington` in Washington."""
        accepted = self._accepted.get(start)
        if entry.kind is NameKind.PLACE and not entry.code and accepted and names_person(accepted[0], entry.key):
            return NameKind.PERSON
        return entry.kind

    def _is_nobodys(self, entry: Entry, place: Span) -> bool:
        """Whether the name of somebody stands for something else at a place: `the Hudson`, `the Lebrun cottages`."""
        if self._text[place.start - 2 : place.start - 1] in _LAST_OF_ARTICLES and " " not in entry.key:
            return self._is_thing(entry.key, place) or _is_familys(self._text, place)
        return _is_familys(self._text, place)

    def _is_thing(self, word: str, place: Span) -> bool:
        """Whether an article makes something else of a surname, or of a name that mostly has none: `on the Hudson`."""
        if not (_has_article(self._text, place.start) and _CLAUSE_END.match(self._text, place.end)):
            return False
        if word in self._surnames:
            return True
        occurrences = self._names[word].occurrences if word in self._names else ()
        return 2 * sum(_has_article(self._text, each.title_start) for each in occurrences) < len(occurrences)

    @cached_property
    def _surnames(self) -> frozenset[str]:
        """The last words of the full names of people."""
        people = (entry.key for entry in self._own.values() if entry.kind is NameKind.PERSON and " " in entry.key)
        return frozenset(key.rpartition(" ")[2] for key in people)

    def _sighting(self, entry: Entry, kind: ActorKind, place: Span, free: int) -> Sighting:
        """The sighting of an entry, with the titles before it that stand behind the last sighting."""
        title, start, name_start = "", place.start, place.start
        accepted = self._accepted.get(place.start)
        if entry.title:
            title, name_start = entry.title, place.start + len(entry.title) + 1
        elif accepted and accepted[0].title:
            before = office_start(self._text, accepted[0].title_start)
            title, start = (accepted[0].title, before) if before >= free else ("", place.start)
        elif kind is ActorKind.PERSON and " " not in entry.key:
            title = kin_before(self._text, place.start)
        key = entry.key[len(entry.title) + 1 :] if entry.title else entry.key
        form = entry.use.form if entry.code else MentionForm.NAME
        return Sighting(start, name_start, place.end, key, kind, title, entry.code, form)


def _fold_in_place(text: str) -> str:
    """Fold a text without moving any character."""
    if text.isascii():
        return text.replace("\n", " ").lower()
    for sign, plain in _PLAIN:
        text = text.replace(sign, plain)
    folded = text.lower()
    return folded if len(folded) == len(text) else "".join(map(_fold_letter, text))


def _fold_letter(letter: str) -> str:
    folded = letter.lower()
    return folded if len(folded) == 1 else letter


def _accepted_occurrences(
    decisions: Sequence[Decision], own: Mapping[str, Entry]
) -> dict[int, tuple[Occurrence, Entry]]:
    """The longest accepted candidate that begins at each place."""
    by_start: dict[int, tuple[Occurrence, Entry]] = {}
    for decision in decisions:
        entry = own.get(decision.name.key)
        for occurrence in decision.name.occurrences if entry else ():
            if entry and entry.guard is not Guard.NONE and not is_titled(occurrence):
                continue
            other = by_start.get(occurrence.start)
            if entry and (not other or other[0].end < occurrence.end):
                by_start[occurrence.start] = occurrence, entry
    return by_start


def _has_article(text: str, start: int) -> bool:
    """Whether an article stands directly before a place."""
    return bool(_BARE_ARTICLE.search(text, max(0, start - _LONGEST_ARTICLE), start))


def _is_familys(text: str, place: Span) -> bool:
    """Whether a single name stands for a family: `the Lebrun cottages`."""
    behind = _NEXT_WORD.match(text, place.end)
    if not behind or behind[1].lower() not in _FAMILY:
        return False
    return bool(_ARTICLE.search(text[max(0, place.start - _ARTICLE_REACH) : place.start]))


def _prevails(accepted: tuple[Occurrence, Entry], best: tuple[Entry, Span]) -> bool:
    """Whether a candidate is longer than what else stands at its place, or a country's name with a title before it."""
    occurrence, (entry, place) = accepted[0], best
    return occurrence.end > place.end or bool(occurrence.end == place.end and entry.code and is_titled(occurrence))


def _is_word(entry: Entry) -> bool:
    """Whether the name of an entry may also be an ordinary word."""
    return " " not in entry.key and not entry.is_acronym


def _is_hyphened(text: str, place: Span) -> bool:
    """Whether a hyphen joins more letters to a place."""
    start, end = place.start, place.end
    if start and text[start - 1] in _HYPHENS:
        return True
    return text[end : end + 1] in _HYPHENS and text[end + 1 : end + 2].isalpha()


def _is_among_capitals(around: Surroundings) -> bool:
    """Whether all words around a place are in capitals, so that those beside a name tell nothing of it."""
    return around.before.isupper() and around.words.isupper() and around.after.isupper()
