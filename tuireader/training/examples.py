"""Texts as examples: the features of every candidate, and what it truly is."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tuireader.domain.span import Span
from tuireader.recognise.candidates import survey
from tuireader.recognise.features import Describer
from tuireader.training.labels import Marks

_BLOCK = re.compile(r"\S(?:.|\n(?![ \t]*\n))*")
_MOST_VOTES = 25


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """One name of a text."""

    key: str
    rows: NDArray[np.int64]
    """The numbers of its features."""

    weights: NDArray[np.float32]
    """How much each feature counts."""

    votes: NDArray[np.float32]
    """The share of each kind among its occurrences."""

    importance: float


def find_blocks(text: str) -> list[Span]:
    """The paragraphs of a plain text, parted by empty lines."""
    return [Span(*match.span()) for match in _BLOCK.finditer(text)]


def make_examples(text: str, marks: Marks) -> list[Example]:
    """One example for each candidate of a text."""
    found = survey(text, find_blocks(text))
    describer = Describer(found)
    examples = []
    for name in found.names.values():
        description = describer.describe(name)
        rows = description.own + description.contexts
        weights = np.full(len(rows), description.occurrences**-0.5, dtype=np.float32)
        weights[: len(description.own)] = 1.0
        votes = np.array(marks.votes(name), dtype=np.float32)
        importance = min(votes.sum(), _MOST_VOTES) ** 0.5
        examples.append(Example(name.key, np.array(rows), weights, votes / votes.sum(), float(importance)))
    return examples


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Examples laid end to end."""

    rows: NDArray[np.int64]
    weights: NDArray[np.float32]
    edges: NDArray[np.int64]
    """Where each example begins, and the end of the last one."""

    votes: NDArray[np.float32]
    importance: NDArray[np.float32]

    @classmethod
    def of(cls, examples: Sequence[Example]) -> "Batch":
        """Lay examples end to end."""
        sizes: Iterable[int] = (len(example.rows) for example in examples)
        return cls(
            rows=np.concatenate([example.rows for example in examples]),
            weights=np.concatenate([example.weights for example in examples]),
            edges=np.cumsum([0, *sizes]),
            votes=np.stack([example.votes for example in examples]),
            importance=np.array([example.importance for example in examples], dtype=np.float32),
        )
