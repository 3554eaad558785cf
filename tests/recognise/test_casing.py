"""Texts in capitals, and texts without any."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import REPOSITORY
from tuireader.domain.actor import ActorKind
from tuireader.domain.index import Index
from tuireader.domain.span import Span
from tuireader.recognise.casing import with_usual_case
from tuireader.recognise.gazetteer import Gazetteer, capitalised
from tuireader.recognise.recogniser import Recogniser

BRIEFING = REPOSITORY / "assets" / "samples" / "briefing.md"


def usual(text: str) -> str:
    """A paragraph with the usual capitals."""
    return with_usual_case(text, [Span(0, len(text))])


def actors(index: Index) -> set[tuple[ActorKind, str]]:
    return {(actor.kind, actor.name.casefold()) for actor in index.actors}


@pytest.mark.parametrize(
    "text",
    [
        "he said that Germany and South Korea would join the European Union in the spring",
        "it was a long day for Mr. Churchill, who had told Anna Smith that the war was over",
        "the minister wrote to Foreign Minister Sergei Zarubov, and Zarubov answered",
        "they told us that the US government and US troops would not let us go to New York",
        "Kovrizhny said that he had seen the U.S. envoy at noon, and that NATO was right",
        "the country's plan was not the first one, and it was John Baker who had made it",
    ],
)
def test_capitals_are_restored(text: str) -> None:
    assert usual(text.upper()) == text


@pytest.mark.parametrize("text", ["CHAPTER ONE", "The war was over.", "DIE FISCHER IM DORF GLAUBEN NICHT AN HILFE"])
def test_headings_usual_text_and_other_languages_stay_as_they_are(text: str) -> None:
    assert usual(text) == text


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("the war in france and new zealand", "the war in France and New Zealand"),
        ("the u.s. and the uk told us", "the U.S. and the UK told us"),
        ("we ate turkey from the china with jordan and chad", "we ate turkey from the china with jordan and chad"),
        ("see www.france.fr or me@japan.jp", "see www.france.fr or me@japan.jp"),
        ("the french president", "the French president"),
    ],
)
def test_only_sure_countries_get_capitals_in_lower_case(text: str, new: str) -> None:
    assert usual(text) == new


@given(st.text() | st.text("ABC DEF.ß'İŉ\n").map(str.upper))
def test_no_letter_moves(text: str) -> None:
    assert len(usual(text)) == len(text)
    assert usual(text).casefold() == text.casefold() or not text.isascii()


def test_phrases_are_found_longest_first() -> None:
    phrases = Gazetteer.of(["south", "south korea", "korea"])
    assert phrases.longest_at("in south korea", 3) == "south korea"
    assert phrases.longest_at("in south koreans", 3) == "south"
    assert phrases.longest_at("in southern", 3) == ""


def test_names_have_capitals_but_for_small_words() -> None:
    assert capitalised("trinidad and tobago") == "Trinidad and Tobago"
    assert capitalised("guinea-bissau") == "Guinea-Bissau"
    assert capitalised("uk") == "UK"


def test_the_briefing_in_capitals_keeps_its_actors(recogniser: Recogniser) -> None:
    text = BRIEFING.read_text(encoding="utf-8")
    before, after = actors(recogniser.find(text)), actors(recogniser.find(text.upper()))
    assert len(before & after) >= 0.9 * len(before)
    assert not after - before


def test_the_briefing_without_capitals_keeps_its_countries(recogniser: Recogniser) -> None:
    text = BRIEFING.read_text(encoding="utf-8")
    before, after = actors(recogniser.find(text)), actors(recogniser.find(text.lower()))
    assert after == {actor for actor in before if actor[0] is ActorKind.COUNTRY}


def test_aliases_are_spelt_as_in_the_text(recogniser: Recogniser) -> None:
    text = "THE MINISTER SAID THAT PRESIDENT EMMANUEL MACRON AND THE FRENCH WERE RIGHT, AND MACRON LAUGHED."
    index = recogniser.find(text)
    (macron,) = index.named("Emmanuel Macron")
    assert macron.name == "Emmanuel Macron"
    assert set(macron.aliases) == {"PRESIDENT EMMANUEL MACRON", "MACRON"}
    assert [role.text for role in macron.roles] == ["PRESIDENT"]
