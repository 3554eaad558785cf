"""Names as the candidates and the model would give them, made by hand."""

import re
from collections.abc import Mapping, Sequence

from tuireader.domain.span import Span
from tuireader.recognise.candidates import Survey
from tuireader.recognise.linking import Party, link
from tuireader.recognise.mentions import find_sightings
from tuireader.recognise.names import Decision, Name, NameKind, Occurrence, name_key
from tuireader.recognise.sightings import Sighting

PERSON, PLACE, ORGANISATION = NameKind.PERSON, NameKind.PLACE, NameKind.ORGANISATION
_TITLE = re.compile(
    r"(?:(?:Mr|Mrs|Miss|Ms|Dr|Sir|Lady|Lord|Colonel|General|King|Aunt|Uncle|President|Prime Minister|Minister)\.? )+$"
)


def named(text: str, kinds: Mapping[str, NameKind]) -> tuple[Survey, list[Span], list[Decision]]:
    """A text in which each form of a name is known to be of a kind; paragraphs end at blank lines."""
    names = [_name(text, form) for form in kinds]
    survey = Survey(text, {name.key: name for name in names}, {}, {})
    decisions = [Decision(name, kind, (0.0,) * len(NameKind)) for name, kind in zip(names, kinds.values(), strict=True)]
    return survey, [Span(*match.span()) for match in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text)], decisions


def sightings(text: str, kinds: Mapping[str, NameKind]) -> list[Sighting]:
    """Where a text names somebody."""
    return find_sightings(*named(text, kinds))


def parties(text: str, kinds: Mapping[str, NameKind]) -> dict[str, list[str]]:
    """Everybody's name, with the words of each sighting."""
    return {party.name: words(text, party) for party in link(text, sightings(text, kinds))}


def people(text: str, *forms: str) -> dict[str, list[str]]:
    """Everybody's name, with the words of each sighting, in a text that names people only."""
    return parties(text, dict.fromkeys(forms, PERSON))


def words(text: str, party: Party) -> list[str]:
    """The words of each sighting."""
    return [text[sighting.start : sighting.end] for sighting in party.sightings]


def _name(text: str, form: str) -> Name:
    pattern = re.compile(rf"(?<!\w){re.escape(form)}(?!\w)")
    return Name(name_key(form), form, list(_occurrences(text, pattern)), is_joined=" of " in form or " and " in form)


def _occurrences(text: str, pattern: re.Pattern[str]) -> Sequence[Occurrence]:
    found = []
    for match in pattern.finditer(text):
        title = _TITLE.search(text[: match.start()])
        folded = title[0].strip().lower().replace(".", "") if title else ""
        before = match.start() - len(title[0]) if title else match.start()
        found.append(Occurrence(match.start(), match.end(), folded, before, False, False))
    return found
