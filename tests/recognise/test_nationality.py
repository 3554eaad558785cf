"""Whose somebody is: told by the text, never guessed."""

import pytest

from tuireader.recognise.recogniser import open_recogniser
from tuireader.settings import Settings


def code(text: str, name: str) -> str | None:
    """The country that a text gives somebody."""
    (person,) = open_recogniser(Settings().model).find(text).named(name)
    return person.code


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("They met Polish Defence Minister Adam Nowak in Kent.", "PL"),
        ("US Special Envoy for Ukraine and Russia Adam Nowak was there.", "US"),
        ("Adam Nowak, king of Spain, was there.", "ES"),
        ("King Adam Nowak of Norway was there.", "NO"),
        ("Sweden's ambassador to Peru, Adam Nowak, was there.", "SE"),
        ("Kremlin spokesman Anna Smith and Foreign Minister Adam Nowak came.", "RU"),
        ("The Kremlin denied it. Its spokesman, Adam Nowak, was angry.", "RU"),
    ],
)
def test_a_role_tells_somebodys_country(text: str, country: str) -> None:
    assert code(text, "Adam Nowak") == country


@pytest.mark.parametrize(
    "text",
    [
        "The French teacher Adam Nowak was there.",
        "Adam Nowak, a Swiss-born photographer, was there.",
        "Adam Nowak, a historian of Russia, was there.",
        "Adam Nowak, ambassador to France, was there.",
        "US President Jane Mason and Prime Minister Adam Nowak shook hands.",
        "Foreign Minister Adam Nowak flew to Japan.",
        "In Japan, Foreign Minister Adam Nowak was ill.",
        "French President Jane Mason thanked Foreign Minister Adam Nowak.",
        "The Iran envoy Adam Nowak was there.",
        "Adam Nowak, a Dutch writer, was there. The German poet Adam Nowak was there too.",
    ],
)
def test_nobodys_country_is_guessed(text: str) -> None:
    assert code(text, "Adam Nowak") is None
