"""Whom the pronouns of a text mean: a layer over its index, for those who want it.

The text is read once from its beginning. At each pronoun a few people may be meant, a few nouns like `the old man`, or
somebody for whom there is no word. What speaks for each is weighed. The likeliest takes part in what follows, but only
a person who is clearly likelier than all others together gets a mention.
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import islice
from operator import attrgetter

from tuireader.domain.actor import Basis, Mention, MentionForm
from tuireader.domain.index import Index
from tuireader.domain.mentions import Mentions
from tuireader.domain.paragraph import Paragraph
from tuireader.domain.span import Span
from tuireader.recognise.genders import find_leanings
from tuireader.recognise.persons import MAN
from tuireader.recognise.references import UNNAMED, Reference, find_references
from tuireader.recognise.words import FUNCTION

_AGREEMENT = 0.4
_SAME_SENTENCE, _EACH_SENTENCE = 0.8, -0.5
_SAME_PARAGRAPH = 0.6
_SAME_CLAUSE = -3.0
_SAME_AS_BEFORE = 1.6
_EACH_RIVAL = -0.2
_EACH_DOUBLING, _MOST_DOUBLINGS = 0.2, 4
_NOBODY = -0.8
"""What each circumstance weighs, in units of log-odds: round numbers, tried on texts in which pronouns are marked."""

_SURE = 0.6
"""How likely it must be that somebody is meant."""

_REASON = "pronoun: the likeliest of those named before"
_LEAST_AGREEMENT = -0.5
_FARTHEST, _MOST_FIGURES = 6, 8
"""How many sentences back somebody may have been referred to last, and how many may have been referred to since."""

_LONGEST_CLAUSE = 80
_CLAUSE_END = re.compile(
    r"[^\w\s'’-]|\b(?:and|as|because|but|how|if|or|than|that|what|when|which|while|who)\b"
    r"|\b(?:about|above|around|before|behind|beside|near|over|round|under|upon|with)\s+$"
)
"""What lies between two references that may mean one person: `Anna smiled as he saw her`, `Anna looked about her`."""

_SAMPLES, _SAMPLE = 10, 2_000
_FEWEST_WORDS = 20
_ENGLISH_SHARE = 0.3
"""How large a part of all words are function words at least, where a text is English; mostly it is nearly a half."""


def add_pronouns(index: Index, text: str, paragraphs: Sequence[Paragraph] = ()) -> Index:
    """Add the pronouns that clearly mean somebody to an index.

    Args:
        index: Who is named in a text, and where.
        text: The whole text.
        paragraphs: Its paragraphs; without them it is parted at blank lines.

    Returns:
        The same actors in the same order, with mentions by pronouns among the others.
    """
    if not _is_english(text):
        return index
    references = find_references(text, paragraphs, index)
    cast = _Cast(text, find_leanings(text, references))
    mentions = (
        Mention(Span(pronoun.start, pronoun.end), index.actors[who].id, MentionForm.PRONOUN, Basis(_REASON, share))
        for pronoun, who, share in cast.resolve(references)
    )
    return Index(index.actors, Mentions.of(merge(index.mentions, mentions, key=attrgetter("span.start"))))


def _is_english(text: str) -> bool:
    """Whether a text reads like English, as far as a few samples tell."""
    step = max(_SAMPLE, len(text) // _SAMPLES)
    words = " ".join(text[at : at + _SAMPLE] for at in range(0, len(text), step)).lower().split()
    return len(words) < _FEWEST_WORDS or sum(word in FUNCTION for word in words) > _ENGLISH_SHARE * len(words)


@dataclass(slots=True, eq=False)
class _Figure:
    """Somebody who was referred to."""

    who: int
    last: Reference
    count: int = 0


class _Cast:
    """Everybody who was referred to so far, the latest last."""

    def __init__(self, text: str, leanings: Mapping[int, float]) -> None:
        self._text = text
        self._leanings = leanings
        self._figures: dict[int, _Figure] = {}
        self._before: dict[str, int] = {}
        """Whom the last pronoun of each gender meant."""

    def resolve(self, references: Sequence[Reference]) -> Iterator[tuple[Reference, int, float]]:
        """The pronouns that clearly mean a person, and how clearly."""
        for reference in references:
            who = reference.who
            if reference.is_pronoun:
                scores = self._scores(reference)
                who = max(scores, key=scores.__getitem__)
                self._before[reference.gender] = who
                share = _share(scores, who)
                if who >= 0 and share > _SURE:
                    yield reference, who, round(share, 2)
            if who != UNNAMED:
                self._meet(who, reference)

    def _meet(self, who: int, reference: Reference) -> None:
        figure = self._figures.pop(who, None) or _Figure(who, reference)
        figure.last = reference
        figure.count += 1
        self._figures[who] = figure

    def _scores(self, pronoun: Reference) -> dict[int, float]:
        """What speaks for each who may be meant."""
        before = self._before.get(pronoun.gender)
        scores = {UNNAMED: _NOBODY}
        for rank, figure in enumerate(self._rivals(pronoun)):
            score = self._nearness(pronoun, figure.last) + _AGREEMENT * self._agreement(pronoun, figure)
            score += _EACH_RIVAL * rank + _EACH_DOUBLING * min(_MOST_DOUBLINGS, math.log2(figure.count))
            scores[figure.who] = score + _SAME_AS_BEFORE * (figure.who == before)
        return scores

    def _rivals(self, pronoun: Reference) -> Iterator[_Figure]:
        """Those who may be meant, the latest first."""
        for figure in islice(reversed(self._figures.values()), _MOST_FIGURES):
            if pronoun.sentence - figure.last.sentence > _FARTHEST:
                return
            if self._agreement(pronoun, figure) > _LEAST_AGREEMENT:
                yield figure

    def _agreement(self, pronoun: Reference, figure: _Figure) -> float:
        leaning = self._leanings[figure.who]
        return leaning if pronoun.gender == MAN else -leaning

    def _nearness(self, pronoun: Reference, last: Reference) -> float:
        sentences = pronoun.sentence - last.sentence
        score = _EACH_SENTENCE * sentences + _SAME_PARAGRAPH * (pronoun.paragraph == last.paragraph)
        if sentences:
            return score
        return score + _SAME_SENTENCE + _SAME_CLAUSE * self._is_same_clause(pronoun, last)

    def _is_same_clause(self, pronoun: Reference, last: Reference) -> bool:
        """Whether one person cannot be both: `Anna saw her`, but `Anna's sister saw her`."""
        if not pronoun.is_object or last.is_owner or pronoun.start - last.end > _LONGEST_CLAUSE:
            return False
        return not _CLAUSE_END.search(self._text, last.end, pronoun.start)


def _share(scores: Mapping[int, float], who: int) -> float:
    """How likely one of several is."""
    return 1 / sum(math.exp(score - scores[who]) for score in scores.values())
