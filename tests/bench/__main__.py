"""Measures and prints: `python -m tests.bench actors [TEXT...] [--spacy PYTHON]`."""

import argparse
import sys
from pathlib import Path

from tests.bench import actors


def main(arguments: list[str]) -> int:
    """Run the benchmark that is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measures how fast tuireader is.")
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("actors", help="how fast actors are found, and how much memory that takes")
    command.add_argument(
        "texts", nargs="*", type=Path, metavar="TEXT", help="a text, or a folder of them, to measure with as well"
    )
    command.add_argument("--spacy", type=Path, metavar="PYTHON", help="a Python that has spaCy, to compare with")
    options = parser.parse_args(arguments)
    sys.stdout.writelines(f"{line}\n" for line in actors.measure(options.texts, options.spacy))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
