"""Why somebody is an actor: the strongest features of the model, in words."""

import pytest

from tests.recognise.explaining import Explained, explained
from tuireader.recognise.features import Describer
from tuireader.recognise.names import Name
from tuireader.recognise.reasons import features_of_name, features_of_place
from tuireader.recognise.rows import rows_of

TEXT = """\
And so Mary Garth said to Mr. Bulstrode that Lowick Bank was closed, and Mr. Bulstrode's clerk, Ned Plym, agreed
with NATO and the Russian delegates, who came from Russia.
"""


@pytest.fixture(scope="module")
def found() -> Explained:
    return explained(TEXT)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Mary Garth", "given name 'Mary'"),
        ("Mr. Bulstrode", "title 'Mr.'"),
        ("Ned Plym", "called 'Mr. Bulstrode's clerk'"),
        ("Lowick Bank", "organisation word 'Bank'"),
        ("NATO", "acronym"),
        ("Russia", "demonym 'Russian'"),
        ("Russia", "name 'Russia'"),
    ],
)
def test_an_actor_says_why_it_is_one(found: Explained, name: str, reason: str) -> None:
    (actor,) = found.index.named(name)
    assert reason in [each.text for each in actor.reasons]


def test_reasons_are_few_and_stand_in_the_order_of_their_weight(found: Explained) -> None:
    for actor in found.index.actors:
        weights = [reason.weight for reason in actor.reasons]
        assert 1 <= len(weights) <= 4
        assert weights == sorted(weights, reverse=True)
        assert min(weights) >= 0


def test_confidence_is_a_share_and_never_sure(found: Explained) -> None:
    assert all(0 < actor.confidence < 1 for actor in found.index.actors)


def test_features_are_those_of_the_model(found: Explained) -> None:
    describer = Describer(found.survey)
    for party in found.parties:
        for key in {sighting.key for sighting in party.sightings} & found.survey.names.keys():
            name: Name = found.survey.names[key]
            description = describer.describe(name)
            assert set(rows_of(feature for feature, _ in features_of_name(name.key, name.form))) <= set(description.own)
    places = {
        feature for party in found.parties for each in party.sightings for feature, _ in features_of_place(TEXT, each)
    }
    names = found.survey.names.values()
    assert set(rows_of(places)) <= {row for name in names for row in describer.describe(name).contexts}
