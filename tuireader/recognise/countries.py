"""Countries by their names, demonyms, capitals and seats of power."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from tuireader import resources
from tuireader.recognise.names import name_key
from tuireader.recognise.wordlists import read_phrases

_NAMES = resources.ROOT / "names"


@dataclass(frozen=True, slots=True, eq=False)
class Countries:
    """What stands for which country: folded names and other words to codes."""

    shown: Mapping[str, str]
    """The plain English name of each code."""

    names: Mapping[str, str]
    demonyms: Mapping[str, str]
    capitals: Mapping[str, str]
    seats: Mapping[str, str]
    quarters: Mapping[str, str]
    """Seats of power that are a street or a district too (`Whitehall`)."""

    prefixes: Mapping[str, str]
    """First halves of compounds (`anglo`)."""

    acronyms: frozenset[str]
    """Names that are one in capitals only (`us`)."""

    others: frozenset[str]
    """Names that hold a country's name or demonym and mean neither (`New Mexico`)."""

    organisations: frozenset[str]
    """Such names that organisations bear (`Air France`)."""

    def knows(self, key: str) -> bool:
        """Whether a folded word may stand for a country in any way."""
        return (
            key in self.names
            or key in self.demonyms
            or key in self.capitals
            or key in self.seats
            or key in self.quarters
            or key in self.prefixes
        )


@lru_cache(maxsize=1)
def open_countries() -> Countries:
    """Read the tables of countries, once in a process."""
    rows = [*_rows("countries.tsv"), *_rows("countries_own.tsv")]
    shown = {row[0]: row[1] for row in rows if row[1]}
    own_names = {name_key(name): code for code, name in shown.items()}
    seats = _rows("metonyms.tsv")
    traps = read_phrases("traps.txt")
    return Countries(
        shown=shown,
        names=own_names | _codes(rows, column=2),
        demonyms=_codes(rows, column=3),
        capitals=_codes(rows, column=4),
        seats={row[0]: row[1] for row in seats if len(row) == 2},
        quarters={row[0]: row[1] for row in seats if len(row) > 2},
        prefixes={row[0]: row[1] for row in _rows("prefixes.tsv")},
        acronyms=frozenset(row[0] for row in _rows("acronyms.tsv")),
        others=traps["other"] | traps["thing"] | {f"{thing}s" for thing in traps["thing"]},
        organisations=traps["organisation"],
    )


def country_code(key: str) -> str | None:
    """The code of the country that a folded name (see `name_key`) may mean."""
    return open_countries().names.get(key)


def demonym_code(key: str) -> str | None:
    """The code of the country whose people or adjective a folded word is."""
    return open_countries().demonyms.get(key)


def names_of(code: str) -> tuple[str, ...]:
    """The folded names of the country of a code."""
    return _names_by_code().get(code, ())


@cache
def _names_by_code() -> Mapping[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    for name, code in open_countries().names.items():
        names[code] = (*names.get(code, ()), name)
    return names


def is_official(code: str) -> bool:
    """Whether a code is one of ISO 3166, not one of ours for a state long gone."""
    return len(code) == 2 or "-" in code


def _rows(file: str) -> list[list[str]]:
    lines = (_NAMES / file).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def _codes(rows: list[list[str]], *, column: int) -> dict[str, str]:
    return {key: row[0] for row in rows for key in _keys(row, column)}


def _keys(row: list[str], column: int) -> list[str]:
    return [key for key in row[column].split(";") if key]
