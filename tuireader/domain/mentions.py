"""All mentions of a document, in the order of the text and by actor."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from copy import copy
from itertools import accumulate, chain, pairwise
from operator import itemgetter

from tuireader.domain.actor import ActorId, Basis, Mention, MentionForm
from tuireader.domain.columns import Columns, check_numbers, numbered, numbers, offsets, picked
from tuireader.domain.span import Span

_FORMS = tuple(MentionForm)

MentionRow = tuple[int, int, ActorId, MentionForm, Basis]


class Mentions(Columns[Mention]):
    """Mentions in the order of the text. They never overlap, so their starts and their ends are both sorted."""

    __slots__ = ("_by_actor", "_groups", "actors", "bases")

    def __init__(self, *columns: "array[int]", actors: Sequence[ActorId] = (), bases: Sequence[Basis] = ()) -> None:
        """Keep mentions by their columns.

        Args:
            columns: Starts, ends, and the numbers of actors, forms and bases.
            actors: Who is mentioned.
            bases: Why some words are taken to name somebody.

        Raises:
            ValueError: The columns do not fit together.
        """
        super().__init__(*columns)
        _, _, owners, forms, basis_numbers = columns
        check_numbers(owners, actors)
        check_numbers(forms, _FORMS)
        check_numbers(basis_numbers, bases)
        self.actors = tuple(actors)
        self.bases = tuple(bases)
        self._by_actor, self._groups = _grouped(owners, self.actors)

    @classmethod
    def of(cls, mentions: Iterable[Mention]) -> "Mentions":
        """Mentions that are objects yet."""
        if isinstance(mentions, cls):
            return mentions
        return cls.of_rows([(each.span.start, each.span.end, each.actor, each.form, each.basis) for each in mentions])

    @classmethod
    def of_rows(cls, rows: Sequence[MentionRow]) -> "Mentions":
        """Mentions that have never been objects: start, end, actor, form and basis of each."""
        starts, ends, owners, forms, bases = (map(itemgetter(place), rows) for place in range(5))
        actors, owner_numbers = numbered(owners)
        by_identity = {id(basis): basis for basis in bases}
        identities, basis_numbers = numbered(id(row[4]) for row in rows)
        return cls(
            offsets(starts),
            offsets(ends),
            owner_numbers,
            numbers(map(_FORMS.index, forms)),
            basis_numbers,
            actors=actors,
            bases=[by_identity[identity] for identity in identities],
        )

    def made(self, *row: int) -> Mention:
        """The mention of a number from each column."""
        start, end, owner, form, basis = row
        return Mention(Span(start, end), self.actors[owner], _FORMS[form], self.bases[basis])

    def numbers_of(self, actor: ActorId) -> "array[int]":
        """Which of the mentions name an actor, in order; none if there is no such actor."""
        first, end = self._groups.get(actor, (0, 0))
        return self._by_actor[first:end]

    def count(self, actor: ActorId) -> int:
        """How many mentions name an actor."""
        first, end = self._groups.get(actor, (0, 0))
        return end - first

    def based_on(self, wanted: Callable[[Basis], bool]) -> "array[int]":
        """Which of the mentions rest on a basis of some sort, in order."""
        bases = {number for number, basis in enumerate(self.bases) if wanted(basis)}
        return numbers(at for at, basis in enumerate(self.columns[4]) if basis in bases) if bases else numbers()

    def until(self, offset: int) -> "Mentions":
        """Those that end before an offset, or at it."""
        count = bisect_right(self.columns[1], offset)
        cut = copy(self)
        cut.columns = tuple(column[:count] for column in self.columns)
        first = self._by_actor
        cut._groups = {  # those of an actor are in order, so the ones that are left stand before all others
            actor: (start, bisect_left(first, count, start, end)) for actor, (start, end) in self._groups.items()
        }
        return cut

    def moved(self, characters: int) -> "Mentions":
        """The same ones so many characters further on."""
        moved = copy(self)
        starts, ends, *others = self.columns
        moved.columns = (*(offsets(each + characters for each in column) for column in (starts, ends)), *others)
        return moved

    def edited(
        self, given: Mapping[int, tuple[ActorId, Basis]], added: Sequence[Span], dropped: Collection[int]
    ) -> "Mentions":
        """Other mentions of the same text.

        Args:
            given: Whom a mention names now and why, by its number; those that are added are all here.
            added: New places, which are numbered behind the mentions that there are.
            dropped: The numbers of those that name nobody any longer.

        Returns:
            All that are left, in the order of the text.
        """
        starts, ends, owners, forms, basis_numbers = (array(column.typecode, column) for column in self.columns)
        owner_of = {actor: number for number, actor in enumerate(self.actors)}
        basis_of: dict[Basis, int] = {}
        for span in added:
            starts.append(span.start)
            ends.append(span.end)
            for column in (owners, forms, basis_numbers):
                column.append(0)
        for number, (actor, basis) in given.items():
            owners[number] = owner_of.setdefault(actor, len(owner_of))
            basis_numbers[number] = basis_of.setdefault(basis, len(self.bases) + len(basis_of))
        columns = [starts, ends, owners, forms, basis_numbers]
        if added or dropped:
            kept = [number for number in range(len(starts)) if number not in dropped]
            kept.sort(key=starts.__getitem__)
            columns = [picked(column, kept) for column in columns]
        return Mentions(*columns, actors=tuple(owner_of), bases=(*self.bases, *basis_of))


_Groups = Mapping[ActorId, tuple[int, int]]


def _grouped(owners: "array[int]", actors: Sequence[ActorId]) -> tuple["array[int]", _Groups]:
    """The numbers of all mentions, those of one actor behind those of another, and where each actor's begin and end."""
    groups = [numbers() for _ in actors]
    for number, owner in enumerate(owners):
        groups[owner].append(number)
    ends = list(accumulate(map(len, groups), initial=0))
    return numbers(chain.from_iterable(groups)), dict(zip(actors, pairwise(ends), strict=True))
