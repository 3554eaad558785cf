"""Very many small values as columns of numbers: a value is an object only while somebody looks at it.

A document of a hundred megabytes has millions of mentions. As objects they take half a kilobyte each, and seconds to
travel between processes; as columns they take less than the text, and travel as they are.
"""

from abc import abstractmethod
from array import array
from collections.abc import Iterable, Iterator, Sequence, Sized
from operator import eq
from typing import TypeVar, overload

T = TypeVar("T")
V = TypeVar("V")

_MOST = 1 << 31
"""What no longer fits into four bytes."""


def offsets(values: Iterable[int]) -> "array[int]":
    """A column of offsets in order, of four bytes each wherever that is enough."""
    column = array("q", values)
    return column if column and column[-1] >= _MOST else array("i", column)


def numbers(values: Iterable[int] = ()) -> "array[int]":
    """A column of small numbers: each says which one of some others is meant."""
    return array("i", values)


def picked(column: "array[int]", chosen: Iterable[int]) -> "array[int]":
    """The entries of a column at some places."""
    return array(column.typecode, map(column.__getitem__, chosen))


def check_numbers(column: "array[int]", names: Sized) -> None:
    """Refuse a column with a number of nothing.

    Raises:
        ValueError: One of its numbers is none of a thing that is there.
    """
    if column and not 0 <= min(column) <= max(column) < len(names):
        raise ValueError("a number of nothing")


class Columns(Sequence[V]):
    """Values in order. A subclass says which columns there are, and how a value is made of a number from each."""

    __slots__ = ("columns",)

    def __init__(self, *columns: "array[int]") -> None:
        """Keep columns; there is at least one.

        Raises:
            ValueError: They are of different lengths.
        """
        if len({len(column) for column in columns}) > 1:
            raise ValueError("columns of different lengths")
        self.columns = columns

    @abstractmethod
    def made(self, *row: int) -> V:
        """The value of a number from each column."""

    def __len__(self) -> int:
        return len(self.columns[0])

    @overload
    def __getitem__(self, at: int) -> V: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[V, ...]: ...

    def __getitem__(self, at: int | slice) -> V | tuple[V, ...]:
        if isinstance(at, slice):
            return tuple(map(self.made, *(column[at] for column in self.columns)))
        return self.made(*[column[at] for column in self.columns])

    def __iter__(self) -> Iterator[V]:
        return map(self.made, *self.columns)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or isinstance(other, str):
            return NotImplemented
        return len(self) == len(other) and all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment] # very many values are compared one by one, and by nothing else


class Chosen(Sequence[V]):
    """Some of many values, by their numbers."""

    __slots__ = ("_all", "numbers")

    def __init__(self, everything: Sequence[V], chosen: "array[int]") -> None:
        """Choose values by their numbers, which are in order."""
        self._all = everything
        self.numbers = chosen

    def __len__(self) -> int:
        return len(self.numbers)

    @overload
    def __getitem__(self, at: int) -> V: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[V, ...]: ...

    def __getitem__(self, at: int | slice) -> V | tuple[V, ...]:
        if isinstance(at, slice):
            return tuple(map(self._all.__getitem__, self.numbers[at]))
        return self._all[self.numbers[at]]

    def __iter__(self) -> Iterator[V]:
        return map(self._all.__getitem__, self.numbers)


def numbered(values: Iterable[T]) -> tuple[tuple[T, ...], "array[int]"]:
    """The distinct values, and the number of each one among them."""
    places: dict[T, int] = {}
    column = numbers(places.setdefault(value, len(places)) for value in values)
    return tuple(places), column
