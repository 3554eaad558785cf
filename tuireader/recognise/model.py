"""The linear model of names: hashed features to the evidence for each kind.

A file of weights holds a magic word, a version, the bits of the hash, the number of kinds, a checksum, a scale and a
bias for each kind, and a row of one byte a kind for each hash, biased by 128. A row is kept as one integer with 32 bits
a kind and a count above them, so that the evidence of hundreds of features is one sum of integers.
"""

import struct
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from zlib import crc32

from tuireader.errors import ModelError
from tuireader.recognise.names import NameKind

BITS = 18
KINDS = len(NameKind)
ZERO = 128
"""The byte of a row that stands for no evidence."""

_MAGIC, _VERSION = b"TUIN", 1
_HEADER = struct.Struct("<4sHBBI")
_NUMBERS = struct.Struct(f"<{2 * KINDS}f")
_SUMS = struct.Struct(f"<{KINDS + 1}I")
_WIDTH = 4 * KINDS
_ROW_MASK = (1 << BITS) - 1
_MOST_REMEMBERED = 60_000

Feature = str | tuple[str, ...]
"""A feature, or several that come together often and are looked up at once."""


class Model:
    """Weights of the hashed features; they never change once they are read."""

    def __init__(self, scales: Sequence[float], biases: Sequence[float], rows: bytes, checksum: int = 0) -> None:
        self.checksum = checksum
        self._scales = scales
        self._biases = biases
        self._rows = _Rows(rows)

    def evidence(self, own: Sequence[Feature], contexts: Sequence[Feature], occurrences: int) -> list[float]:
        """Sum up the features of a name.

        Args:
            own: Features that count once.
            contexts: Features of its occurrences, which share one weight.
            occurrences: How many occurrences these features come from.

        Returns:
            The log-odds of each kind, in the order of `NameKind`, up to a constant.
        """
        mine, theirs = self._sums(own), self._sums(contexts)
        my_zero, their_zero = ZERO * mine[-1], ZERO * theirs[-1]
        share = occurrences**-0.5 if occurrences else 0.0
        return [
            bias + scale * (once - my_zero + share * (shared - their_zero))
            for bias, scale, once, shared in zip(self._biases, self._scales, mine, theirs, strict=False)
        ]

    def preference(self, feature: str, kind: int, other: int) -> float:
        """How much more one feature says for one kind than for another; kinds are numbered as in `NameKind`."""
        weights = self._sums([feature])
        return self._scales[kind] * (weights[kind] - ZERO) - self._scales[other] * (weights[other] - ZERO)

    def _sums(self, features: Sequence[Feature]) -> tuple[int, ...]:
        """The sum of the bytes of some features for each kind, and behind them how many features there are."""
        return _SUMS.unpack(sum(map(self._rows.__getitem__, features)).to_bytes(_SUMS.size, "little"))


class _Rows(dict[Feature, int]):
    """The row of each feature that was asked for, as one integer; old ones are forgotten when there are too many."""

    def __init__(self, rows: bytes) -> None:
        super().__init__()
        self._wide = _widened(rows)

    def __missing__(self, feature: Feature) -> int:
        features = (feature,) if isinstance(feature, str) else feature
        total, wide = len(features) << 8 * _WIDTH, self._wide
        for each in features:
            start = (crc32(each.encode()) & _ROW_MASK) * _WIDTH
            total += int.from_bytes(wide[start : start + _WIDTH], "little")
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        self[feature] = total
        return total


def _widened(cells: bytes) -> bytes:
    """Each byte as an integer of four bytes."""
    return cells.decode("latin-1").encode("utf-32-le")


def one_by_one(features: Iterable[Feature]) -> Iterator[str]:
    """Features, each by itself."""
    for feature in features:
        if isinstance(feature, str):
            yield feature
        else:
            yield from feature


def row_of(feature: str) -> int:
    """The number of a feature's row."""
    return crc32(feature.encode()) & _ROW_MASK


@lru_cache(maxsize=4)
def open_model(path: Path) -> Model:
    """Read a file of weights, once in a process.

    Raises:
        ModelError: The file is missing or damaged.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ModelError(f"cannot read the weights of names '{path}': {error.strerror}") from error
    body = data[_HEADER.size :]
    if len(data) < _HEADER.size:
        raise ModelError(f"'{path}' holds no weights of names: it is too short")
    magic, version, bits, kinds, checksum = _HEADER.unpack_from(data)
    if magic != _MAGIC:
        raise ModelError(f"'{path}' holds no weights of names")
    if (version, bits, kinds) != (_VERSION, BITS, KINDS):
        raise ModelError(f"'{path}' holds weights for another version of tuireader")
    if len(body) != _NUMBERS.size + (KINDS << BITS) or crc32(body) != checksum:
        raise ModelError(f"the weights of names '{path}' are damaged: install tuireader again")
    numbers = _NUMBERS.unpack_from(body)
    return Model(numbers[:KINDS], numbers[KINDS:], body[_NUMBERS.size :], checksum)


def write_model(path: Path, scales: Iterable[float], biases: Iterable[float], rows: bytes) -> None:
    """Write a file of weights, one biased byte a row and kind."""
    body = _NUMBERS.pack(*scales, *biases) + rows
    path.write_bytes(_HEADER.pack(_MAGIC, _VERSION, BITS, KINDS, crc32(body)) + body)
