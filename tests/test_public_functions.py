"""What Python code outside may rely on."""

from pathlib import Path

import tuireader
from tuireader.domain.actor import ActorKind
from tuireader.domain.document import Document
from tuireader.domain.index import Index

TEXT = "  Keir Starmer flew to Washington.\r\n\r\nOn Friday Mr Starmer will meet French officials.\r\n"


def test_there_are_three_public_functions() -> None:
    assert tuireader.__all__ == ["find_actors", "find_quotations", "load"]


def test_offsets_count_the_characters_of_the_string_itself() -> None:
    index = tuireader.find_actors(TEXT)
    found = [(index.actor(each.actor).name, TEXT[each.span.start : each.span.end]) for each in index.mentions]
    assert ("Keir Starmer", "Keir Starmer") in found
    assert ("France", "French") in found


def test_an_actor_says_what_it_is() -> None:
    [starmer] = tuireader.find_actors(TEXT).named("keir starmer")
    assert starmer.kind is ActorKind.PERSON


def test_a_document_is_loaded_from_a_path(briefing_path: Path, briefing: Document) -> None:
    assert tuireader.load(briefing_path).text == tuireader.load(str(briefing_path)).text == briefing.text


def test_a_document_and_the_library_give_the_same_actors(briefing: Document, briefing_index: Index) -> None:
    assert tuireader.find_actors(briefing).actors == briefing_index.actors


def test_pronouns_are_mentions_when_they_are_asked_for() -> None:
    text = "Angela Merkel met Emmanuel Macron in Berlin. She told him that his plan was bold."
    plain, index = tuireader.find_actors(text), tuireader.find_actors(text, pronouns=True)
    found = [(index.actor(each.actor).name, text[each.span.start : each.span.end]) for each in index.mentions]
    assert found[-3:] == [("Angela Merkel", "She"), ("Emmanuel Macron", "him"), ("Emmanuel Macron", "his")]
    assert index.actors == plain.actors
    assert index.mentions[:-3] == plain.mentions


def test_quotations_have_their_words_and_speakers() -> None:
    text = "“It is late,” said Angela Merkel. Emmanuel Macron agreed: “Very late.”"
    index = tuireader.find_actors(text)
    found = [
        (text[each.span.start : each.span.end], index.actor(each.speaker).name, each.is_certain)
        for each in tuireader.find_quotations(text, index)
        if each.speaker is not None
    ]
    assert found == [("It is late,", "Angela Merkel", True), ("Very late.", "Emmanuel Macron", True)]


def test_a_document_and_its_text_have_the_same_quotations(briefing: Document, briefing_index: Index) -> None:
    found = tuireader.find_quotations(briefing, briefing_index)
    assert len(found) > 1
    assert tuireader.find_quotations(briefing.text, briefing_index) == found
