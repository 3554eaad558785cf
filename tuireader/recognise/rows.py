"""Features of names, as the numbers of their rows in the table of weights.

A feature is a short string: a mark of where it was seen (`l1=` is the word before, `ow=` a name's only word), and
mostly what was seen there. It is known by its hash alone, which may go on from that of the mark: so a word that is a
part of many features is made into bytes once, and most of the strings are never made at all.
"""

from collections.abc import Iterable
from zlib import crc32

BITS = 18
ROW_MASK = (1 << BITS) - 1


def row_of(feature: str) -> int:
    """The number of a feature's row."""
    return crc32(feature.encode()) & ROW_MASK


def rows_of(features: Iterable[str]) -> tuple[int, ...]:
    """The numbers of the rows of some features."""
    return tuple([crc32(feature.encode()) & ROW_MASK for feature in features])


def begin(mark: str) -> int:
    """The hash of a mark, from which `crc32` goes on with what was seen; masked by `ROW_MASK`, it is the row."""
    return crc32(mark.encode())
