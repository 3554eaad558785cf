"""Makes the weights of names: `python -m tuireader.training DATA EVAL OUT`.

DATA holds `silver.jsonl.gz` and EVAL `open.jsonl.gz`; the texts of our own are beside this file. Writes `names.bin`,
learnt from everything, and for each fold of the gold texts a `without-N.bin` that has seen neither its texts nor any
other part of the same books. Prints how well these type the names that they have not seen.
"""

import argparse
import sys
from pathlib import Path

from tuireader.training.corpus import read_gold, read_silver
from tuireader.training.crossing import FOLDS, Lessons, accuracy
from tuireader.training.own import TEXTS, read_own
from tuireader.training.train import learn, save


def main(arguments: list[str]) -> int:
    """Learn from everything, then without each fold."""
    parser = argparse.ArgumentParser(prog="python -m tuireader.training", description="Makes the weights of names.")
    for folder, text in (("data", "folder of silver texts"), ("eval", "folder of gold texts"), ("out", "where to")):
        parser.add_argument(folder, type=Path, help=text)
    parser.add_argument("--own", type=Path, default=TEXTS, help="folder of texts of our own")
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    lessons = Lessons.of(read_silver(options.data), read_gold(options.eval), read_own(options.own))
    weights = learn(lessons.silver(), lessons.gold())
    save(weights, options.out / "names.bin")
    report = []
    for fold in FOLDS:
        weights = learn(lessons.silver(without=fold), lessons.gold(without=fold))
        save(weights, options.out / f"without-{fold}.bin")
        report.append(accuracy(weights, lessons.of_fold(fold)))
    for fold, figures in zip(FOLDS, report, strict=True):
        sys.stdout.write(f"fold {fold}: {figures}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
