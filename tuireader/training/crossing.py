"""Cross-validation: what may be learnt without a fold, and how well its names are typed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from tuireader.recognise.decide import KINDS
from tuireader.recognise.names import NameKind
from tuireader.training.corpus import Gold, Silver
from tuireader.training.examples import Batch, Example, make_examples
from tuireader.training.labels import gold_marks, own_marks, silver_marks
from tuireader.training.own import Own
from tuireader.training.train import Weights, odds

FOLDS = range(5)
_OWN_IMPORTANCE = 0.25
"""What an example of our own texts counts beside one of the gold texts: ours name more things in fewer words."""

_ORGANISATION = KINDS.index(NameKind.ORGANISATION)


@dataclass(frozen=True, slots=True, eq=False)
class _Lesson:
    """The examples of one text."""

    book: str
    fold: int | None
    examples: Sequence[Example]


@dataclass(frozen=True, slots=True, eq=False)
class Lessons:
    """All examples, by text."""

    _silver: Sequence[_Lesson]
    _gold: Sequence[_Lesson]
    _own: Sequence[Example]
    """The examples of our own texts, which belong to no fold."""

    @classmethod
    def of(cls, silver: Sequence[Silver], gold: Sequence[Gold], own: Sequence[Own] = ()) -> "Lessons":
        """Make examples of all texts; a silver text belongs to the fold that holds the same book."""
        folds = {text.book: text.fold for text in gold}
        return cls(
            [_Lesson(text.book, folds.get(text.book), list(_silver_examples(text))) for text in silver],
            [_Lesson(text.book, text.fold, make_examples(text.text, gold_marks(text))) for text in gold],
            [one for text in own for one in _own_examples(text)],
        )

    def silver(self, without: int | None = None) -> list[Example]:
        """The examples of silver texts, but for those of a fold."""
        return [one for lesson in self._silver if without is None or lesson.fold != without for one in lesson.examples]

    def gold(self, without: int | None = None) -> list[Example]:
        """The examples of gold texts, but for those of a fold, and those of our own texts."""
        return [one for lesson in self._gold if lesson.fold != without for one in lesson.examples] + [*self._own]

    def of_fold(self, fold: int) -> list[Example]:
        """The examples of the gold texts of a fold."""
        return [one for lesson in self._gold if lesson.fold == fold for one in lesson.examples]


def _own_examples(text: Own) -> Iterator[Example]:
    for example in make_examples(text.text, own_marks(text)):
        yield replace(example, importance=_OWN_IMPORTANCE * example.importance)


def _silver_examples(text: Silver) -> Iterator[Example]:
    """The examples of a silver text, without the organisations of a novel, which are mostly wrong."""
    for example in make_examples(text.text, silver_marks(text)):
        if not (text.is_novel and example.votes.argmax() == _ORGANISATION):
            yield example


def accuracy(weights: Weights, examples: Sequence[Example]) -> str:
    """How many of all names get their kind, and precision and recall of each kind, in per cent."""
    batch = Batch.of(examples)
    guessed = odds(weights, batch).argmax(axis=1)
    true = batch.votes.argmax(axis=1)
    figures = [f"{len(examples)} names, {100 * np.mean(guessed == true):.1f} right"]
    for number, kind in enumerate(KINDS):
        hits = np.sum((guessed == number) & (true == number))
        precision = 100 * hits / max(1, np.sum(guessed == number))
        recall = 100 * hits / max(1, np.sum(true == number))
        figures.append(f"{kind} {precision:.0f}/{recall:.0f}")
    return ", ".join(figures)
