"""Candidates: which runs of capitals may be names, and where they begin and end."""

import re
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.domain.span import Span
from tuireader.recognise.candidates import Survey, survey
from tuireader.recognise.names import Occurrence, name_key


def look(text: str) -> Survey:
    return survey(text, [Span(*match.span()) for match in re.finditer(r"\S(?:.|\n(?!\n))*", text)])


def simple_names(text: str) -> list[str]:
    return [name.form for name in look(text).names.values() if not name.is_joined]


def joined_names(text: str) -> list[str]:
    return [name.form for name in look(text).names.values() if name.is_joined]


def only_occurrence(text: str, key: str) -> Occurrence:
    (occurrence,) = look(text).names[key].occurrences
    return occurrence


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("we saw Ludwig van Beethoven there", ["Ludwig van Beethoven"]),
        ("he read T. S. Eliot and J.P. Morgan", ["T. S. Eliot", "J.P. Morgan"]),
        ("she met O'Brien-Smith of AT&T", ["O'Brien-Smith", "AT&T"]),
        ("it was Emma's, not Anne’s", ["Emma", "Anne"]),
        ("they call it _Emma_ here", ["Emma"]),
        ("he told Erik ter Hag there", ["Erik ter Hag"]),
        ("then the U.S. acted", ["U.S."]),
        ("mail bob@Example or see #Hashtag", []),
        ("when He and She and I were there", []),
    ],
)
def test_a_run_of_capitals_is_a_name(text: str, names: list[str]) -> None:
    assert simple_names(text) == names


def test_a_run_is_cut_at_function_words() -> None:
    assert simple_names("so The Times Of London said") == ["Times", "London"]


def test_a_run_is_cut_before_a_title_inside_it() -> None:
    text = "talks with Indian Prime Minister Narendra Modi"
    assert simple_names(text) == ["Indian", "Narendra Modi"]
    assert only_occurrence(text, "narendra modi").title == "prime minister"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("then the German Chancellor smiled", ["German"]),
        ("then the US President smiled", ["US"]),
        ("then the South Korean Foreign Minister smiled", ["South Korean"]),
        ("then the Foreign Minister and the Supreme Leader met", []),
        ("then American General Insurance fell", ["American General Insurance"]),
    ],
)
def test_a_country_with_an_office_is_a_description(text: str, names: list[str]) -> None:
    assert simple_names(text) == names


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("with US Secretary of State Jane Doe today", "jane doe", "secretary"),
        ("with Chancellor of the Exchequer Jane Doe today", "jane doe", "chancellor"),
        ("with Iranian Supreme Leader Jane Doe today", "jane doe", "leader"),
        ("with Senate Majority Leader Jane Doe today", "jane doe", "leader"),
        ("with Chief Executive Jane Doe today", "jane doe", "chief"),
        ("with Deputy Foreign Minister Jane Doe today", "jane doe", "minister"),
        ("with CEO Jane Doe today", "jane doe", "ceo"),
        ("with Adm. Jane Doe today", "jane doe", "adm"),
    ],
)
def test_an_office_with_all_its_words_is_taken_off_a_name(text: str, name: str, title: str) -> None:
    assert only_occurrence(text, name).title == title


def test_the_words_of_an_office_are_kept_before_the_name() -> None:
    text = "with US Secretary of State Jane Doe today"
    occurrence = only_occurrence(text, "jane doe")
    assert text[occurrence.title_start : occurrence.end] == "Secretary of State Jane Doe"


def test_an_office_of_something_else_stays_apart() -> None:
    assert simple_names("then the Secretary of Microsoft Jane Doe") == ["Microsoft Jane Doe"]


def test_somebody_addressed_by_the_office_has_no_name() -> None:
    assert simple_names("indeed, Mr President and Madam Speaker, yes") == []


def test_a_demonym_is_cut_off_before_a_given_name() -> None:
    assert simple_names("with French Robert Hossein") == ["French", "Robert Hossein"]


def test_titles_are_taken_off_and_remembered() -> None:
    text = "there was Sir Walter Elliot"
    occurrence = only_occurrence(text, "walter elliot")
    assert occurrence.title == "sir"
    assert text[occurrence.title_start : occurrence.end] == "Sir Walter Elliot"


