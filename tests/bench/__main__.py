"""Measures and prints: `python -m tests.bench actors` how these are found, `python -m tests.bench screen` the rest."""

import argparse
import sys
from pathlib import Path

from tests.bench import actors, screen


def main(arguments: list[str]) -> int:
    """Run the benchmark that is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measures how fast tuireader is.")
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("actors", help="how fast actors are found, and how much memory that takes")
    command.add_argument(
        "texts", nargs="*", type=Path, metavar="TEXT", help="a text, or a folder of them, to measure with as well"
    )
    command.add_argument("--spacy", type=Path, metavar="PYTHON", help="a Python that has spaCy, to compare with")
    command = commands.add_parser("screen", help="how soon the reader answers, with texts from 5 KB to 100 MB")
    command.add_argument("texts", nargs="*", type=Path, metavar="TEXT", help="a text whose opening is measured as well")
    command.add_argument("--rounds", type=int, default=5, help="how often all is measured; medians are told")
    command.add_argument("--largest", type=int, default=100, metavar="MB", help="the largest text to measure with")
    options = parser.parse_args(arguments)
    if options.command == "actors":
        lines = actors.measure(options.texts, options.spacy)
    else:
        lines = screen.measure(options.rounds, options.largest * 1_000_000, options.texts)
    for line in lines:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
