"""Decisions: one a name, with joined names against their parts and full names beside surnames."""

import math
from dataclasses import replace

import pytest

from tuireader.domain.span import Span
from tuireader.recognise.candidates import survey
from tuireader.recognise.decide import KINDS, decide, kind_in_text, kind_of, share
from tuireader.recognise.model import Model, open_model
from tuireader.recognise.names import Decision, Name, NameKind, Occurrence
from tuireader.settings import Settings

ARTICLE = (
    "The Bank of England said on Monday that Mr. Andrew Bailey would stay. Bailey told reporters in London that he "
    "was glad. The minister, Yvette Cooper, spoke to Bailey in France, and France replied. Cooper smiled. "
    "People in England said that the Bank of England was right."
)


@pytest.fixture(scope="module")
def model() -> Model:
    return open_model(Settings().model)


@pytest.fixture(scope="module")
def decisions(model: Model) -> dict[str, Decision]:
    found = decide(survey(ARTICLE, [Span(0, len(ARTICLE))]), model)
    return {decision.name.key: decision for decision in found}


def log(*chances: float) -> list[float]:
    return [math.log(chance) for chance in chances]


def name(key: str, count: int = 1) -> Name:
    return Name(key, key.title(), [Occurrence(n, n + 1, "", n, False, False) for n in range(count)], is_joined=False)


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("bank of england", NameKind.ORGANISATION),
        ("andrew bailey", NameKind.PERSON),
        ("bailey", NameKind.PERSON),
        ("yvette cooper", NameKind.PERSON),
        ("cooper", NameKind.PERSON),
        ("london", NameKind.PLACE),
        ("france", NameKind.COUNTRY),
    ],
)
def test_plain_names_get_their_kind(decisions: dict[str, Decision], key: str, kind: NameKind) -> None:
    assert decisions[key].kind is kind


def test_a_joined_name_takes_its_places_from_its_parts(decisions: dict[str, Decision]) -> None:
    assert len(decisions["bank of england"].name.occurrences) == 2
    assert len(decisions["england"].name.occurrences) == 1
    assert "bank" not in decisions


def test_no_name_that_is_none_is_returned(decisions: dict[str, Decision]) -> None:
    assert NameKind.NONE not in {decision.kind for decision in decisions.values()}


def test_evidence_is_the_log_of_chances(decisions: dict[str, Decision]) -> None:
    for decision in decisions.values():
        assert sum(math.exp(each) for each in decision.evidence) == pytest.approx(1)
        assert kind_of(decision.evidence) is decision.kind


def test_a_full_name_speaks_for_its_surname() -> None:
    names = {"garth": name("garth"), "caleb garth": name("caleb garth")}
    evidence = {"garth": log(0.4, 0.3, 0.1, 0.1, 0.05, 0.05), "caleb garth": log(0.02, 0.9, 0.02, 0.02, 0.02, 0.02)}
    assert kind_of(share(names, evidence)["garth"]) is NameKind.PERSON
    assert kind_of(evidence["garth"]) is NameKind.NONE


def test_a_frequent_surname_speaks_for_its_full_name() -> None:
    names = {"garth": name("garth", 5), "caleb garth": name("caleb garth")}
    evidence = {"garth": log(0.02, 0.9, 0.02, 0.02, 0.02, 0.02), "caleb garth": log(0.1, 0.4, 0.05, 0.2, 0.2, 0.05)}
    person = KINDS.index(NameKind.PERSON)
    assert share(names, evidence)["caleb garth"][person] > evidence["caleb garth"][person]


def test_unlike_names_do_not_speak_for_each_other() -> None:
    names = {"garth": name("garth"), "stone court": name("stone court")}
    evidence = {key: log(0.1, 0.4, 0.1, 0.2, 0.1, 0.1) for key in names}
    assert share(names, evidence) == evidence


def test_a_text_without_names_has_no_decisions(model: Model) -> None:
    assert decide(survey("nothing here", [Span(0, 12)]), model) == []


def test_a_phrase_that_is_some_name_rather_than_none_is_one() -> None:
    chances = log(0.4, 0.15, 0.05, 0.1, 0.1, 0.2)
    assert kind_of(chances) is NameKind.NONE
    assert kind_in_text(name("clever chile"), chances) is NameKind.OTHER
    assert kind_in_text(name("clever"), chances) is NameKind.NONE


def test_an_acronym_in_front_of_such_a_phrase_stands_for_itself() -> None:
    summit = replace(name("nato lisbon summit"), form="NATO Lisbon Summit")
    assert kind_in_text(summit, log(0.4, 0.15, 0.05, 0.1, 0.1, 0.2)) is NameKind.NONE


def test_such_a_phrase_is_none_in_headlines_alone() -> None:
    shown = replace(name("modern chile"), occurrences=[Occurrence(0, 12, "", 0, True, in_heading=True)])
    assert kind_in_text(shown, log(0.4, 0.15, 0.05, 0.1, 0.1, 0.2)) is NameKind.NONE


def test_a_phrase_that_is_likely_no_name_is_none() -> None:
    assert kind_in_text(name("clever chile"), log(0.6, 0.1, 0.05, 0.05, 0.1, 0.1)) is NameKind.NONE
