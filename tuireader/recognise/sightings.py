"""One place of a text where an actor is named, before it is known which actor that is."""

from collections.abc import Iterable
from dataclasses import dataclass

from tuireader.domain.actor import ActorKind, MentionForm


@dataclass(slots=True, eq=False)
class Sighting:
    """A name in its place. Not frozen, since a novel has tens of thousands and freezing triples the cost."""

    start: int
    """Where the titles before the name begin, or the name itself."""

    name_start: int
    end: int
    key: str
    """The folded name, without titles."""

    kind: ActorKind
    title: str = ""
    """The folded titles directly before the name."""

    code: str = ""
    """The code of a country."""

    form: MentionForm = MentionForm.NAME


def count_forms(forms: Iterable[str]) -> dict[str, int]:
    """How often each form stands, in the order of the first ones; for a few of them a `Counter` takes far longer."""
    counts: dict[str, int] = {}
    for form in forms:
        counts[form] = counts.get(form, 0) + 1
    return counts
