"""A name as the recogniser works on it: one per distinct spelling, with every place where it stands."""

from dataclasses import dataclass
from enum import StrEnum

_PLAIN = str.maketrans({"’": "'", "\N{NO-BREAK SPACE}": " ", "\n": " ", "‑": "-", "‐": "-"})


class NameKind(StrEnum):
    """What a name may turn out to be; `NONE` is no name at all, `OTHER` a work, an event, a people, a language."""

    NONE = "none"
    PERSON = "person"
    COUNTRY = "country"
    PLACE = "place"
    ORGANISATION = "organisation"
    OTHER = "other"


@dataclass(slots=True, eq=False)
class Occurrence:
    """One place where a name stands. Not frozen, since a novel has tens of thousands and freezing triples the cost."""

    start: int
    end: int
    title: str
    """The folded titles that stand directly before the name (`prime minister`), or nothing."""

    title_start: int
    """Where those titles begin; equals `start` without one."""

    starts_sentence: bool
    in_heading: bool


@dataclass(slots=True, eq=False)
class Name:
    """A distinct name of a text."""

    key: str
    form: str
    """The spelling to show: the most frequent one that is not all capitals."""

    occurrences: list[Occurrence]
    is_joined: bool
    """Whether it was joined from two candidates (`Bank of England`) and competes with them."""


@dataclass(frozen=True, slots=True, eq=False)
class Decision:
    """What one name turned out to be, in the whole document."""

    name: Name
    kind: NameKind
    evidence: tuple[float, ...]
    """Log-probability of each kind, in the order of `NameKind`."""


def name_key(form: str) -> str:
    """The key of a name: lower case, plain apostrophes and hyphens, single spaces. Its length in words is kept."""
    if form.isalpha():
        return form.lower()
    plain = form if form.isascii() else form.translate(_PLAIN)
    return " ".join(plain.lower().split())
