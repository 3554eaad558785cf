"""How fast actors are found, beside spaCy's recogniser where it is at hand, and how much memory it takes.

Each figure comes from a process of its own with one thread, counts its processor time, and leaves out what is loaded
once. Rounds of both take turns.
"""

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tuireader.resources import ROOT
from tuireader.training.own import TEXTS, read_own

_PROBE = Path(__file__).with_name("probe.py")
_ROUNDS = 3
_MEGABYTE = 1_000_000
_SIZES = (1, 10, 50)
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def measure(paths: Sequence[Path], spacy: Path | None) -> Iterator[str]:
    """Measure and tell, a line a figure; how time and memory grow is measured with the last of the texts.

    Args:
        paths: Texts to measure with, beside the short ones of the repository, or folders of texts.
        spacy: A Python in which spaCy and `en_core_web_sm` are installed.
    """
    yield f"loading model and lists: {_best('load', [''])['seconds'] * 1000:.0f} ms"
    short = [(ROOT / "samples" / "briefing.md").read_text(encoding="utf-8"), *(own.text for own in read_own(TEXTS))]
    yield from _speed("texts of our own, full of names", short, spacy)
    long = ""
    for path in paths:
        files = sorted(path.glob("*.txt")) if path.is_dir() else [path]
        texts = [file.read_text(encoding="utf-8-sig") for file in files]
        yield from _speed(path.name, texts, spacy)
        long = "\n\n".join(texts)
    yield from _growth(long or "\n\n".join(short))


def _speed(name: str, texts: Sequence[str], spacy: Path | None) -> Iterator[str]:
    words = sum(len(text.split()) for text in texts)
    ours, theirs = [], []
    for _ in range(_ROUNDS):
        ours.append(_probe(Path(sys.executable), "find", texts)["seconds"])
        if spacy:
            theirs.append(_probe(spacy, "spacy", texts)["seconds"])
    mine = words / statistics.median(ours)
    yield f"{name}: {words:,} words, {mine:,.0f} words a second"
    if theirs:
        other = words / statistics.median(theirs)
        yield f"{name}: spaCy {other:,.0f} words a second, so {mine / other:.1f} times as fast"


def _growth(text: str) -> Iterator[str]:
    """How time and memory grow with the length of a text."""
    before = 0.0
    for size in _SIZES:
        length = size * _MEGABYTE
        found = _best("find", [(text * (1 + length // len(text)))[:length]])
        growth = f", {found['seconds'] / before:.1f} times the time" if before else ""
        yield f"{size} MB: {found['seconds']:.2f} s{growth}; memory {found['bytes'] / length:.1f} times the text"
        before = found["seconds"]


def _best(task: str, texts: Sequence[str]) -> dict[str, float]:
    found = [_probe(Path(sys.executable), task, texts) for _ in range(_ROUNDS)]
    return min(found, key=lambda each: each["seconds"])


def _probe(python: Path, task: str, texts: Sequence[str]) -> dict[str, float]:
    """Seconds and bytes that a task takes in a process of its own."""
    environment = {**os.environ, **_ONE_THREAD, "PYTHONPATH": str(_PROBE.parents[2])}
    command = [str(python), str(_PROBE), task]
    done = subprocess.run(command, input=json.dumps(texts), env=environment, capture_output=True, check=True, text=True)
    answer: dict[str, float] = json.loads(done.stdout)
    return answer
