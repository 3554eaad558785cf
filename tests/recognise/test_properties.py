"""What holds for every text."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.domain.actor import ActorKind
from tuireader.domain.index import Index
from tuireader.recognise.recogniser import Recogniser

SENTENCES = [
    "Sir Keir Starmer told reporters that Russia would wait.",
    "Mr. Darcy smiled, and Miss Bennet said nothing.",
    "THE MINISTER SAID THAT GERMANY AND ANNA SMITH WOULD NOT TELL US MORE.",
    "an anglo-french plan, said the minister of new zealand",
    "Die Ministerin sagte, dass Frankreich und die Niederlande nicht auf das Geld warten.",
    "Россия и 中国 ждут.",
    "The U.S.’s view, NATO’s reply; the Bank of England’s governor.",
    "| Name | Jordan | Chad |",
    "Mr. Jordan left Jordan.",
    "’s (WHO) İstanbul—Paris",
]
TEXTS = st.lists(st.sampled_from(SENTENCES) | st.text(max_size=40), max_size=12).flatmap(
    lambda parts: st.sampled_from([" ", "\n", "\n\n"]).map(lambda joint: joint.join(parts))
)

WELL_KNOWN = """Emmanuel Macron met Anna Lindqvist in Sweden on Monday. Macron said that France would help, and
Lindqvist told him that the Bank of England had agreed. “France is ready,” said Macron, and Lindqvist smiled. The Bank
of England denied it. Sweden and France signed; Mr. Macron and Ms. Lindqvist shook hands."""
UNRELATED = [
    "The cat slept on the chair by the window, and nobody in the house had the heart to wake it until the evening.",
    "Bread needs flour, water, salt and time. Knead it well, let it rest, and bake it until the crust is brown.",
    "DAS GELD FEHLT IN DEN SCHULEN UND AUCH DER WIND KOMMT NICHT MEHR AUS DEM WESTEN",
    "Il pleut sur la ville, et les enfants ne sont pas dans la rue; on a fermé les portes et les fenêtres.",
    "| 12 | 40 | 7 |\n| 3 | 18 | 9 |",
    "it rained all day, so they stayed at home and read what was left of the newspaper",
]


def places(index: Index) -> list[tuple[int, int, str, str]]:
    """Everything that an index says about a text."""
    return [(each.span.start, each.span.end, each.actor, each.form.value) for each in index.mentions]


def kinds(index: Index) -> dict[str, ActorKind]:
    return {actor.name: actor.kind for actor in index.actors}


@given(TEXTS)
def test_mentions_spell_what_their_actors_aliases_say(recogniser: Recogniser, text: str) -> None:
    index = recogniser.find(text)
    for mention in index.mentions:
        words = " ".join(text[mention.span.start : mention.span.end].split())
        assert words in index.actor(mention.actor).aliases


@given(TEXTS)
def test_the_same_text_gives_the_same_index(recogniser: Recogniser, text: str) -> None:
    first, second = recogniser.find(text), recogniser.find(text)
    assert places(first) == places(second)
    assert first.actors == second.actors


@given(st.lists(st.sampled_from(UNRELATED), max_size=6), st.integers(0, 6))
def test_an_unrelated_paragraph_changes_no_kind_of_a_well_attested_name(
    recogniser: Recogniser, paragraphs: list[str], before: int
) -> None:
    text = "\n\n".join([*paragraphs[:before], WELL_KNOWN, *paragraphs[before:]])
    assert kinds(recogniser.find(text)) == kinds(recogniser.find(WELL_KNOWN))


@pytest.mark.parametrize("case", [str.upper, str.lower, str.title, str.swapcase])
@given(text=TEXTS)
def test_any_case_gives_a_sound_index(recogniser: Recogniser, case: Callable[[str], str], text: str) -> None:
    changed = case(text)
    index = recogniser.find(changed)
    assert all(0 <= mention.span.start < mention.span.end <= len(changed) for mention in index.mentions)
