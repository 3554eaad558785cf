"""How soon the reader answers, beside the smallest Textual app and `less`, with texts from 5 KB to 100 MB.

Every program runs on a pseudo-terminal. In each round all of them take their turn, and medians of the rounds are told;
of keys that are pressed often, the median and the 95th percentile of all presses.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path

from tests.bench.session import Session
from tests.bench.texts import FIRST, LAST, long_text

SIZES = {"5 KB": 5_000, "1.2 MB": 1_200_000, "10 MB": 10_000_000, "100 MB": 100_000_000}
"""Bytes of the texts."""

_PAGE_DOWN, _PAGE_UP, _ENTER, _ESCAPE = "\x1b[6~", "\x1b[5~", "\r", "\x1b"
_PRESSES = 40
_OPENING, _GROWING = "opening the rest", r"actors \d+%"
"""What the status line says of a text before all of it is there, and before all of its actors are known."""

_SMALLEST = """
from textual.app import App
from textual.widgets import Static
class Smallest(App):
    def compose(self): yield Static(%r)
    def on_key(self, event): self.exit() if event.key == "q" else self.query_one(Static).update(event.key)
Smallest().run()
"""


class Figures:
    """What was measured in some rounds: seconds, or bytes, under short names."""

    def __init__(self) -> None:
        self._all = defaultdict[str, list[float]](list)

    def add(self, name: str, *values: float) -> None:
        """Add what one round has measured."""
        self._all[name] += values

    def __contains__(self, name: str) -> bool:
        return bool(self._all.get(name))

    def median(self, name: str) -> float:
        """The median of what was measured under a name."""
        return statistics.median(self._all[name])

    def high(self, name: str) -> float:
        """The 95th percentile of what was measured under a name."""
        values = sorted(self._all[name])
        return values[int(len(values) * 0.95)]


def measure(rounds: int, largest: int, texts: Sequence[Path] = ()) -> Iterator[str]:
    """Measure and tell, a line a figure.

    Args:
        rounds: How often each is measured.
        largest: Bytes of the largest text that is made.
        texts: Other texts; only how they open and how long their actors take is measured.
    """
    with tempfile.TemporaryDirectory() as folder:
        for path in texts:
            yield from _opening_of(path, rounds, Path(folder))
        path = Path(folder) / "text.txt"
        for name, size in SIZES.items():
            if size <= largest:
                path.write_text(long_text(size), encoding="utf-8")
                figures = Figures()
                for _ in range(rounds):
                    _measure_others(figures, path)
                    _measure_ours(figures, path)
                for line in _told(figures):
                    yield f"{name}: {line}"


def _opening_of(path: Path, rounds: int, folder: Path) -> Iterator[str]:
    """How soon a text of somebody's own is there, with all of its actors."""
    words, figures = path.read_text(encoding="utf-8-sig").split()[:2], Figures()
    for _ in range(rounds):
        _measure_app(figures, folder)
        session = _session(_ours(path), folder)
        figures.add("first text", session.first(" ".join(words)))
        session.first("§ ")
        _turn_pages(figures, session)
        session.kill()
    yield f"{path.name}: first text {_ratio(figures, 'first text')}; all actors after {figures.median('all'):.1f} s"


def _measure_others(figures: Figures, path: Path) -> None:
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    figures.add("python", time.perf_counter() - started)
    _measure_app(figures, path.parent)
    if less := shutil.which("less"):
        session = _session([less, str(path)], path.parent)
        figures.add("less", session.first(FIRST))
        figures.add("less: search", session.after(f"/{LAST}{_ENTER}", f"{LAST} plays"))
        session.kill()


def _measure_app(figures: Figures, folder: Path) -> None:
    """The smallest app of the same library shows what no reader that is made with it can do without."""
    session = _session([sys.executable, "-c", _SMALLEST % FIRST], folder)
    figures.add("app: first text", session.first(FIRST))
    session.quiet(0.3)
    session.resize(100, 30)
    figures.add("app: resize", session.settled())
    figures.add("app: memory", session.memory)
    back, gone = session.quit()
    figures.add("app: quit", back)
    figures.add("app: gone", gone)


