"""Features: what a name, its document and its contexts say."""

from tuireader.domain.span import Span
from tuireader.recognise.candidates import survey
from tuireader.recognise.features import Describer, Description
from tuireader.recognise.rows import row_of, rows_of


def describe(text: str, key: str) -> Description:
    found = survey(text, [Span(0, len(text))])
    return Describer(found).describe(found.names[key])


def test_the_words_of_a_name_speak() -> None:
    own = describe("and then Mary Garth came", "mary garth").own
    assert set(rows_of({"k=mary garth", "n2", "fw=mary", "lw=garth", "fx=ff1", "H=Xx Xx", "J0"})) <= set(own)


def test_an_acronym_speaks_by_its_length() -> None:
    assert row_of("ACR4") in describe("and then NATO came", "nato").own


def test_the_document_speaks_of_lower_case_twins() -> None:
    assert row_of("lm2_1") in describe("a stone, a stone, and Stone came", "stone").own


def test_longer_names_speak_for_their_parts() -> None:
    own = describe("when Caleb Garth came, Garth went", "garth").own
    assert set(rows_of({"la1", "law=caleb"})) <= set(own)


def test_the_parts_of_a_joined_name_speak() -> None:
    own = describe("the Bank of England is in England now", "bank of england").own
    assert set(rows_of({"J1", "j=of", "jn=of01", "ja=of|O"})) <= set(own)


def test_the_neighbours_of_a_name_speak() -> None:
    contexts = describe("a word from Lydgate said in May", "lydgate").contexts
    assert set(rows_of({"l1=from", "r1=said", "l12=word from", "r12=said in", "SP", "PR"})) <= set(contexts)


def test_a_possessive_is_looked_through() -> None:
    contexts = describe("it was Lydgate’s house", "lydgate").contexts
    assert set(rows_of({"POS", "r1='s", "r2=house"})) <= set(contexts)


def test_a_word_with_an_apostrophe_is_one_word() -> None:
    contexts = describe("and o'clock isn’t so, Lydgate o'er", "lydgate").contexts
    assert set(rows_of({"l1=,", "l2=so", "l3=isn’t", "r1=o'er"})) <= set(contexts)


def test_a_title_is_no_neighbour() -> None:
    contexts = describe("it was for Mr. Lydgate that", "lydgate").contexts
    assert set(rows_of({"T", "T=mr", "l1=for"})) <= set(contexts)


def test_numbers_are_known_by_their_length() -> None:
    assert row_of("r1=0000") in describe("by Lydgate 1999 and", "lydgate").contexts


def test_the_edges_of_a_text_are_neighbours_too() -> None:
    contexts = describe("Lydgate", "lydgate").contexts
    assert set(rows_of({"l1=^", "r1=$", "SS"})) <= set(contexts)


def test_few_occurrences_speak_for_many() -> None:
    text = "we saw Lydgate, " * 100
    assert describe(text, "lydgate").occurrences == 16
    assert describe("we saw Lydgate", "lydgate").occurrences == 1
