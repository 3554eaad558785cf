"""Calibration: what a share of the model is truly worth."""

import pytest

pytest.importorskip("numpy", reason="training needs tuireader[train]")

from tuireader.domain.actor import ActorKind
from tuireader.settings import Settings
from tuireader.training.calibration import Case, calibrate, cases_of
from tuireader.training.corpus import Gold, Row

TEXT = "then Mr. Harding said that Mary Garth was in London with the Acme Company today"


def _mention(name: str, kind: str) -> Row:
    start = TEXT.index(name)
    place = [start, start + len(name)]
    return {"name": place, "head": place, "entity": kind, "type": kind, "form": "name"}


def test_odds_that_promise_too_much_are_moved_down() -> None:
    cases = [Case(ActorKind.PERSON, 3.0, number % 2 == 0) for number in range(400)]
    cases += [Case(ActorKind.PERSON, 1.0, number % 4 == 0) for number in range(400)]
    slope, move = calibrate(cases)
    assert 3 * slope + move == pytest.approx(0, abs=0.05)
    assert slope + move == pytest.approx(-1.1, abs=0.05)


def test_an_actor_is_right_where_people_have_marked_it_so() -> None:
    entities = {"person": {"etype": "person"}, "other": {"etype": "place"}}
    gold = Gold("1", 0, TEXT, [_mention("Harding", "person"), _mention("Garth", "other")], entities)
    cases = list(cases_of(gold, Settings().model))
    assert [case.is_right for case in cases if case.kind is ActorKind.PERSON] == [True, False]
