"""Learns the weights of the linear model: Adagrad over hashed features, with dropped features and soft targets."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tuireader.recognise.model import KINDS, ZERO, write_model
from tuireader.recognise.rows import BITS
from tuireader.training.examples import Batch, Example

_RATE = 0.02
_DROPPED = 0.1
_BATCH = 256
_SEEDS = tuple(range(8))
_SILVER_EPOCHS, _GOLD_EPOCHS = 3, 8
_TINY = 1e-10
_LARGEST_BYTE = 127

Numbers = NDArray[np.float32]


@dataclass(slots=True, eq=False)
class Weights:
    """What is learnt: a row of evidence for each hash, and a bias for each kind."""

    rows: Numbers
    biases: Numbers

    @classmethod
    def nothing(cls) -> "Weights":
        """Weights that say nothing."""
        return cls(np.zeros((1 << BITS, KINDS), np.float32), np.zeros(KINDS, np.float32))


def learn(silver: Sequence[Example], gold: Sequence[Example], seeds: Sequence[int] = _SEEDS) -> Weights:
    """Learn from silver first and gold last, and take the mean over some seeds."""
    total = Weights.nothing()
    for seed in seeds:
        weights = Weights.nothing()
        chance = np.random.default_rng(seed)
        _run(weights, silver, _SILVER_EPOCHS, chance)
        _run(weights, gold, _GOLD_EPOCHS, chance)
        total.rows += weights.rows / len(seeds)
        total.biases += weights.biases / len(seeds)
    return total


def _run(weights: Weights, examples: Sequence[Example], epochs: int, chance: np.random.Generator) -> None:
    """Go through all examples some times, with steps that grow smaller where a weight has moved much."""
    moved = Weights.nothing()
    for _ in range(epochs if examples else 0):
        order = chance.permutation(len(examples))
        for first in range(0, len(order), _BATCH):
            _step(weights, moved, Batch.of([examples[n] for n in order[first : first + _BATCH]]), chance)


def _step(weights: Weights, moved: Weights, batch: Batch, chance: np.random.Generator) -> None:
    """Move the weights a little against the error of one batch."""
    kept = batch.weights * (chance.random(len(batch.weights)) > _DROPPED) / (1 - _DROPPED)
    batch = replace(batch, weights=kept.astype(np.float32))
    error = probabilities(odds(weights, batch)) - batch.votes
    error *= (batch.importance / batch.importance.sum())[:, None]
    used, columns = np.unique(batch.rows, return_inverse=True)
    blame = np.repeat(error, np.diff(batch.edges), axis=0) * batch.weights[:, None]
    slope = np.stack([np.bincount(columns, blame[:, kind]) for kind in range(KINDS)], axis=1)
    moved.rows[used] += slope**2
    weights.rows[used] -= _RATE * slope / (np.sqrt(moved.rows[used]) + _TINY)
    slope = error.sum(axis=0)
    moved.biases += slope**2
    weights.biases -= _RATE * slope / (np.sqrt(moved.biases) + _TINY)


def odds(weights: Weights, batch: Batch) -> Numbers:
    """The log-odds of each kind for each example, up to a constant."""
    each = weights.rows[batch.rows] * batch.weights[:, None]
    found: Numbers = np.add.reduceat(each, batch.edges[:-1]) + weights.biases
    return found


def probabilities(odds: Numbers) -> Numbers:
    """Log-odds as probabilities that sum to one in each row."""
    raised = np.exp(odds - odds.max(axis=1, keepdims=True))
    chances: Numbers = raised / raised.sum(axis=1, keepdims=True)
    return chances


def save(weights: Weights, path: Path) -> None:
    """Write weights as one byte each."""
    scales = np.maximum(np.abs(weights.rows).max(axis=0), 1e-6) / _LARGEST_BYTE
    rounded = np.rint(weights.rows / scales).astype(np.int16) + ZERO
    write_model(path, scales.tolist(), weights.biases.tolist(), rounded.astype(np.uint8).tobytes())
