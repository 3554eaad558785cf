"""One decision a name: what it is, in the whole document."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from operator import add

from tuireader.recognise import words
from tuireader.recognise.candidates import Survey
from tuireader.recognise.features import Describer
from tuireader.recognise.forms import split_joined
from tuireader.recognise.lexicon import open_lexicon
from tuireader.recognise.model import Model
from tuireader.recognise.names import Decision, Name, NameKind
from tuireader.recognise.persons import titled_share

KINDS = tuple(NameKind)
"""The kinds in the order of all evidence."""

_NONE, _PERSON = KINDS.index(NameKind.NONE), KINDS.index(NameKind.PERSON)
_LEANING = {
    NameKind.NONE: -0.45,
    NameKind.PERSON: 0.27,
    NameKind.COUNTRY: 0.0,
    NameKind.PLACE: 0.0,
    NameKind.ORGANISATION: 0.05,
    NameKind.OTHER: -0.3,
}
"""How far the decision leans to each kind: better a false name in the list of actors than a missing one."""

_LEANINGS = tuple(_LEANING.values())
_SHARED = 0.5
_TITLED = 4.0
"""How much likelier a person is if a title of people stands before every occurrence."""

_SURNAMED = 3.0
"""How much likelier `Sharon Street` is a person in a text that also says `Street` alone."""

_LIKELY_PERSON, _SURE_PERSON = math.log(0.3), math.log(0.5)
_EVEN = math.log(0.5)
_UNLIKELY_JOINED = math.log(0.6)

Evidence = list[float]


def decide(survey: Survey, model: Model) -> list[Decision]:
    """Decide about every candidate of a text.

    Returns:
        The names that are something, in the order of `Survey.names`. A name keeps the occurrences that are its own:
        `England` loses those in `Bank of England` if the longer name is one.
    """
    evidence = share(survey.names, weigh(survey, model))
    names = _settle(survey.names, evidence)
    kinds = [kind_in_text(name, evidence[name.key]) for name in names]
    return [
        Decision(name, kind, tuple(evidence[name.key]))
        for name, kind in zip(names, kinds, strict=True)
        if kind is not NameKind.NONE
    ]


def weigh(survey: Survey, model: Model) -> dict[str, Evidence]:
    """The log-probability of each kind for every candidate by itself."""
    describer = Describer(survey)
    evidence = {}
    for key, name in survey.names.items():
        description = describer.describe(name)
        odds = model.evidence(description.own, description.contexts, description.occurrences)
        leaning_odds = list(map(add, odds, _LEANINGS))
        leaning_odds[_PERSON] += _TITLED * titled_share(name)
        evidence[key] = _normal(leaning_odds)
    return evidence


def kind_of(evidence: Sequence[float]) -> NameKind:
    """The likeliest kind."""
    return KINDS[evidence.index(max(evidence))]


def kind_in_text(name: Name, evidence: Evidence) -> NameKind:
    """The likeliest kind, but a phrase that is some name rather than none is one, whichever it may be.

    So no word of it means a country or somebody by itself, but for an acronym in front: `NATO Summit`. A headline may
    have a capital on every word, so that it says little.
    """
    kind = kind_of(evidence)
    if kind is not NameKind.NONE or " " not in name.key or evidence[_NONE] >= _EVEN:
        return kind
    if name.form.partition(" ")[0].isupper() or all(each.in_heading for each in name.occurrences):
        return kind
    return NameKind.OTHER


def share(names: Mapping[str, Name], evidence: Mapping[str, Evidence]) -> dict[str, Evidence]:
    """Let a bare surname or given name and the full names that hold it speak for each other as people."""
    longer = defaultdict[str, list[str]](list)
    for key in names:
        parts = key.split(" ")
        if 2 <= len(parts) <= 4:
            for part in dict.fromkeys((parts[0], parts[-1])):
                if part in names:
                    longer[part].append(key)
    shared = dict(evidence)
    for key in longer.keys() & words.PLACE:
        for full in longer[key]:
            if (
                len(names[key].occurrences) > 1
                and full.endswith(f" {key}")
                and open_lexicon().is_given(full.split()[0])
            ):
                shared[full] = _more_personal(evidence[full], _SURNAMED)
    evidence = dict(shared)
    for key, keys in longer.items():
        best = max(keys, key=lambda full: evidence[full][_PERSON])
        if evidence[best][_PERSON] <= _LIKELY_PERSON:
            continue
        own = evidence[key]
        shared[key] = _more_personal(own, _SHARED * max(0.0, _margin(evidence[best])))
        if len(names[key].occurrences) > 1 and own[_PERSON] > _SURE_PERSON:
            for full in keys:
                shared[full] = _more_personal(shared[full], _SHARED / 2 * min(3.0, _margin(own)))
    return shared


def _margin(evidence: Evidence) -> float:
    """By how much a person is likelier than anything else."""
    return evidence[_PERSON] - max(evidence[:_PERSON] + evidence[_PERSON + 1 :])


def _more_personal(evidence: Evidence, more: float) -> Evidence:
    odds = evidence.copy()
    odds[_PERSON] += more
    return _normal(odds)


def _normal(odds: Evidence) -> Evidence:
    """Log-odds as log-probabilities."""
    top = max(odds)
    total = top + math.log(sum([math.exp(each - top) for each in odds]))
    return [each - total for each in odds]


def _settle(names: Mapping[str, Name], evidence: Mapping[str, Evidence]) -> list[Name]:
    """Let joined names that are likely take their occurrences from their parts, and drop the others."""
    likely = [name for name in names.values() if name.is_joined and _wins(name.key, evidence)]
    likely.sort(key=lambda name: evidence[name.key][_NONE])
    taken: set[int] = set()
    joined = []
    for name in likely:
        kept = _without_taken(name, taken)
        taken.update(offset for each in kept.occurrences for offset in range(each.start, each.end))
        joined.append(kept)
    single = [_without_taken(name, taken) for name in names.values() if not name.is_joined]
    return [name for name in single + joined if name.occurrences]


def _wins(key: str, evidence: Mapping[str, Evidence]) -> bool:
    """Whether a joined name is likely, and does not only put a person beside something else."""
    mine = evidence[key]
    if mine[_NONE] >= _UNLIKELY_JOINED or kind_of(mine) in (NameKind.NONE, NameKind.PERSON):
        return False
    first, joint, rest = split_joined(key)
    if joint == "and" and _is_person(rest, evidence):
        return False
    return joint not in ("and", "of", "for", "on") or not _is_person(first, evidence)


def _is_person(key: str, evidence: Mapping[str, Evidence]) -> bool:
    return key in evidence and kind_of(evidence[key]) is NameKind.PERSON


def _without_taken(name: Name, taken: set[int]) -> Name:
    """A name with only those of its occurrences that no joined name covers."""
    free = [each for each in name.occurrences if each.start not in taken and each.end - 1 not in taken]
    return name if len(free) == len(name.occurrences) else replace(name, occurrences=free)
