import pytest

from tuireader.recognise.contexts import Use, means_country
from tuireader.recognise.countries import country_code, demonym_code, is_official, names_of, open_countries
from tuireader.recognise.surroundings import Surroundings

ISO = """
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD
CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF
GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN
KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI
SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI
VN VU WF WS YE YT ZA ZM ZW
"""


def test_a_country_has_all_of_its_names() -> None:
    assert {"united kingdom", "uk", "u.k.", "britain", "great britain"} <= set(names_of("GB"))
    assert names_of("??") == ()


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


def test_every_code_of_iso_3166_is_known() -> None:
    assert set(ISO.split()) <= open_countries().shown.keys()


def test_names_that_hold_a_country_are_known_as_something_else() -> None:
    countries = open_countries()
    assert {"new mexico", "panama hats", "panama hat"} <= countries.others
    assert "air france" in countries.organisations
    assert not countries.others & countries.names.keys()


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
        "[Tokyo] and Seoul agreed to share it.",
        "They asked whether [Tehran] would sign.",
        "[Moscow]-backed rebels",
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


@pytest.mark.parametrize(
    "text",
    [
        "It cost [US]$5.",
        "take [US]-75",
        "in New [Mexico]",
        "TELL [US] MORE",
        "[Lebanon], Ohio",
        "the Bank of [Chad]",
    ],
)
def test_money_roads_and_newer_places_mean_no_country(text: str) -> None:
    assert not means(Use.NAME, text)


@pytest.mark.parametrize("text", ["down the [Congo]", "The [Niger] is wide.", "the banks of the [Jordan]"])
def test_a_river_means_no_country(text: str) -> None:
    assert not means(Use.NAME, text)


@pytest.mark.parametrize(
    "text", ["the [Congo] sent troops", "to [Niger] and back", "Southern [Italy]", "[Georgia], Ohio"]
)
def test_a_country_may_have_a_river_and_a_south(text: str) -> None:
    assert means(Use.NAME, text) is not text.endswith("Ohio")


def test_a_seat_that_is_a_street_means_its_country_where_it_acts() -> None:
    assert means(Use.QUARTER, "[Whitehall] officials feared it.")
    assert means(Use.QUARTER, "[Whitehall] has denied it.")
    assert not means(Use.QUARTER, "They walked along [Whitehall].")


def test_a_seat_of_power_is_a_building_where_somebody_goes() -> None:
    assert means(Use.SEAT, "The [White House] denied it.")
    assert means(Use.SEAT, "according to the [Kremlin]")
    assert not means(Use.SEAT, "They walked to the [White House].")
