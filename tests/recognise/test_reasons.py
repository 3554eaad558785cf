"""Reasons: the strongest features, in words."""

import pytest

from tuireader.domain.span import Span
from tuireader.recognise.candidates import survey
from tuireader.recognise.features import Describer
from tuireader.recognise.model import open_model
from tuireader.recognise.names import NameKind
from tuireader.recognise.reasons import explain
from tuireader.settings import Settings


def reasons_for(text: str, key: str, kind: NameKind) -> list[str]:
    found = survey(text, [Span(0, len(text))])
    description = Describer(found).describe(found.names[key])
    reasons = explain(description, kind, open_model(Settings().model))
    assert all(reason.weight > 0 for reason in reasons)
    assert [reason.weight for reason in reasons] == sorted((reason.weight for reason in reasons), reverse=True)
    return [reason.text for reason in reasons]


@pytest.mark.parametrize(
    ("key", "kind", "reason"),
    [
        ("mary garth", NameKind.PERSON, "has a known given name"),
        ("bulstrode", NameKind.PERSON, "stands behind a title"),
        ("lowick bank", NameKind.ORGANISATION, "has a word that organisations are called by"),
    ],
)
def test_a_decision_has_reasons_in_words(key: str, kind: NameKind, reason: str) -> None:
    text = "and so Mary Garth said to Mr. Bulstrode that Lowick Bank was closed"
    assert reason in reasons_for(text, key, kind)


def test_there_are_few_reasons() -> None:
    text = "then Mr. John Smith said that John Smith’s friend John Smith was asked by Mrs. John Smith"
    assert len(reasons_for(text, "john smith", NameKind.PERSON)) <= 4
