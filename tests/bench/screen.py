"""How soon the reader answers, beside the smallest Textual app and `less`, with texts from 5 KB to 100 MB.

The texts are made of the bundled document, again and again with other numbers, and one rare word at the end. Every
program runs on a pseudo-terminal; rounds of all of them take turns, and medians are told.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

from tests.bench.session import Session
from tuireader.resources import ROOT

SIZES = {"5 KB": 5_000, "1.2 MB": 1_200_000, "10 MB": 10_000_000, "100 MB": 100_000_000}
"""Bytes of the texts."""

_FIRST, _LAST = "Paragraph one", "xylophonist"
_PAGE_DOWN, _PAGE_UP = "\x1b[6~", "\x1b[5~"
_PRESSES = 40
_OPENING, _GROWING = "opening the rest", r"actors \d+%"
"""What the status line says of a text before all of it is there, and before all of its actors are known."""

_SMALLEST = """
from textual.app import App
from textual.widgets import Static
class Smallest(App):
    def compose(self): yield Static("Paragraph one")
    def on_key(self, event): self.exit() if event.key == "q" else self.query_one(Static).update(event.key)
Smallest().run()
"""


def measure(rounds: int, largest: int) -> Iterator[str]:
    """Measure and tell, a line a figure.

    Args:
        rounds: How often each is measured.
        largest: Bytes of the largest text.
    """
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        python = _median(rounds, _run_python)
        floor = _median(rounds, lambda: _opened([sys.executable, "-c", _SMALLEST], base))
        yield f"python -c pass: {_ms(python)}; smallest Textual app: first text {_ms(floor)}"
        for name, size in SIZES.items():
            if size <= largest:
                path = base / "text.txt"
                path.write_text(_text(size), encoding="utf-8")
                yield from _with_text(name, path, rounds, floor)


def _with_text(name: str, path: Path, rounds: int, floor: float) -> Iterator[str]:
    ours = [sys.executable, "-m", "tuireader", "--private", str(path)]
    first = _median(rounds, lambda: _opened(ours, path.parent))
    yield f"{name}: first text {_ms(first)}, {first / floor:.2f} of the smallest app's"
    if less := shutil.which("less"):
        yield f"{name}: less {_ms(_median(rounds, lambda: _opened([less, str(path)], path.parent)))}"
    session = _session(ours, path.parent)
    session.first(_FIRST)
    yield f"{name}: whole screen {_ms(session.first('§ '))}"
    yield from _while_actors_are_found(name, session)
    for key, label in ((_PAGE_DOWN, "page down"), ("n", "next mention"), ("]", "next section")):
        yield f"{name}: {label} {_spread([session.settled(key) for _ in range(_PRESSES)])}"
    session.settled("g")
    typed = [session.settled(letter) for letter in "fmacron"]
    yield f"{name}: letter in the filter {_spread(typed[1:])}"
    yield f"{name}: choose an actor {_ms(session.after(chr(13), 'mention 1/'))}"
    session.quiet(0.3)
    yield f"{name}: only matching paragraphs {_ms(session.settled('o'))}"
    session.settled("o")
    session.settled("\x1b")
    session.settled("g")
    session.settled("/")
    session.settled(_LAST[:-1])
    yield f"{name}: search a word at the end {_ms(session.after(_LAST[-1] + chr(13), _LAST + ' '))}"
    session.settled("\x1b")
    session.resize(100, 30)
    yield f"{name}: resize {_ms(session.settled())}"
    yield f"{name}: memory {session.memory / 1e6:.0f} MB"
    back, gone = session.quit()
    yield f"{name}: quit: shell back {_ms(back)}, gone {_ms(gone)}"


def _while_actors_are_found(name: str, session: Session) -> Iterator[str]:
    """Turn pages as long as the status line says that actors are looked for, and as often again when it does not."""
    growing, turns, is_busy = [], cycle([_PAGE_DOWN, _PAGE_DOWN, _PAGE_UP]), True
    while is_busy:
        seconds = session.answered(next(turns))
        is_growing = session.shows(_GROWING)
        growing += [seconds] * is_growing
        is_busy = is_growing or session.shows(_OPENING)
    session.quiet(1)
    if growing:
        idle = [session.answered(next(turns)) for _ in growing]
        ratio = _percentile(growing, 0.95) / _percentile(idle, 0.95)
        yield f"{name}: page turned while actors are found {_spread(growing)}; p95 is {ratio:.2f} of that afterwards"
    session.settled("g")


def _text(size: int) -> str:
    briefing = (ROOT / "samples" / "briefing.md").read_text(encoding="utf-8").replace("#", "").replace("*", "")
    parts, length, number = [f"{_FIRST} of a long text.\n"], 0, 0
    while length < size:
        number += 1
        part = f"CHAPTER {number}\n\n{briefing}"[: max(0, size - length)]
        parts.append(part)
        length += len(part.encode())
    return "\n\n".join([*parts, f"\n\nAt the very end a {_LAST} plays.\n"])


def _session(command: list[str], folder: Path) -> Session:
    return Session(command, {"TUIREADER_CACHE": str(folder / "cache"), "TUIREADER_DATA": str(folder / "data")})


def _opened(command: list[str], folder: Path) -> float:
    session = _session(command, folder)
    first = session.first(_FIRST)
    session.kill()
    return first


def _run_python() -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    return time.perf_counter() - started


def _median(rounds: int, once: Callable[[], float]) -> float:
    return statistics.median(once() for _ in range(rounds))


def _spread(seconds: list[float]) -> str:
    return f"{_ms(_percentile(seconds, 0.5))}, p95 {_ms(_percentile(seconds, 0.95))}"


def _percentile(seconds: list[float], share: float) -> float:
    return sorted(seconds)[int(len(seconds) * share)]


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"