def _measure_ours(figures: Figures, path: Path) -> None:
    session = _session(_ours(path), path.parent)
    figures.add("first text", session.first(FIRST))
    figures.add("whole screen", session.first("§ "))
    _turn_pages(figures, session)
    for key, name in ((_PAGE_DOWN, "page down"), ("n", "next mention"), ("]", "next section")):
        figures.add(name, *(session.settled(key) for _ in range(_PRESSES)))
    session.settled("g")
    session.settled("f")
    for letter in "ukraine":
        first, last = session.frames(letter)
        figures.add("letter in the filter, first frame", first)
        figures.add("letter in the filter", last)
    figures.add("choose an actor", session.after(_ENTER, "mention 1/"))
    session.quiet(0.3)
    figures.add("only matching paragraphs", session.settled("o"))
    for key in ("o", _ESCAPE, "g", "/", LAST[:-1]):
        session.settled(key)
    figures.add("search", session.after(LAST[-1] + _ENTER, f"{LAST} "))
    session.settled(_ESCAPE)
    session.resize(100, 30)
    figures.add("resize", session.settled())
    figures.add("memory", session.memory)
    back, gone = session.quit()
    figures.add("quit", back)
    figures.add("gone", gone)


def _turn_pages(figures: Figures, session: Session) -> None:
    """Turn pages as long as the status line says that actors are looked for, and as often again when it does not."""
    growing, turns, is_busy = 0, cycle([_PAGE_DOWN, _PAGE_DOWN, _PAGE_UP]), True
    while is_busy:
        seconds = session.answered(next(turns))
        is_growing = session.shows(_GROWING)
        if is_growing:
            growing += 1
            figures.add("turned while actors are found", seconds)
        is_busy = is_growing or session.shows(_OPENING)
    figures.add("all", session.age)
    session.quiet(1)
    figures.add("turned afterwards", *(session.answered(next(turns)) for _ in range(growing)))
    session.settled("g")


def _told(figures: Figures) -> Iterator[str]:
    first = figures.median("first text")
    yield f"first text {_ratio(figures, 'first text')}, {first / figures.median('python'):.1f} of `python -c pass`"
    yield f"whole screen {_ms(figures.median('whole screen'))}, all actors after {figures.median('all'):.1f} s"
    if "turned afterwards" in figures:
        ratio = figures.high("turned while actors are found") / figures.high("turned afterwards")
        yield f"{_spread(figures, 'turned while actors are found')}; p95 is {ratio:.2f} of that afterwards"
    for name in (
        *("page down", "next mention", "next section", "letter in the filter, first frame", "letter in the filter"),
        *("choose an actor", "only matching paragraphs", "search"),
    ):
        yield _spread(figures, name)
    if "less" in figures:
        yield f"less: first text {_ms(figures.median('less'))}, search {_ms(figures.median('less: search'))}"
    yield f"resize {_ratio(figures, 'resize')}"
    over = figures.median("memory") - figures.median("app: memory")
    yield f"memory {figures.median('memory') / 1e6:.0f} MB, {over / 1e6:.0f} MB over the smallest app"
    ours, theirs = ([_ms(figures.median(app + name)) for name in ("quit", "gone")] for app in ("", "app: "))
    yield f"quit: shell back {ours[0]}, gone {ours[1]}; smallest app {theirs[0]}, {theirs[1]}"


def _ours(path: Path) -> list[str]:
    return [sys.executable, "-m", "tuireader", "--private", str(path)]


def _session(command: list[str], folder: Path) -> Session:
    return Session(command, {"TUIREADER_CACHE": str(folder / "cache"), "TUIREADER_DATA": str(folder / "data")})


def _ratio(figures: Figures, name: str) -> str:
    ours, theirs = figures.median(name), figures.median(f"app: {name}")
    return f"{_ms(ours)}, {ours / theirs:.2f} of the smallest app's {_ms(theirs)}"


def _spread(figures: Figures, name: str) -> str:
    return f"{name} {_ms(figures.median(name))}, p95 {_ms(figures.high(name))}"


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"
