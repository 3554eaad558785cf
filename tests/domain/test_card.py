"""A card tells what the text says of an actor, and where."""

from dataclasses import replace

from tests.domain.ferry import ADA, BO, FERRY, FERRY_INDEX, NORWAY, TEXT, place
from tuireader.domain.actor import Mention, MentionForm, Reason, Role
from tuireader.domain.card import Fact, Topic, card_of, cast_of, sentence_around
from tuireader.domain.document import Document, DocumentId
from tuireader.domain.index import Index
from tuireader.domain.paragraph import Paragraph, ParagraphKind
from tuireader.domain.span import Span


def told(facts: tuple[Fact, ...], topic: Topic) -> list[tuple[str, str]]:
    return [(fact.text, fact.note) for fact in facts if fact.topic is topic]


def plain(text: str) -> Document:
    return Document(DocumentId(""), "", text, (), (Paragraph(Span(0, len(text)), ParagraphKind.TEXT, 0),))


def test_a_card_begins_with_the_sentence_that_introduces_its_actor() -> None:
    first, *_ = card_of(FERRY, FERRY_INDEX, BO.id)
    assert (first.topic, first.text, first.span) == (Topic.INTRODUCTION, "Ada met Bo.", place("Bo"))


def test_names_are_counted_and_other_forms_are_said() -> None:
    assert told(card_of(FERRY, FERRY_INDEX, ADA.id), Topic.NAME) == [("Ada", "3")]
    assert told(card_of(FERRY, FERRY_INDEX, NORWAY.id), Topic.NAME) == [("Oslo", "metonym 1")]


def test_a_pronoun_is_no_name() -> None:
    pronoun = Mention(place("Nobody"), ADA.id, MentionForm.PRONOUN)
    mentions = tuple(sorted([*FERRY_INDEX.mentions, pronoun], key=lambda each: each.span))
    assert told(card_of(FERRY, replace(FERRY_INDEX, mentions=mentions), ADA.id), Topic.NAME) == [("Ada", "3")]


def test_the_first_and_the_last_place_are_told_with_their_sections() -> None:
    facts = card_of(FERRY, FERRY_INDEX, ADA.id)
    assert told(facts, Topic.PLACE) == [("first in § One", ""), ("last in § Three", "")]
    assert [fact.span for fact in facts if fact.topic is Topic.PLACE] == [
        place("Ada"),
        Span(TEXT.rindex("Ada"), TEXT.rindex("Ada") + 3),
    ]


def test_roles_that_disagree_stand_side_by_side_and_each_once() -> None:
    roles = tuple(
        Role(text, place(words)) for text, words in (("pilot", "met"), ("baker", "rained"), ("Pilot", "left"))
    )
    index = replace(FERRY_INDEX, actors=(replace(ADA, roles=roles), BO, NORWAY))
    facts = card_of(FERRY, index, ADA.id)
    assert told(facts, Topic.ROLE) == [("pilot", ""), ("baker", "")]
    assert [fact.span for fact in facts if fact.topic is Topic.ROLE] == [place("met"), place("rained")]


def test_the_country_of_a_person_is_told_by_its_name() -> None:
    index = replace(FERRY_INDEX, actors=(replace(ADA, code="NO"), BO, NORWAY))
    assert told(card_of(FERRY, index, ADA.id), Topic.COUNTRY) == [("Norway", "")]


def test_companions_are_those_of_the_same_paragraphs_the_commonest_first() -> None:
    facts = card_of(FERRY, FERRY_INDEX, ADA.id)
    assert told(facts, Topic.COMPANION) == [("Bo", "2 paragraphs"), ("Norway", "1 paragraph")]
    companion = next(fact for fact in facts if fact.actor == NORWAY.id)
    assert companion.span == Span(TEXT.index("Ada stayed"), TEXT.index("Ada stayed") + 3)


def test_the_strongest_reasons_are_told_and_how_sure_they_make() -> None:
    ada = replace(ADA, reasons=(Reason("given name", 1.24), Reason("said", 0.3)), confidence=0.97)
    facts = card_of(FERRY, replace(FERRY_INDEX, actors=(ada, BO, NORWAY)), ADA.id)
    assert told(facts, Topic.REASON) == [("given name", "97% sure"), ("said", "")]


def test_every_entry_but_country_and_reasons_stands_in_the_text() -> None:
    for actor in FERRY_INDEX.actors:
        for fact in card_of(FERRY, FERRY_INDEX, actor.id):
            assert fact.span is not None
            assert 0 <= fact.span.start < fact.span.end <= len(TEXT)


def test_an_actor_without_a_mention_has_an_empty_card() -> None:
    assert card_of(FERRY, Index((ADA,)), ADA.id) == ()


def test_a_cast_is_in_the_order_of_the_text_and_says_where_each_was_seen_first() -> None:
    view = Span(TEXT.index("Bo sailed"), TEXT.index("Three"))
    assert [(fact.text, fact.note) for fact in cast_of(FERRY, FERRY_INDEX, view)] == [
        ("Bo", "first § One"),
        ("Norway", "first here"),
        ("Ada", "first § One"),
    ]


def test_a_sentence_ends_at_its_own_end_and_not_at_an_abbreviation() -> None:
    text = "It rained. Then Mr. J. Bo came with Dr. Lund, at 3.5 knots! “Who is it?” asked Ada."
    names = {
        "Bo": "Then Mr. J. Bo came with Dr. Lund, at 3.5 knots!",
        "rained": "It rained.",
        "Ada": "“Who is it?” asked Ada.",
    }
    for name, sentence in names.items():
        start = text.index(name)
        assert sentence_around(plain(text), Span(start, start + len(name))) == sentence


def test_a_very_long_sentence_is_cut_between_words() -> None:
    text = "word " * 200
    assert len(sentence_around(plain(text), Span(0, 4))) <= 242
