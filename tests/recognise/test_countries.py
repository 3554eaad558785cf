import pytest

from tuireader.recognise.contexts import Use, means_country
from tuireader.recognise.countries import country_code, demonym_code, is_official, open_countries
from tuireader.recognise.surroundings import Surroundings


@pytest.mark.parametrize(
    ("key", "code"),
    [
        ("russia", "RU"),
        ("u.s.", "US"),
        ("u.s", "US"),
        ("usa", "US"),
        ("uk", "GB"),
        ("dprk", "KP"),
        ("drc", "CD"),
        ("soviet union", "SU"),
        ("east germany", "DD"),
        ("kosovo", "XK"),
        ("england", "GB-ENG"),
        ("burma", "MM"),
        ("atlantis", None),
    ],
)
def test_a_folded_name_gives_the_code_of_its_country(key: str, code: str | None) -> None:
    assert country_code(key) == code


@pytest.mark.parametrize(
    ("key", "code"),
    [("french", "FR"), ("frenchmen", "FR"), ("poles", "PL"), ("swiss", "CH"), ("scots", "GB-SCT"), ("franco", None)],
)
def test_a_folded_demonym_gives_the_code_of_its_country(key: str, code: str | None) -> None:
    assert demonym_code(key) == code


def test_every_code_has_a_plain_name_to_show() -> None:
    countries = open_countries()
    tables = (countries.names, countries.demonyms, countries.capitals, countries.seats, countries.prefixes)
    assert {code for table in tables for code in table.values()} <= countries.shown.keys()


def test_names_are_shown_in_plain_english() -> None:
    shown = open_countries().shown
    assert [shown[code] for code in ("RU", "GB", "US", "TR", "CI", "BA")] == [
        "Russia",
        "United Kingdom",
        "United States",
        "Turkey",
        "Ivory Coast",
        "Bosnia and Herzegovina",
    ]


def test_a_state_long_gone_without_a_code_of_iso_is_not_official() -> None:
    assert is_official("RU")
    assert is_official("GB-ENG")
    assert not is_official("OTT")


def means(use: Use, text: str) -> bool:
    """Whether the word in brackets means its country."""
    start, end = text.index("["), text.index("]") - 1
    return means_country(use, Surroundings(text.replace("[", "").replace("]", ""), start, end))


@pytest.mark.parametrize(
    "text",
    [
        "Soon [Moscow] said so.",
        "talks between [Washington] and Moscow",
        "talks between Washington and [Moscow]",
        "the troops needed by [Kyiv] for security",
        "it seems that [Washington] is open to a freeze",
        "[Beijing]'s policy",
    ],
)
def test_a_capital_that_acts_means_its_country(text: str) -> None:
    assert means(Use.CAPITAL, text)


@pytest.mark.parametrize(
    "text",
    ["He lives in [Moscow].", "a visit to [Washington] next week", "people in [Paris] say so", "the train to [Kyiv]"],
)
def test_a_capital_where_something_is_means_itself(text: str) -> None:
    assert not means(Use.CAPITAL, text)


@pytest.mark.parametrize("text", ["the [German] army", "[Germans] came", "with [Russian] delegates", "[French], too"])
def test_a_demonym_means_its_country(text: str) -> None:
    assert means(Use.DEMONYM, text)


@pytest.mark.parametrize(
    "text",
    ["He spoke [German].", "the [German] language", "ten [Canadian] dollars", "[Swiss] cheese", "written in [French]."],
)
def test_a_language_a_currency_and_a_dish_mean_no_country(text: str) -> None:
    assert not means(Use.DEMONYM, text)


def test_both_halves_of_a_compound_mean_their_countries() -> None:
    assert means(Use.PREFIX, "an [Anglo]-French plan")
    assert means(Use.DEMONYM, "an Anglo-[French] plan")
    assert means(Use.DEMONYM, "[Russian]-held territories")
    assert not means(Use.PREFIX, "an [Anglo]-Saxon king")
    assert not means(Use.PREFIX, "the [Indo]-European languages")


@pytest.mark.parametrize("text", ["It cost [US]$5.", "take [US]-75 north", "in New [Mexico]"])
def test_money_roads_and_newer_places_mean_no_country(text: str) -> None:
    assert not means(Use.NAME, text)


def test_a_seat_of_power_is_a_building_where_somebody_goes() -> None:
    assert means(Use.SEAT, "The [White House] denied it.")
    assert means(Use.SEAT, "according to the [Kremlin]")
    assert not means(Use.SEAT, "They walked to the [White House].")
