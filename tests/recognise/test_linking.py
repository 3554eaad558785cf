from tests.recognise.naming import ORGANISATION, parties, people


def test_the_longest_full_name_leads() -> None:
    text = "Sir Keir Starmer came. Starmer spoke. Prime Minister Starmer left."
    assert people(text, "Keir Starmer", "Starmer") == {
        "Keir Starmer": ["Sir Keir Starmer", "Starmer", "Prime Minister Starmer"]
    }


def test_a_family_is_not_one_person() -> None:
    text = "Mr. Bennet smiled. Mrs. Bennet sighed. Elizabeth Bennet ran. Elizabeth hid. Bennet read."
    assert people(text, "Bennet", "Elizabeth Bennet", "Elizabeth") == {
        "Mr. Bennet": ["Mr. Bennet", "Bennet"],
        "Mrs. Bennet": ["Mrs. Bennet"],
        "Elizabeth Bennet": ["Elizabeth Bennet", "Elizabeth"],
    }


def test_the_wife_is_not_her_husband_by_whose_name_she_goes() -> None:
    text = "Joe Gargery and Mrs. Joe Gargery came. Joe sat."
    assert people(text, "Joe Gargery", "Joe") == {
        "Joe Gargery": ["Joe Gargery", "Joe"],
        "Mrs. Joe Gargery": ["Mrs. Joe Gargery"],
    }


def test_a_title_stands_before_the_given_name_of_a_full_one() -> None:
    text = "Lady Catherine de Bourgh wrote. Lady Catherine waited. Sir Walter Elliot and Sir Walter."
    assert people(text, "Catherine de Bourgh", "Catherine", "Walter Elliot", "Walter") == {
        "Catherine de Bourgh": ["Lady Catherine de Bourgh", "Lady Catherine"],
        "Walter Elliot": ["Sir Walter Elliot", "Sir Walter"],
    }


def test_the_father_is_not_the_son_who_is_called_by_his_given_name() -> None:
    text = "Mr. Vincy called. Fred Vincy came with Rosamond Vincy. Fred sat."
    found = people(text, "Vincy", "Fred Vincy", "Rosamond Vincy", "Fred")
    assert set(found) == {"Mr. Vincy", "Fred Vincy", "Rosamond Vincy"}


def test_a_saint_keeps_the_title_in_the_name() -> None:
    text = "St. Jerome wrote. Jerome slept. Madame St. Aubert met Monsieur St. Aubert."
    assert people(text, "St. Jerome", "Jerome", "St. Aubert")["St. Jerome"] == ["St. Jerome", "Jerome"]


def test_a_rank_does_not_stand_before_a_given_name() -> None:
    text = "Fitzwilliam Darcy met Colonel Fitzwilliam."
    assert list(people(text, "Fitzwilliam Darcy", "Fitzwilliam")) == ["Fitzwilliam Darcy", "Colonel Fitzwilliam"]


def test_initials_and_middle_names_may_be_left_out() -> None:
    text = "Franklin Delano Roosevelt met F. Roosevelt; Franklin D. Roosevelt left. Franklin Roosevelt!"
    assert list(people(text, "Franklin Delano Roosevelt", "F. Roosevelt", "Franklin D. Roosevelt")) == [
        "Franklin Delano Roosevelt"
    ]


def test_an_initial_that_fits_two_people_joins_neither() -> None:
    text = "John Smith met James Smith. J. Smith wrote."
    assert len(people(text, "John Smith", "James Smith", "J. Smith")) == 3


def test_a_nickname_is_the_given_name() -> None:
    text = "William Clinton came. Bill Clinton spoke. Bill left."
    assert list(people(text, "William Clinton", "Bill Clinton", "Bill").values()) == [
        ["William Clinton", "Bill Clinton", "Bill"]
    ]


def test_a_surname_of_two_belongs_to_the_one_named_last() -> None:
    text = "Ann Hill came. Hill spoke. Bob Hill came. Hill spoke."
    found = people(text, "Ann Hill", "Bob Hill", "Hill")
    assert found == {"Ann Hill": ["Ann Hill", "Hill"], "Bob Hill": ["Bob Hill", "Hill"]}


def test_an_aunt_written_small_is_the_wife_of_the_surname() -> None:
    text = "Mr. Poole left. Mrs. Poole slept. Mr. Poole ate. My aunt Poole woke. His uncle Poole sang."
    assert people(text, "Poole") == {
        "Mr. Poole": ["Mr. Poole", "Mr. Poole", "Poole"],
        "Mrs. Poole": ["Mrs. Poole", "Poole"],
    }


def test_an_uncle_of_many_is_the_one_the_text_is_about() -> None:
    text = "Joseph Hale came. Joseph Hale ate. Peter Hale slept. Your uncle Hale is rich."
    assert people(text, "Joseph Hale", "Peter Hale", "Hale")["Joseph Hale"][-1] == "Hale"


def test_a_sister_written_small_is_who_goes_by_that_given_name() -> None:
    text = "Miss Celia bowed. Her sister Celia left. Celia rode."
    assert people(text, "Celia") == {"Celia": ["Miss Celia", "Celia", "Celia"]}


def test_an_aunt_known_by_a_nickname_is_nobody_of_the_whole_name() -> None:
    text = "Aunt Kitty sat by Catherine. Catherine left. Aunt Kitty wept."
    assert set(people(text, "Kitty", "Catherine")) == {"Aunt Kitty", "Catherine"}


def test_a_nickname_still_stands_for_a_full_name() -> None:
    text = "Catherine Morland came. Kitty ran."
    assert people(text, "Catherine Morland", "Kitty") == {"Catherine Morland": ["Catherine Morland", "Kitty"]}


def test_a_surname_belongs_to_the_one_the_text_is_about() -> None:
    text = "Ann Hill came. Ann Hill spoke. Ann left. Her uncle Bob Hill stayed. Hill slept."
    assert people(text, "Ann Hill", "Bob Hill", "Ann", "Hill")["Ann Hill"][-1] == "Hill"


def test_two_people_are_not_chained_through_a_bare_surname() -> None:
    text = "George Bush met Barbara Bush. Bush waved."
    assert set(people(text, "George Bush", "Barbara Bush", "Bush")) == {"George Bush", "Barbara Bush"}


def test_an_acronym_is_what_it_stands_for() -> None:
    text = "The World Health Organization (WHO) met. WHO said so. Apple Inc. is Apple."
    kinds = dict.fromkeys(["World Health Organization", "WHO", "Apple Inc", "Apple"], ORGANISATION)
    assert parties(text, kinds) == {
        "World Health Organization": ["World Health Organization", "WHO", "WHO"],
        "Apple Inc": ["Apple Inc", "Apple"],
    }


def test_a_country_is_shown_by_its_plain_name() -> None:
    text = "Britain, the UK and the British; the Kremlin said so; America."
    assert parties(text, {}) == {
        "United Kingdom": ["Britain", "UK", "British"],
        "Russia": ["Kremlin"],
        "United States": ["America"],
    }


def test_names_in_capitals_are_shown_in_title_case() -> None:
    assert list(people("DOROTHEA BROOKE", "DOROTHEA BROOKE")) == ["Dorothea Brooke"]


def test_a_stray_word_does_not_change_a_name() -> None:
    text = "Scientologist Tom Cruise came. Tom Cruise spoke. Tom Cruise left."
    assert list(people(text, "Scientologist Tom Cruise", "Tom Cruise")) == ["Tom Cruise"]
