from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.domain.actor import Actor, ActorKind, MentionForm
from tuireader.domain.index import Index
from tuireader.domain.paragraph import Paragraph, ParagraphKind
from tuireader.domain.span import Span
from tuireader.errors import ModelError
from tuireader.recognise.recogniser import Recogniser, open_recogniser
from tuireader.settings import Settings

ARTICLE = Path(__file__).parents[3] / "shared" / "documents" / "article.txt"
TEXT = """The Kremlin said that French President Emmanuel Macron would meet Sir Keir Starmer.

Starmer's ally Anna Smith left for Russia. Macron and Starmer spoke of the Russian plan.
"""
PIECES = [
    "Keir Starmer",
    "Mr. Darcy",
    "the U.S.",
    "Anglo-French",
    "said",
    "in Moscow",
    "’s",
    ".",
    "\n",
    "\n\n",
    "NATO",
    "(WHO)",
]


def names(index: Index, kind: ActorKind) -> set[str]:
    return {actor.name for actor in index.actors if actor.kind is kind}


def told(actor: Actor) -> tuple[str | None, list[str]]:
    """Whose somebody is, and what."""
    return actor.code, [role.text for role in actor.roles]


def texts(index: Index, name: str, text: str) -> list[str]:
    (actor,) = index.named(name)
    return [text[mention.span.start : mention.span.end] for mention in index.of([actor.id])]


def test_a_text_becomes_its_actors(recogniser: Recogniser) -> None:
    index = recogniser.find(TEXT)
    assert names(index, ActorKind.PERSON) == {"Emmanuel Macron", "Keir Starmer", "Anna Smith"}
    assert {actor.code for actor in index.actors if actor.kind is ActorKind.COUNTRY} == {"RU", "FR"}
    assert texts(index, "Starmer", TEXT) == ["Sir Keir Starmer", "Starmer", "Starmer"]


def test_aliases_are_the_words_of_the_text_most_frequent_first(recogniser: Recogniser) -> None:
    (starmer,) = recogniser.find(TEXT).named("Keir Starmer")
    assert starmer.aliases == ("Starmer", "Sir Keir Starmer")


def test_forms_tell_names_demonyms_and_metonyms_apart(recogniser: Recogniser) -> None:
    index = recogniser.find(TEXT)
    (russia,) = index.named("RU")
    assert [mention.form for mention in index.of([russia.id])] == [
        MentionForm.METONYM,
        MentionForm.NAME,
        MentionForm.DEMONYM,
    ]


def test_a_country_is_found_by_a_name_that_only_others_use(recogniser: Recogniser) -> None:
    index = recogniser.find("Britain and the Dutch signed it.")
    assert [actor.name for typed in ("uk", "GB", "great britain", "holland") for actor in index.named(typed)] == [
        "United Kingdom",
        "United Kingdom",
        "United Kingdom",
        "Netherlands",
    ]


def test_offices_become_roles(recogniser: Recogniser) -> None:
    (macron,) = recogniser.find(TEXT).named("Macron")
    assert [role.text for role in macron.roles] == ["French President"]


def test_an_office_with_its_portfolio_is_a_role(recogniser: Recogniser) -> None:
    text = (
        "US Secretary of State Antony Blinken and Chinese Foreign Minister Wang Yi met. The German Chancellor smiled."
    )
    index = recogniser.find(text)
    assert names(index, ActorKind.PERSON) == {"Antony Blinken", "Wang Yi"}
    assert {actor.code for actor in index.actors if actor.kind is ActorKind.COUNTRY} == {"US", "CN", "DE"}
    (blinken,) = index.named("Antony Blinken")
    assert [role.text for role in blinken.roles] == ["US Secretary of State"]


def test_a_word_of_a_country_behind_a_courtesy_title_is_somebody(recogniser: Recogniser) -> None:
    index = recogniser.find(
        "“My dear Miss Pole,” said Mr. French, “you must not go.” Miss Pole laughed. Mr. French bowed."
    )
    assert names(index, ActorKind.PERSON) == {"Miss Pole", "Mr. French"}
    assert not names(index, ActorKind.COUNTRY)


def test_a_lord_with_the_name_of_a_city_is_somebody(recogniser: Recogniser) -> None:
    index = recogniser.find("She met Lord Melbourne. Lord Melbourne was kind to her.")
    assert names(index, ActorKind.PERSON) == {"Lord Melbourne"}


