"""An actor can be asked for by any of its names."""

from collections.abc import Container, Mapping, Sequence

import pytest

from tests.cli.harbour import MISSING, TEXT, HarbourShelf
from tuireader.cli.documents import Documents
from tuireader.cli.mentions import sheet
from tuireader.cli.output import Cell
from tuireader.domain.actor import ActorKind
from tuireader.errors import UsageError

ALL = frozenset(ActorKind)


def _rows(
    documents: Documents, names: Sequence[str] = (), kinds: Container[ActorKind] = ALL
) -> list[Mapping[str, Cell]]:
    return list(sheet(documents, names, kinds).named())


@pytest.mark.parametrize("name", ["Zoë Marsh", "MARSH", "zoe marsh", "person:zoe marsh"])
def test_any_name_finds_every_mention_of_its_actor(name: str, one: Documents) -> None:
    assert [row["text"] for row in _rows(one, [name])] == ["Zoë Marsh", "Marsh"]


def test_a_code_finds_a_country_under_all_of_its_names(one: Documents) -> None:
    assert [row["form"] for row in _rows(one, ["fr"])] == ["demonym", "metonym", "metonym"]


def test_several_actors_are_listed_in_the_order_of_the_text(one: Documents) -> None:
    assert [row["actor"] for row in _rows(one, ["marsh", "bell"])] == [
        "Zoë Marsh",
        "Idris Bell",
        "Zoë Marsh",
        "Idris Bell",
    ]


def test_offsets_point_at_the_text_of_the_row(one: Documents) -> None:
    for row in _rows(one):
        start, end = row["start"], row["end"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert row["text"] == TEXT[start:end]


def test_only_some_kinds_are_listed(one: Documents) -> None:
    assert [row["actor"] for row in _rows(one, kinds={ActorKind.ORGANISATION})] == ["北海 Fisheries"]


def test_an_unknown_name_suggests_those_that_are_near(one: Documents) -> None:
    with pytest.raises(UsageError, match=r"^cannot find an actor 'Marhs': did you mean Zoë Marsh\?$"):
        _rows(one, ["bell", "Marhs"])


def test_a_part_of_a_name_suggests_the_whole(one: Documents) -> None:
    with pytest.raises(UsageError, match=r"did you mean 北海 Fisheries\?$"):
        _rows(one, ["fisheries"])


def test_a_name_that_nothing_is_near_to_says_where_to_look(one: Documents) -> None:
    with pytest.raises(UsageError, match="`tuireader actors PATH` lists all"):
        _rows(one, ["qqqq"])


def test_a_name_is_not_unknown_when_no_document_could_be_read() -> None:
    assert _rows(Documents([MISSING], HarbourShelf()), ["bell"]) == []
