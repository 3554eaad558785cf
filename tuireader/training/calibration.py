"""How sure decisions are: `python -m tuireader.training.calibration EVAL MODELS`.

EVAL holds `open.jsonl.gz`, and MODELS the `without-N.bin` that training has made. Each text is decided by the model
that has not seen it. Prints, for people and organisations, how the log-odds of the model are to be stretched and moved
so that they hold true: the numbers in `tuireader/recognise/certainty.py`.
"""

import argparse
import math
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from tuireader.domain.actor import ActorKind
from tuireader.recognise.candidates import survey
from tuireader.recognise.certainty import log_odds
from tuireader.recognise.decide import KINDS, decide
from tuireader.recognise.linking import Party, link
from tuireader.recognise.mentions import find_sightings
from tuireader.recognise.model import open_model
from tuireader.recognise.names import Name, NameKind, Occurrence
from tuireader.training.corpus import Gold, read_gold
from tuireader.training.examples import find_blocks
from tuireader.training.labels import gold_marks

_KINDS = {
    ActorKind.PERSON: KINDS.index(NameKind.PERSON),
    ActorKind.ORGANISATION: KINDS.index(NameKind.ORGANISATION),
}
_STEPS = 50
_RIDGE = 1e-3


class Case(NamedTuple):
    """An actor as the model saw it, and whether people agree."""

    kind: ActorKind
    odds: float
    is_right: bool


def cases_of(gold: Gold, model: Path) -> Iterator[Case]:
    """The people and organisations of a text."""
    blocks = find_blocks(gold.text)
    found = survey(gold.text, blocks)
    decisions = decide(found, open_model(model))
    marks, evidence = gold_marks(gold), {decision.name.key: decision.evidence for decision in decisions}
    for party in link(gold.text, find_sightings(found, blocks, decisions)):
        kind = _KINDS.get(party.kind)
        shares = [math.exp(evidence[each.key][kind]) for each in party.sightings if kind and each.key in evidence]
        if kind and shares:
            votes = marks.votes(_name(party))
            yield Case(party.kind, log_odds(sum(shares) / len(shares)), votes[kind] * 2 > sum(votes))


def _name(party: Party) -> Name:
    """A party as one name with all of its places."""
    places = [Occurrence(each.name_start, each.end, "", each.start, False, False) for each in party.sightings]
    return Name(party.name, party.name, places, is_joined=False)


def calibrate(cases: Sequence[Case]) -> tuple[float, float]:
    """How to stretch and to move log-odds so that they are the true ones, by logistic regression."""
    seen = np.array([(case.odds, 1.0) for case in cases])
    right = np.array([case.is_right for case in cases], float)
    line = np.zeros(2)
    for _ in range(_STEPS):
        share = 1 / (1 + np.exp(-seen @ line))
        slope = seen.T @ (share - right) + _RIDGE * line
        bend = (seen * (share * (1 - share))[:, None]).T @ seen + _RIDGE * np.eye(2)
        line -= np.linalg.solve(bend, slope)
    return float(line[0]), float(line[1])


def main(arguments: list[str]) -> int:
    """Print how to calibrate each kind."""
    parser = argparse.ArgumentParser(prog="python -m tuireader.training.calibration", description="Calibrates.")
    for folder, text in (("eval", "folder of gold texts"), ("models", "folder of the models without each fold")):
        parser.add_argument(folder, type=Path, help=text)
    options = parser.parse_args(arguments)
    cases = [
        case for gold in read_gold(options.eval) for case in cases_of(gold, options.models / f"without-{gold.fold}.bin")
    ]
    for kind in _KINDS:
        own = [case for case in cases if case.kind is kind]
        slope, move = calibrate(own)
        sys.stdout.write(f"{kind}: {len(own)} actors, slope {slope:.2f}, move {move:.2f}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