def test_code_is_not_read(recogniser: Recogniser) -> None:
    half = TEXT.index("\n\n")
    spans = [Span(0, half), Span(half + 2, len(TEXT))]
    kinds = (ParagraphKind.TEXT, ParagraphKind.CODE)
    index = recogniser.find(TEXT, [Paragraph(span, kind, 0) for span, kind in zip(spans, kinds, strict=True)])
    assert all(mention.span.end <= half for mention in index.mentions)
    assert index.mentions


def test_an_empty_text_has_nobody(recogniser: Recogniser) -> None:
    assert recogniser.find("").actors == ()


def test_a_recogniser_is_opened_once_and_knows_its_weights() -> None:
    first, second = open_recogniser(Settings().model), open_recogniser(Settings().model)
    assert first is second
    assert first.fingerprint


def test_weights_that_are_missing_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError):
        open_recogniser(tmp_path / "nothing.bin")


@given(st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join) | st.text(max_size=80))
def test_any_text_gives_a_sound_index(recogniser: Recogniser, text: str) -> None:
    index = recogniser.find(text)
    spans = [mention.span for mention in index.mentions]
    assert all(first.end <= second.start for first, second in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert not any("\n\n" in text[span.start : span.end] for span in spans)
    assert len({actor.id for actor in index.actors}) == len(index.actors)
    assert all(index.count(actor.id) and actor.aliases for actor in index.actors)
    assert not any("\n" in alias for actor in index.actors for alias in actor.aliases)


@pytest.mark.skipif(not ARTICLE.is_file(), reason="the article is not part of the project")
def test_everybody_in_the_article_is_found(recogniser: Recogniser) -> None:
    text = ARTICLE.read_text(encoding="utf-8")
    index = recogniser.find(text)
    assert names(index, ActorKind.PERSON) == {
        "Keir Starmer",
        "Volodymyr Zelensky",
        "Donald Trump",
        "Emmanuel Macron",
        "Dmitry Peskov",
        "Sergei Lavrov",
        "Putin",
        "Winston Churchill",
        "Pete Hegseth",
        "Carl Bildt",
        "Keith Kellogg",
        "Wladyslaw Kosiniak-Kamysz",
    }
    codes = {actor.code for actor in index.actors if actor.kind is ActorKind.COUNTRY}
    assert codes == {"UA", "RU", "US", "GB", "FR", "SA", "SE", "PL"}
    assert texts(index, "Russia", text).count("Kremlin") == 1
    assert texts(index, "Ukraine", text).count("Kyiv") == 1
    assert texts(index, "US", text).count("Washington") == 1
    assert texts(index, "GB", text)[0] == "Anglo"
    assert texts(index, "FR", text)[0] == "French"
    assert texts(index, "Starmer", text).count("Prime Minister Starmer") == 1


@pytest.mark.skipif(not ARTICLE.is_file(), reason="the article is not part of the project")
def test_the_article_says_who_is_what(recogniser: Recogniser) -> None:
    actors = recogniser.find(ARTICLE.read_text(encoding="utf-8")).actors
    assert {actor.name: told(actor) for actor in actors if actor.roles} == {
        "Keir Starmer": (None, ["Opposition leader", "Prime Minister"]),
        "Volodymyr Zelensky": ("UA", ["Ukrainian President"]),
        "Donald Trump": ("US", ["former US President"]),
        "Pete Hegseth": ("US", ["US Defence Secretary"]),
        "Emmanuel Macron": ("FR", ["French President"]),
        "Dmitry Peskov": ("RU", ["Kremlin spokesman"]),
        "Sergei Lavrov": ("RU", ["Foreign Minister"]),
        "Carl Bildt": ("SE", ["former Swedish Prime Minister"]),
        "Keith Kellogg": ("US", ["US Special Presidential Envoy for Ukraine and Russia", "80"]),
        "Wladyslaw Kosiniak-Kamysz": ("PL", ["Polish Defence Minister"]),
    }


def test_the_briefing_says_who_is_what(briefing_index: Index) -> None:
    assert {actor.name: told(actor) for actor in briefing_index.actors if actor.roles} == {
        "Keir Starmer": (None, ["Prime Minister"]),
        "Pete Hegseth": ("US", ["American defence secretary"]),
        "Emmanuel Macron": ("FR", ["French president"]),
        "Dmitry Peskov": ("RU", ["spokesman"]),
        "Sergei Lavrov": (None, ["Foreign Minister"]),
        "Keith Kellogg": (None, ["80-year-old envoy"]),
        "Carl Bildt": ("SE", ["former prime minister of Sweden"]),
        "Wladyslaw Kosiniak-Kamysz": ("PL", ["Polish colleague"]),
    }
