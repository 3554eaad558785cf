"""Whoever makes a slip of the pen is told whom he may mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.properties import relaxed
from tuireader.domain.actor import Actor, ActorKind, actor_id
from tuireader.domain.slip import perhaps_meant


def actor(name: str, *aliases: str) -> Actor:
    return Actor(actor_id(ActorKind.PERSON, name), name, ActorKind.PERSON, aliases=aliases)


ACTORS = (actor("Zoë Marsh", "Captain Marsh"), actor("Ada Lund"), actor("Ada Marshall"))


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("zoe mars", ("Zoë Marsh",)),
        ("captan marsh", ("Zoë Marsh",)),
        ("lun", ("Ada Lund",)),
        ("marsh", ("Zoë Marsh", "Ada Marshall")),
        ("nobody", ()),
    ],
)
def test_a_part_of_a_name_or_a_slip_in_it_is_enough(name: str, meant: tuple[str, ...]) -> None:
    assert perhaps_meant(name, ACTORS) == meant


@relaxed
@given(st.text(max_size=12), st.lists(st.text(max_size=12), max_size=5))
def test_each_is_told_once_and_is_one_of_them(name: str, names: list[str]) -> None:
    meant = perhaps_meant(name, [actor(each) for each in names])
    assert len(set(meant)) == len(meant)
    assert set(meant) <= set(names)
