"""Names are compared without what a person would not hear."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.properties import relaxed
from tuireader.domain.actor import Actor, ActorKind, actor_id, fold


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Zoë Marsh", "zoe marsh"),
        ("ŁUKASZ", "łukasz"),
        ("O’Brien", "o'brien"),
        ("Straße", "strasse"),
        ("Søren", "soren"),
        ("SØREN", "soren"),
        ("Jean\u2011Paul", "jean-paul"),
        ("  Ada \n Lovelace ", "ada lovelace"),
        ("ﬁnland", "finland"),
        ("北海", "北海"),
        ("", ""),
    ],
)
def test_a_name_is_folded_to_what_is_heard(name: str, folded: str) -> None:
    assert fold(name) == folded


@relaxed
@given(st.text())
def test_composed_and_decomposed_names_fold_alike(name: str) -> None:
    assert fold(unicodedata.normalize("NFC", name)) == fold(unicodedata.normalize("NFD", name))


@relaxed
@given(st.text(st.characters(max_codepoint=0x17F, exclude_characters="ı")))
def test_western_names_in_capitals_fold_alike(name: str) -> None:
    # A Turkish capital I may be either letter, so the dotless one is left out.
    assert fold(name.upper()) == fold(name)


def test_the_same_name_of_two_kinds_is_two_actors() -> None:
    assert actor_id(ActorKind.PERSON, "Georgia") != actor_id(ActorKind.COUNTRY, "Georgia")


def test_an_id_does_not_depend_on_how_the_name_is_written() -> None:
    assert actor_id(ActorKind.PERSON, "ZOË  MARSH") == actor_id(ActorKind.PERSON, "Zoe Marsh")


def test_a_country_goes_by_its_code_and_a_person_of_it_does_not() -> None:
    russia = Actor(actor_id(ActorKind.COUNTRY, "Russia"), "Russia", ActorKind.COUNTRY, "RU", ("Kremlin",))
    spokesman = Actor(actor_id(ActorKind.PERSON, "Ivan Belov"), "Ivan Belov", ActorKind.PERSON, "RU")
    assert russia.names == ("Russia", "Kremlin", "RU")
    assert spokesman.names == ("Ivan Belov",)


def test_a_country_goes_by_names_that_the_text_does_not_use() -> None:
    britain = Actor(
        actor_id(ActorKind.COUNTRY, "United Kingdom"), "United Kingdom", ActorKind.COUNTRY, other_names=("uk",)
    )
    assert britain.names == ("United Kingdom", "uk")


@pytest.mark.parametrize(("code", "whole"), [("GB-SCT", "GB"), ("GB", None), (None, None)])
def test_a_country_may_be_part_of_another(code: str | None, whole: str | None) -> None:
    assert Actor(actor_id(ActorKind.COUNTRY, "Here"), "Here", ActorKind.COUNTRY, code).part_of == whole
