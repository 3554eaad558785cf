"""The linear model of names: hashed features to the evidence for each kind.

A file of weights holds a magic word, a version, the bits of the hash, the number of kinds, a checksum, a scale and a
bias for each kind, and a row of one byte a kind for each hash, biased by 128. A row is kept as two integers, with 24
bits for each of three kinds, so that the evidence of hundreds of features is two sums of integers.
"""

import struct
import sys
from array import array
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import itemgetter
from pathlib import Path
from zlib import crc32

from tuireader.errors import ModelError
from tuireader.recognise.names import NameKind
from tuireader.recognise.rows import BITS, row_of

KINDS = len(NameKind)
ZERO = 128
"""The byte of a row that stands for no evidence."""

_MAGIC, _VERSION = b"TUIN", 1
_HEADER = struct.Struct("<4sHBBI")
_NUMBERS = struct.Struct(f"<{2 * KINDS}f")
_BYTES, _CELL = 8, 3
"""The bytes of an integer of a row, and of the room for one kind in it."""

_CELL_BITS = 8 * _CELL
_CELL_MASK = (1 << _CELL_BITS) - 1
_EMPTY = 1 << BITS
"""A row behind all others without weights, so that there is always more than one to sum up."""


class Model:
    """Weights of the hashed features; they never change once they are read."""

    def __init__(self, scales: Sequence[float], biases: Sequence[float], rows: bytes, checksum: int = 0) -> None:
        self.checksum = checksum
        self._scales = scales
        self._biases = biases
        self._cells = rows
        packed = _packed(rows)
        self._halves = packed[::2], packed[1::2]

    def evidence(self, own: Sequence[int], contexts: Sequence[int], occurrences: int) -> list[float]:
        """Sum up the features of a name, each given by its row.

        Args:
            own: Features that count once.
            contexts: Features of its occurrences, which share one weight.
            occurrences: How many occurrences these features come from.

        Returns:
            The log-odds of each kind, in the order of `NameKind`, up to a constant.
        """
        if occurrences == 1:
            sums = self._sums([*own, *contexts])
            return [bias + scale * each for bias, scale, each in zip(self._biases, self._scales, sums, strict=True)]
        mine, theirs = self._sums(own), self._sums(contexts)
        share = occurrences**-0.5 if occurrences else 0.0
        return [
            bias + scale * (once + share * shared)
            for bias, scale, once, shared in zip(self._biases, self._scales, mine, theirs, strict=True)
        ]

    def preference(self, feature: str, kind: int, other: int) -> float:
        """How much more one feature says for one kind than for another; kinds are numbered as in `NameKind`."""
        start = KINDS * row_of(feature)
        mine, others = self._cells[start + kind] - ZERO, self._cells[start + other] - ZERO
        return self._scales[kind] * mine - self._scales[other] * others

    def _sums(self, rows: Sequence[int]) -> tuple[int, ...]:
        """The sum of some rows for each kind."""
        of_all = itemgetter(_EMPTY, _EMPTY, *rows)
        first, second = map(sum, map(of_all, self._halves))
        zero = ZERO * len(rows)
        return (
            (first & _CELL_MASK) - zero,
            (first >> _CELL_BITS & _CELL_MASK) - zero,
            (first >> 2 * _CELL_BITS) - zero,
            (second & _CELL_MASK) - zero,
            (second >> _CELL_BITS & _CELL_MASK) - zero,
            (second >> 2 * _CELL_BITS) - zero,
        )


def _packed(rows: bytes) -> memoryview:
    """The bytes of each row as two integers of three kinds, one behind the other; an empty row behind them all."""
    packed = bytearray(2 * _BYTES * (len(rows) // KINDS + 1))
    for kind in range(KINDS):
        half, place = divmod(kind, KINDS // 2)
        packed[half * _BYTES + place * _CELL : -2 * _BYTES : 2 * _BYTES] = rows[kind::KINDS]
    numbers = array("Q", packed)
    if sys.byteorder == "big":
        numbers.byteswap()
    return memoryview(numbers)


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
