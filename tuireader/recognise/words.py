"""Closed classes of English words that say something about a name beside or inside them."""

from collections.abc import Iterator

from tuireader import resources

_FILE = resources.ROOT / "names" / "words.txt"


def _classes(lines: list[str]) -> Iterator[tuple[str, frozenset[str]]]:
    name, words = "", list[str]()
    for line in lines:
        if line.startswith("["):
            yield name, frozenset(words)
            name, words = line.strip("[]"), []
        elif not line.startswith("#"):
            words += line.split()
    yield name, frozenset(words)


_CLASSES = dict(_classes(_FILE.read_text(encoding="utf-8").splitlines()))

FUNCTION = _CLASSES["function"]
"""Words that are capitalised only where a sentence or a headline begins, and never part of a name."""

TITLES = _CLASSES["title"]
"""Titles, offices and words of kinship that stand before a person's name."""

COURTESY = _CLASSES["courtesy"]
"""Titles that are followed by a name even where that is a title too: `Mr King`."""

INNER_TITLES = _CLASSES["inner title"]
"""Titles before which a run of capitals is cut: `Indian | Prime Minister Modi`."""

RANKS = _CLASSES["rank"]
"""Words before an office that belong to it: `Deputy Foreign Minister`."""

PORTFOLIOS = _CLASSES["portfolio"]
"""What an office is for: `Secretary of State`."""

UNBOUND_TITLES = _CLASSES["unbound title"]
"""Titles that as often begin the name of something else: `General Motors`, `St Louis`."""

ORGANISATION = _CLASSES["organisation"]
PLACE = _CLASSES["place"]
MONTH = _CLASSES["month"]
OTHER = _CLASSES["other"]
"""Words in the names of works, events, laws and peoples."""

SPEECH = _CLASSES["speech"]
"""What people do, above all with words."""

PREPOSITION = _CLASSES["preposition"]

OCCUPATION = _CLASSES["occupation"]
RELATIVE = _CLASSES["relative"]
BODY = _CLASSES["body"]
"""What organisations are said to be: `the company`."""

SITE = _CLASSES["site"]
"""What places are said to be: `a town`."""
