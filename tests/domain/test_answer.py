"""The answer to a question holds the paragraphs that it asks for, and the places in them."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.ferry import ADA, BO, FERRY, FERRY_INDEX, MENTIONS, NORWAY, TEXT, marked, place
from tests.domain.properties import relaxed
from tuireader.domain.actor import Role
from tuireader.domain.answer import Answer, answer
from tuireader.domain.index import Index
from tuireader.domain.question import parse
from tuireader.domain.quotation import Quotation
from tuireader.domain.span import Span
from tuireader.errors import QuestionError

PILOT = replace(BO, code="NO", roles=(Role("former harbour pilot", Span(0, 1)),))
INDEX = Index((ADA, PILOT, NORWAY), MENTIONS)
EVERY = range(len(FERRY.paragraphs))


def ask(question: str) -> Answer:
    return answer(parse(question), FERRY, INDEX)


def words_in(reply: Answer) -> list[str]:
    return [TEXT[place.start : place.end] for place in reply.places]


@pytest.mark.parametrize(
    ("question", "paragraphs", "words"),
    [
        ("ada", [1, 4, 7], ["Ada", "Ada", "Ada"]),
        ("ada & bo", [1, 4], ["Ada", "Bo", "Bo", "Ada"]),
        ("ada - bo", [7], ["Ada"]),
        ("ada - bo & norway", [], []),
        ("norway | bo", [1, 4], ["Bo", "Bo", "Oslo"]),
        ("NO", [4], ["Oslo"]),
        ("nor", [4], ["Oslo"]),
        ("-ada", [0, 2, 3, 5, 6], ["One", "It", "Two", "Three", "Nobody"]),
        ('"it rained"', [2], ["It rained"]),
        ('"bo" & ada', [1, 4], ["Ada", "Bo", "Bo", "Ada"]),
        ('"nobody" | norway', [4, 6], ["Oslo", "Nobody"]),
        ("kind:people", [1, 4, 7], ["Ada", "Bo", "Bo", "Ada", "Ada"]),
        ("kind:countries & in:2", [4], ["Oslo"]),
        ("role:pilot", [1, 4], ["Bo", "Bo"]),
        ('role:"harbour pilot" - norway', [1], ["Bo"]),
        ("country:norway - ada", [], []),
        ("country:no", [1, 4], ["Bo", "Bo", "Oslo"]),
        ("in:three", [5, 6, 7], ["Three", "Nobody", "Ada"]),
        ("in:003 ada", [7], ["Ada"]),
        ("in:1 & -in:1", [], []),
    ],
)
def test_a_question_is_answered(question: str, paragraphs: list[int], words: list[str]) -> None:
    reply = ask(question)
    assert (list(reply.paragraphs), words_in(reply)) == (paragraphs, words)


def test_only_those_who_must_be_there_stand_out() -> None:
    assert ask("ada - bo").actors == (ADA.id,)
    assert ask("-(ada - bo)").actors == (BO.id,)
    assert [TEXT[hit.start : hit.end] for hit in ask('"ada" - "bo"').hits] == ["Ada", "Ada", "Ada"]


def test_words_are_found_as_they_are_read() -> None:
    document = marked("It _rained_ on\nthe boats.\n\nNo rain.")
    assert answer(parse('"rained on the"'), document, Index()).paragraphs == (0,)


@pytest.mark.parametrize(
    ("question", "place", "message"),
    [
        ("ada & zora", "zora", "nobody is called 'zora'"),
        ("norwai", "norwai", "nobody is called 'norwai'; Norway?"),
        ("kind:dog", "dog", "there is no kind 'dog': person, country, organisation"),
        ("role:king", "king", "nobody has the role 'king'"),
        ("country:fr", "fr", "nobody is known to be of 'fr'"),
        ("in:4", "4", "there is no section '4'; they are 1 to 3, or words of a title"),
        ("in:0", "0", "there is no section '0'; they are 1 to 3, or words of a title"),
        ("in:thre", "thre", "there is no section 'thre'; they are 1 to 3, or words of a title"),
        (
            "in:" + "9" * 5_000,
            "9" * 5_000,
            f"there is no section '{'9' * 5_000}'; they are 1 to 3, or words of a title",
        ),
        ("said:zora", "zora", "nobody is called 'zora'"),
        ("zora | ad", "zora", "nobody is called 'zora'"),
        ("in:four", "four", "there is no section 'four'; they are 1 to 3, or words of a title"),
    ],
)
def test_a_question_about_nobody_says_so(question: str, place: str, message: str) -> None:
    with pytest.raises(QuestionError) as caught:
        ask(question)
    assert (question[caught.value.start : caught.value.end], str(caught.value)) == (place, message)


SAID = Index(
    INDEX.actors,
    MENTIONS,
    (
        Quotation(place("met Bo"), ADA.id, None, True, "said"),
        Quotation(place("It rained"), BO.id, None, False, "turn in a dialogue"),
        Quotation(place("sailed to"), ADA.id, None, True, "said"),
        Quotation(place("Nobody")),
    ),
)


@pytest.mark.parametrize(
    ("question", "paragraphs", "words"),
    [
        ("said:ada", [1, 4], ["met Bo", "sailed to"]),
        ("said:bo", [2], ["It rained"]),
        ("said:ada & norway", [4], ["sailed to", "Oslo"]),
        ("ada - said:ada", [7], ["Ada"]),
        ("said:ada | said:bo", [1, 2, 4], ["met Bo", "It rained", "sailed to"]),
        ("said:norway", [], []),
        ('said:ada & "sailed"', [4], ["sailed"]),
    ],
)
def test_a_question_asks_who_says_something(question: str, paragraphs: list[int], words: list[str]) -> None:
    reply = answer(parse(question), FERRY, SAID)
    assert (list(reply.paragraphs), words_in(reply)) == (paragraphs, words)


def test_speakers_and_what_they_say_stand_out() -> None:
    reply = answer(parse("said:ada & norway"), FERRY, SAID)
    assert reply.actors == (NORWAY.id, ADA.id)
    assert [TEXT[each.start : each.end] for each in reply.said] == ["met Bo", "sailed to"]
    assert list(reply.hits) == []


def test_nobody_says_anything_as_long_as_it_is_not_looked_for() -> None:
    assert ask("said:ada").paragraphs == ()


part = st.sampled_from(["ada", "bo", "norway", '"rained"', "in:2", "kind:person"])
questions = st.recursive(
    part, lambda inner: st.builds("({} {} {})".format, inner, st.sampled_from(["&", "|", "& -"]), inner), max_leaves=6
)


@relaxed
@given(questions, questions)
def test_parts_are_put_together_as_sets(left: str, right: str) -> None:
    here, there = set(ask(left).paragraphs), set(ask(right).paragraphs)
    assert set(ask(f"{left} & {right}").paragraphs) == here & there
    assert set(ask(f"{left} | {right}").paragraphs) == here | there
    assert set(ask(f"{left} - {right}").paragraphs) == here - there
    assert set(ask(f"-{left}").paragraphs) == set(EVERY) - here


@relaxed
@given(questions)
def test_places_stand_in_order_in_every_paragraph_of_the_answer_and_nowhere_else(question: str) -> None:
    reply = ask(question)
    spans = list(reply.places)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert tuple(dict.fromkeys(FERRY.paragraph_at(span.start) for span in spans)) == reply.paragraphs


def test_the_index_of_the_ferry_knows_nobody_by_an_id_alone() -> None:
    assert [each.id for each in FERRY_INDEX.begun("person")] == []


def test_doubts_find_nothing_and_stop_nothing() -> None:
    doubts: list[QuestionError] = []
    reply = answer(parse("((ada & zora) | norway) - nemo"), FERRY, INDEX, doubts)
    assert [error.start for error in doubts] == [26]
    assert [error.start for error in reply.unknown] == [8]
    assert reply.paragraphs == ask("norway").paragraphs


@pytest.mark.parametrize(
    "question", ["norway | -zora", "-zora | norway", "norway | (ada & zora)", "(ada & zora) | norway"]
)
def test_what_a_question_does_without_adds_nothing(question: str) -> None:
    assert ask(question).paragraphs == ask("norway").paragraphs
    assert ask(question).actors == ask("norway").actors


@pytest.mark.parametrize("question", ["no | ad", "ad | no", "(zora | no) | ad", "no | (ad | zora)", "(zora | ad) | no"])
def test_a_question_can_do_without_some_of_its_alternatives(question: str) -> None:
    reply = ask(question)
    assert reply.paragraphs == ask("no").paragraphs
    assert {str(error)[:20] for error in reply.unknown} <= {"nobody is called 'ad", "nobody is called 'zo"}
    assert len(reply.unknown) == question.count("|")
