"""What may be a name: the capitalised runs of a text, cut, stripped of titles, and gathered by spelling."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from tuireader.domain.span import Span
from tuireader.recognise import words
from tuireader.recognise.countries import country_code, demonym_code, open_countries
from tuireader.recognise.foreign_parts import ALL_ENGLISH, Foreign, find_foreign_parts
from tuireader.recognise.lexicon import Lexicon, open_lexicon
from tuireader.recognise.names import Name, Occurrence, name_key
from tuireader.recognise.offices import (
    begins_inner_office,
    begins_office,
    count_titles,
    is_only_office,
    with_portfolios,
)
from tuireader.recognise.pieces import cut_pieces, drained
from tuireader.recognise.runs import Run, Tokens, count_lower, find_runs
from tuireader.recognise.strictness import only_sure

_JOINTS = frozenset({"of", "&", "of the", "for", "for the", "and", "and the", "on", "'s", "’s"})
_SHORTEST_JOINT, _LONGEST_JOINT = 3, 9
_MOST_JOINED = 3
_LONGEST_HEADING = 100
_MISREAD = re.compile(r"\d(?<=[^\W\d_].)\d*[a-z]")
"""Digits in the middle of a word, as where a machine has misread letters."""

_DEFINITE_SHARE = 8
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Mm]y) $")
_DESCRIBING = ("-old", "-born", "-based", "-elect", "-year-old", "-educated", "-trained", "-raised")
_DEGREES = re.compile(r"Esq\.?|Bart\.?|(?:[A-Z]\. ?){3,}[A-Z]?\.?")
"""What stands behind a name and is none: `Esq.`, `M.R.C.S.`"""

_PLAIN_DEGREES = frozenset({"Esq", "Bart"})

_TRADES = words.OCCUPATION - words.TITLES
_SITES = words.ORGANISATION | words.PLACE
_DATES = words.MONTH | {"spring", "summer", "autumn", "fall", "winter"}

CITATION = re.compile(r",? et al\b|,? \(?(?:1[6-9]|20)\d\d[a-z]?[;,:)]")
"""What stands behind a cited author."""


@dataclass(frozen=True, slots=True, eq=False)
class Survey:
    """All candidates of a text, and how the text uses its words."""

    text: str
    names: Mapping[str, Name]
    """Every candidate by its key: the simple ones in the order of first occurrence, then the joined ones."""

    lower: Mapping[str, int]
    """How often each word stands in lower case."""

    inner: Mapping[str, int]
    """How often each word stands capitalised inside a sentence."""

    foreign: Foreign = ALL_ENGLISH
    """The parts of the text that are in other languages."""


def survey(text: str, blocks: Sequence[Span], headings: Container[int] = ()) -> Survey:
    """Find every candidate of a text.

    Args:
        text: The whole text.
        blocks: Its paragraphs in order; no name crosses their edges.
        headings: The numbers of the blocks that are headings.

    Returns:
        The candidates by key, with counts of words that say how the text uses its capitals.
    """
    lower = count_lower(text)
    titles = frozenset(n for n, block in enumerate(blocks) if n in headings or _looks_like_heading(text, block))
    simple, inner = _simple(text, blocks, titles, lower)
    foreign = find_foreign_parts(text, blocks, lower)
    simple = only_sure(text, simple, foreign, lower)
    names = {name.key: name for name in _gather(text, simple, is_joined=False)}
    for name in _gather(text, _joined(text, simple), is_joined=True):
        names.setdefault(name.key, name)
    return Survey(text, names, lower, inner, foreign)


def _simple(
    text: str, blocks: Sequence[Span], headings: Container[int], lower: Mapping[str, int]
) -> tuple[list[Occurrence], Mapping[str, int]]:
    """The simple candidates of a text in order, and how often each word stands capitalised inside a sentence."""
    pieces = list(with_portfolios(text, cut_pieces(text, find_runs(text, blocks))))
    inner = _count_inner(text, pieces)
    pruner = _Pruner(text, lower, inner, _office_surnames(text, pieces), open_lexicon())
    found = (pruner.prune(part, headings) for piece in drained(pieces) for part in pruner.cut(piece))
    return list(filter(None, found)), inner


def _looks_like_heading(text: str, block: Span) -> bool:
    return len(block) <= _LONGEST_HEADING and text[block.start : block.end].rstrip()[-1:] not in ".!?:;,”\"'’"


def _count_inner(text: str, pieces: Iterable[Run]) -> Counter[str]:
    """How often each word stands capitalised where no sentence begins."""
    tokens = chain.from_iterable(piece.tokens[1 if piece.starts_sentence else 0 :] for piece in pieces)
    return Counter(text[start:end].lower() for start, end in tokens)


def _office_surnames(text: str, pieces: Iterable[Run]) -> frozenset[str]:
    """The words of offices with which full names end: `Stephen King`."""
    ends = [(piece.tokens[0], piece.tokens[-1]) for piece in pieces if len(piece.tokens) > 1]
    names = [
        (text[slice(*first)].lower(), last)
        for first, token in ends
        if (last := text[slice(*token)].lower()) in words.TITLES
    ]
    return frozenset(
        last for first, last in names if open_lexicon().is_given(first) and not open_countries().knows(first)
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Pruner:
    """Makes candidates of pieces, with the counts of the whole text at hand."""

    text: str
    lower: Mapping[str, int]
    inner: Mapping[str, int]
    surnames: Container[str]
    """The words of offices that are surnames in this text."""

    lexicon: Lexicon

    def cut(self, piece: Run) -> Sequence[Run]:
        """Part a piece before titles inside it, and behind a country or demonym before an office or a given name."""
        if len(piece.tokens) == 1:
            return (piece,)
        cut = self._place_of_cut([self._folded(token) for token in piece.tokens])
        if not cut:
            return (piece,)
        first = Run(piece.tokens[:cut], piece.starts_sentence, piece.block)
        return first, Run(piece.tokens[cut:], False, piece.block)

    def _place_of_cut(self, folded: list[str]) -> int:
        """How many words belong to the first part; 0 for all."""
        of_country = _country_length(folded)
        if of_country and begins_office(folded, of_country):
            return of_country
        for at in range(1, len(folded) - 1):
            if begins_inner_office(folded, at):
                return at
        if of_country == 1 and 3 <= len(folded) <= 4 and self._may_begin(folded[1]):
            return 1
        return 2 if of_country == 2 and len(folded) >= 4 and self._may_begin(folded[2]) else 0

    def _may_begin(self, word: str) -> bool:
        """Whether a word is a given name and nothing that organisations are called."""
        return self.lexicon.may_be_given(word) and word not in _SITES

    def prune(self, piece: Run, headings: Container[int]) -> Occurrence | None:
        """Take off what is no part of the name: particles at the edges, a plain first word, titles."""
        if len(piece.tokens) == 1:
            return self._prune_word(piece, headings)
        tokens, starts_sentence = piece.tokens.copy(), piece.starts_sentence
        while tokens and self._is_small(tokens[-1]):
            tokens.pop()
        if tokens and starts_sentence and self._owes_capital(tokens):
            tokens, starts_sentence = self._without_plain_word(tokens)
        while len(tokens) > 1 and self._is_description(tokens):
            tokens, starts_sentence = tokens[1:], False
        if not tokens:
            return None
        folded = [self._folded(token) for token in tokens]
        small = {n for n, token in enumerate(tokens) if self._is_small(token)} if len(tokens) > 1 else ()
        titles = count_titles(folded, small)
        name = tokens[titles:]
        start, end = name[0][0], name[-1][1]
        if _is_no_name(self.text[start:end]) or (is_only_office(folded) and not self._is_surname(tokens)):
            return None
        title = " ".join([word for word in folded[:titles] if word in words.TITLES])
        return Occurrence(start, end, title, tokens[0][0], starts_sentence, piece.block in headings)

    def _prune_word(self, piece: Run, headings: Container[int]) -> Occurrence | None:
        """The single word of a piece, unless it owes its capital to its place, or is only an office."""
        tokens = piece.tokens
        start, end = tokens[0]
        word = self.text[start:end]
        if _is_no_name(word) or word.islower():
            return None
        if piece.starts_sentence and self._owes_capital(tokens):
            return None
        if word.rstrip(".").lower() in words.TITLES and not self._is_surname(tokens):
            return None
        return Occurrence(start, end, "", start, piece.starts_sentence, piece.block in headings)

    def _owes_capital(self, tokens: Tokens) -> bool:
        """Whether the first of some words at the start of a sentence is plain, and no author who is cited."""
        return self._is_plain(self._folded(tokens[0]), len(tokens)) and not self._is_cited(tokens)

    def _is_plain(self, word: str, length: int) -> bool:
        """Whether a word at the start of a sentence owes its capital to that place."""
        here, elsewhere = self.lower.get(word, 0), self.lexicon.lower_share(word)
        if not here and elsewhere <= 6:
            return False
        if self.inner.get(word, 0) > (here if length > 1 else 0):
            return False
        return not (self.lexicon.is_given(word) and elsewhere < 5) and word not in words.TITLES

    def _without_plain_word(self, tokens: Tokens) -> tuple[Tokens, bool]:
        """Drop the first word if it is surely plain, and particles behind it."""
        if len(tokens) == 1:
            return [], True
        word = self._folded(tokens[0])
        if self.lexicon.lower_share(word) < _DEFINITE_SHARE and self.lower.get(word, 0) <= 2:
            return tokens, True
        rest = tokens[1:]
        while rest and self._is_small(rest[0]):
            rest.pop(0)
        return rest, False

    def _is_cited(self, tokens: Tokens) -> bool:
        """Whether a single word is the author of what is cited: `(Laws, 2016)`, `Daily et al.`."""
        return (
            len(tokens) == 1 and bool(CITATION.match(self.text, tokens[0][1])) and self._folded(tokens[0]) not in _DATES
        )

    def _is_description(self, tokens: Tokens) -> bool:
        """Whether the first word only says what somebody is: `Australian-born Joan`, `Biologist Nick`."""
        first, second = self._folded(tokens[0]), self._folded(tokens[1])
        if first.endswith(_DESCRIBING):
            return True
        return first in _TRADES and self.lexicon.may_be_given(second)

    def _is_surname(self, tokens: Tokens) -> bool:
        """Whether the word of an office stands for somebody who is so called."""
        start = tokens[0][0]
        return (
            len(tokens) == 1
            and self._folded(tokens[0]) in self.surnames
            and not _ARTICLE.search(self.text, start - 5, start)
        )

    def _is_small(self, token: tuple[int, int]) -> bool:
        return self.text[token[0] : token[1]].islower()

    def _folded(self, token: tuple[int, int]) -> str:
        return self.text[token[0] : token[1]].rstrip(".").lower()


def _is_no_name(words: str) -> bool:
    """Whether words are a single letter, a degree or misread ones."""
    if words.isalpha():
        return len(words) < 2 or words in _PLAIN_DEGREES
    return len(words) < 2 or bool(_DEGREES.fullmatch(words)) or bool(_MISREAD.search(words))


def _country_length(folded: Sequence[str]) -> int:
    """How many words at the front name a country or a people; 0 if they name none."""
    if country_code(folded[0]) or demonym_code(folded[0]):
        return 1
    key = " ".join(folded[:2])
    return 2 if country_code(key) or demonym_code(key) else 0


def _joined(text: str, simple: Sequence[Occurrence]) -> Iterator[Occurrence]:
    """Candidates of two or three neighbours and the small words between them."""
    joins = [_is_joint(text, first, second) for first, second in pairwise(simple)] + [False, False]
    for number, first in enumerate(simple):
        for last in range(number + 1, number + _MOST_JOINED):
            if not joins[last - 1]:
                break
            yield replace(first, end=simple[last].end)


def _is_joint(text: str, first: Occurrence, second: Occurrence) -> bool:
    """Whether nothing but a small word stands between two candidates."""
    if not _SHORTEST_JOINT <= second.start - first.end <= _LONGEST_JOINT or second.title:
        return False
    gap = text[first.end : second.start]
    return gap[-1].isspace() and (gap[0].isspace() or gap[0] in "'’") and " ".join(gap.split()) in _JOINTS


def _gather(text: str, occurrences: Iterable[Occurrence], *, is_joined: bool) -> Iterator[Name]:
    """Gather occurrences by key, in the order of the first one."""
    groups: dict[str, list[Occurrence]] = {}
    for occurrence in occurrences:
        key = name_key(text[occurrence.start : occurrence.end])
        groups.setdefault(key, []).append(occurrence)
    for key, group in groups.items():
        yield Name(key, _form(text, group), group, is_joined)


def _form(text: str, occurrences: Sequence[Occurrence]) -> str:
    """The most frequent spelling that is not all capitals."""
    spellings = [" ".join(text[each.start : each.end].split()) for each in occurrences]
    if len(spellings) == 1:
        return spellings[0]
    forms = Counter(spellings)
    return max(forms, key=lambda form: (not form.isupper() or len(form) < 5, forms[form]))