def test_a_name_may_be_a_title_too_behind_a_courtesy() -> None:
    assert simple_names("and Mr. King came") == ["King"]


@pytest.mark.parametrize("name", ["General Motors", "St. Louis", "Queen Street"])
def test_a_title_that_belongs_to_the_name_stays(name: str) -> None:
    assert simple_names(f"here {name} was") == [name]


def test_a_particle_is_no_title() -> None:
    assert only_occurrence("there was Miss de Bourgh", "bourgh").title == "miss"


@pytest.mark.parametrize("office", ["Prime Minister", "Attorney General", "Queen", "Mr."])
def test_an_office_alone_is_no_name(office: str) -> None:
    assert simple_names(f"then the {office} spoke") == []


def test_a_first_word_is_plain_if_the_text_has_it_in_lower_case() -> None:
    assert simple_names("Gardens are nice. We like gardens.") == []


def test_a_first_word_is_kept_if_it_stands_capitalised_inside_a_sentence() -> None:
    assert simple_names("Lydgate came. We saw Lydgate.") == ["Lydgate"]


def test_a_wrapped_line_does_not_part_a_name() -> None:
    text = "it is a truth that everybody in the neighbourhood knew of Elizabeth\nBennet at the time"
    assert simple_names(text) == ["Elizabeth Bennet"]


def test_a_short_line_parts_names() -> None:
    assert simple_names("dear Elizabeth\nBennet wrote") == ["Elizabeth", "Bennet"]


def test_a_small_word_on_a_short_line_is_no_name() -> None:
    assert simple_names("The\nHouse of Garth") == simple_names("House of Garth")


def test_a_paragraph_parts_names() -> None:
    text = "a line that is long enough to have been wrapped by somebody Elizabeth\n\nBennet wrote"
    assert simple_names(text) == ["Elizabeth", "Bennet"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("with the Bank of England now", ["Bank of England"]),
        ("at Procter & Gamble now", ["Procter & Gamble"]),
        ("in Pilgrim's Progress now", ["Pilgrim's Progress"]),
        ("by the Bank of the\nNorth now", ["Bank of the North"]),
        ("from Darcy to Bingley", []),
        ("when Jones met Mr. Smith of London", ["Smith of London"]),
    ],
)
def test_neighbours_are_joined_over_small_words(text: str, names: list[str]) -> None:
    assert joined_names(text) == names


def test_three_neighbours_are_joined_too() -> None:
    assert "Department of Health and Human Services" in joined_names("the Department of Health and Human Services")


def test_all_spellings_are_gathered_under_one_key() -> None:
    name = look("LYDGATE CAME\n\nthen Lydgate and Lydgate’s wife").names["lydgate came"]
    assert name.occurrences[0].in_heading
    lydgate = look("we saw LYDGATE, then Lydgate and Lydgate’s wife").names["lydgate"]
    assert (lydgate.form, len(lydgate.occurrences)) == ("Lydgate", 3)


def test_words_are_counted_by_case() -> None:
    found = look("The rose is for Rose. A rose, Rose said.")
    assert (found.lower["rose"], found.inner["rose"]) == (2, 2)


def test_an_empty_text_has_no_names() -> None:
    assert not look("").names


@given(st.text(alphabet="ABÉab .,'’-&\n\u00a0“”_1", max_size=200))
def test_every_candidate_stands_in_the_text_and_in_one_block(text: str) -> None:
    blocks = [Span(*match.span()) for match in re.finditer(r"\S(?:.|\n(?!\n))*", text)]
    for key, name in survey(text, blocks).names.items():
        assert name.occurrences
        for each in name.occurrences:
            assert name_key(text[each.start : each.end]) == key
            assert any(block.start <= each.title_start <= each.start and each.end <= block.end for block in blocks)


def test_wrapping_a_paragraph_changes_no_name() -> None:
    words = "so the reader knew of Elizabeth Bennet, of the Bank of England and of Sir William Lucas at Lucas Lodge. "
    wrapped = textwrap.fill(words * 20, width=70)
    assert set(look(wrapped).names) == set(look(words * 20).names)
