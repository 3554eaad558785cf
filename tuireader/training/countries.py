"""Build the tables of countries and nicknames: `python -m tuireader.training.countries`."""

import csv
import json
import re
from collections.abc import Iterable, Iterator
from importlib.resources import files

from babel import Locale

from tuireader import resources
from tuireader.recognise.names import name_key
from tuireader.training.foreign import foreign_rows

_SKIPPED = "AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ"
"""Codes of CLDR that are none of ISO 3166, and parts of other countries."""

_PLAIN_NAMES = {
    "CD": "Democratic Republic of the Congo",
    "CG": "Republic of the Congo",
    "CI": "Ivory Coast",
    "CZ": "Czech Republic",
    "HK": "Hong Kong",
    "MM": "Myanmar",
    "MO": "Macau",
    "PS": "Palestine",
    "TL": "East Timor",
    "TR": "Turkey",
}
_FORMAL = re.compile(
    r"\b(Republic|Kingdom|State|States|Federation|Commonwealth|Union|Principality|Sultanate|Duchy|Confederation"
    r"|Emirates|Islands|Nation)\b"
)
_BORROWED = "AX BQ GF GG GS HK HM IO JE MF MO MP MQ PM RE SJ SX TF YT"
"""Where `countryinfo` gives the demonym of another country or of several."""

_AMBIGUOUS_CAPITALS = frozenset(
    {"Brussels", "Douglas", "George Town", "Georgetown", "Hamilton", "Jamestown", "Kingston", "Plymouth", "San José"}
    | {"San Juan", "Santiago", "Saint John's", "Saint-Denis", "Stanley", "The Valley", "Victoria", "West Island"}
)
"""Capitals that are as often a person, another place, or the seat of a union of states."""

Row = tuple[str, str, str, str, str]


def country_rows() -> Iterator[Row]:
    """A row for each country: code, name, other names, demonyms and capital, keys joined by `;`."""
    facts = dict(_country_facts())
    for code, name in sorted(Locale("en").territories.items()):
        if len(code) == 2 and code.isalpha() and code not in _SKIPPED.split():
            shown = _plain_name(code, name)
            yield _country_row(code, shown, facts.get(code, {}))


def nickname_rows() -> list[tuple[str, str]]:
    """A row for each given name: its nicknames, joined by `;`."""
    nicknames: dict[str, set[str]] = {}
    with files("nicknames").joinpath("names.csv").open(encoding="utf-8") as lines:
        for given, relation, nickname in csv.reader(lines):
            if relation == "has_nickname" and len(nickname) > 1:
                nicknames.setdefault(given, set()).add(nickname)
    return [(given, ";".join(sorted(nicknames[given]))) for given in sorted(nicknames)]


def _country_facts() -> Iterator[tuple[str, dict[str, object]]]:
    for file in sorted(files("countryinfo").joinpath("data").iterdir(), key=lambda file: file.name):
        if file.name.endswith(".json"):
            facts = json.loads(file.read_text(encoding="utf-8"))
            code = facts.get("ISO", {}).get("alpha2")
            if code and "," not in facts.get("name", ","):
                yield code, facts


def _plain_name(code: str, name: str) -> str:
    return _PLAIN_NAMES.get(code) or name.replace(" & ", " and ").replace("St. ", "Saint ").replace("’", "'")


def _country_row(code: str, name: str, facts: dict[str, object]) -> Row:
    spellings = facts.get("altSpellings")
    formal = [word for word in spellings if _is_formal(word)] if isinstance(spellings, list) else []
    names = [*formal, str(facts.get("name") or name).partition(" (")[0].removeprefix("The ")]
    demonyms = [] if code in _BORROWED.split() else str(facts.get("demonym") or "").split(",")
    capitals = {str(facts.get("capital") or "")} - _AMBIGUOUS_CAPITALS
    return code, name, _joined(names, name), _joined(_with_plurals(demonyms), name), _joined(capitals, name)


def _is_formal(spelling: str) -> bool:
    return spelling.isascii() and bool(_FORMAL.search(spelling)) and not set(",(/") & set(spelling)


def _with_plurals(demonyms: Iterable[str]) -> Iterator[str]:
    for demonym in demonyms:
        yield demonym
        if demonym.endswith(("an", "er", "i", "ot")):
            yield demonym + "s"


def _joined(names: Iterable[str], name: str) -> str:
    keys = {name_key(each).removeprefix("the ") for each in names} - {name_key(name), ""}
    return ";".join(sorted(keys))


def _write(file: str, rows: Iterable[tuple[str, ...]]) -> None:
    lines = ["\t".join(row) + "\n" for row in rows]
    (resources.ROOT / "names" / file).write_text("".join(lines), encoding="utf-8")


def main() -> None:
    """Write the tables into `assets/names/`."""
    _write("countries.tsv", country_rows())
    _write("foreign.tsv", foreign_rows())
    _write("nicknames.tsv", nickname_rows())


if __name__ == "__main__":
    main()
