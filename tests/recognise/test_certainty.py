"""Evidence as shares that hold true."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.domain.actor import ActorKind, MentionForm
from tuireader.recognise.certainty import certainty, certainty_of_form, log_odds, with_role

shares = st.floats(1e-3, 1 - 1e-3)


@given(shares, shares)
def test_more_evidence_is_more_certain(one: float, other: float) -> None:
    low, high = sorted((one, other))
    for kind in (ActorKind.PERSON, ActorKind.ORGANISATION):
        assert 0 < certainty(kind, math.log(low)) <= certainty(kind, math.log(high)) < 1


@pytest.mark.parametrize("evidence", [0.0, -1000.0])
def test_no_evidence_makes_anything_sure(evidence: float) -> None:
    assert 0 < certainty(ActorKind.PERSON, evidence) < 1


@given(shares)
def test_a_role_makes_surer(share: float) -> None:
    assert share < with_role(share) < 1


def test_the_name_of_a_country_is_surer_than_its_seat() -> None:
    forms = (MentionForm.NAME, MentionForm.DEMONYM, MentionForm.METONYM)
    found = [certainty_of_form(form) for form in forms]
    assert found == sorted(found, reverse=True)


def test_even_odds_are_nought() -> None:
    assert log_odds(0.5) == 0
