"""Questions are understood as they are meant, or refused with the place that is in the way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.properties import relaxed
from tuireader.domain.question import (
    Both,
    Either,
    Field,
    Name,
    Not,
    Question,
    Trait,
    Words,
    asks_for_speakers,
    is_question,
    parse,
)
from tuireader.errors import QuestionError

typed = st.text(st.sampled_from('ab &|-()":ORANDT\N{LEFT DOUBLE QUOTATION MARK}') | st.characters(), max_size=25)


def shape(question: Question) -> object:
    """A question without the places of its parts."""
    match question:
        case Name(name):
            return name
        case Words(words):
            return f'"{words}"'
        case Trait(field, value):
            return f"{field}:{value}"
        case Both(left, right):
            return (shape(left), "&", shape(right))
        case Either(left, right):
            return (shape(left), "|", shape(right))
        case Not(part):
            return ("-", shape(part))


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("keir starmer", "keir starmer"),
        ("starmer & macron", ("starmer", "&", "macron")),
        ("starmer&macron", "starmer&macron"),
        ("AT&T | Marks& Co", ("AT&T", "|", ("Marks", "&", "Co"))),
        ("Kosiniak-Kamysz", "Kosiniak-Kamysz"),
        ("russia & (nato | eu) - ukraine", (("russia", "&", ("nato", "|", "eu")), "&", ("-", "ukraine"))),
        ("a | b & c", ("a", "|", ("b", "&", "c"))),
        ("a AND b OR NOT c", (("a", "&", "b"), "|", ("-", "c"))),
        ("and or not", "and or not"),
        ("-a", ("-", "a")),
        ('"boots on the ground" & us', ('"boots on the ground"', "&", "us")),
        ("“boots & shoes” us", ('"boots & shoes"', "&", "us")),
        ("kind:person us", ("kind:person", "&", "us")),
        ("in:3 us", ("in:3", "&", "us")),
        ("said:ada lund - us", ("said:ada lund", "&", ("-", "us"))),
        ("in:land for peace", "in:land for peace"),
        ('us "boots', ("us", "&", '"boots"')),
        ("kind:person role: prime minister", ("kind:person", "&", "role:prime minister")),
        ('role:"prime minister"|in:3', ("role:prime minister", "|", "in:3")),
        ("((a))", "a"),
    ],
)
def test_a_question_is_understood(text: str, meaning: object) -> None:
    assert shape(parse(text)) == meaning


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("", "", "a name is wanted here"),
        ("a &", "", "a name is wanted here"),
        ("a | | b", "|", "a name is wanted before '|'"),
        ("(a", "(", "a bracket is not closed"),
        ("a)", ")", "this bracket was never opened"),
        ('""', '""', "there are no words between the quotation marks"),
        ("colour:red", "colour:", "there is no 'colour:' but kind: role: country: said: in:"),
        ("kind:", "kind:", "'kind:' of what?"),
        ('kind:""', "kind:", "'kind:' of what?"),
        ("(" * 300 + "a", "(" * 100 + "a", "more than 200 parts"),
        ("a &" * 150, "a &" * 50, "more than 200 parts"),
    ],
)
def test_what_is_no_question_says_where_it_goes_wrong(text: str, place: str, message: str) -> None:
    with pytest.raises(QuestionError) as caught:
        parse(text)
    assert (text[caught.value.start : caught.value.end], str(caught.value)) == (place, message)


@relaxed
@given(typed)
def test_whatever_is_typed_is_understood_or_refused_with_a_place_in_it(text: str) -> None:
    try:
        parse(text)
    except QuestionError as error:
        assert 0 <= error.start <= error.end <= len(text)


@relaxed
@given(st.lists(st.sampled_from(["ada", "bo lund", "sir keir", "é"]), min_size=1, max_size=3))
def test_the_place_of_a_name_is_where_it_stands(names: list[str]) -> None:
    text = " | ".join(names)
    question = parse(text)
    while isinstance(question, Either):
        assert isinstance(question.right, Name)
        assert text[question.right.start : question.right.end] == question.right.name
        question = question.left
    assert question == Name(names[0], 0, len(names[0]))


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("keir starmer", False),
        ("", False),
        ("o'neil", False),
        ("a &", True),
        ("kind:", True),
        ('"a', True),
        ("-a", True),
    ],
)
def test_a_question_is_more_than_a_name(text: str, asks: bool) -> None:
    assert is_question(text) is asks


def test_every_field_is_known_by_its_name() -> None:
    assert [shape(parse(f"{field}:x")) for field in Field] == [f"{field}:x" for field in Field]


@pytest.mark.parametrize(
    ("text", "asks"),
    [("ada", False), ("role:said", False), ("said:ada", True), ("bo & -(in:3 | said:ada lund)", True), ("-bo", False)],
)
def test_a_question_says_whether_it_asks_for_speakers(text: str, asks: bool) -> None:
    assert asks_for_speakers(parse(text)) is asks
