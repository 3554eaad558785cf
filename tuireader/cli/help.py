"""`tuireader help`: the keys, the language of questions, and what every command takes."""

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from tuireader.cli.output import destination
from tuireader.configuration import configured
from tuireader.errors import UsageError
from tuireader.settings import Settings

if TYPE_CHECKING:
    from tuireader.tui.keys import Key

_QUESTIONS = """\
A question asks for the paragraphs in which all of it holds. It is typed in the filter pane (f), or given to
`tuireader paragraphs PATH 'QUESTION'`.

  starmer             somebody, under whatever name the text uses
  "boots on"          these words
  kind:organisation   any actor of a kind: person, country, organisation
  role:minister       anybody who is said to be that
  country:pl          a country, and whoever is from there
  said:starmer        where somebody is quoted
  in:3  in:"talks"    in a section, by its number or by words of its title

  a & b    a AND b    both
  a | b    a OR b     one of them, or both
  -a       NOT a      not that one
  ( … )               what belongs together
"""
_NAME_CELLS = 20
_KEY_CELLS = 18


def add_arguments(parser: ArgumentParser) -> None:
    """Say what this command takes."""
    parser.usage = "%(prog)s [keys | questions | COMMAND]"
    parser.add_argument("topic", nargs="?", default="", metavar="TOPIC", help="keys, questions, or a command")


def run(args: Namespace) -> int:
    """Print what is told of a topic."""
    from tuireader.cli.main import COMMANDS, main  # noqa: PLC0415 - the door imports this room when it is wanted

    topic = args.topic.lower()
    if topic in TOPICS:
        with destination(None) as output:
            output.write(TOPICS[topic]())
    elif topic in {"", *(command.name for command in COMMANDS)}:
        return main([*filter(None, [topic]), "--help"])
    else:
        raise UsageError(f"there is no help on '{args.topic}': there is on keys, on questions, and on every command")
    return 0


def _keys() -> str:
    """The keys as the settings have them, with the names under which these can move them."""
    from tuireader.tui.keys import grouped  # noqa: PLC0415
    from tuireader.tui.remapping import remapped  # noqa: PLC0415

    keys = remapped(configured(Settings.from_environment(os.environ)).keys)
    return "\n".join(line for group, some in grouped(keys) for line in _lines(str(group), some))


def _lines(title: str, keys: Sequence["Key"]) -> Iterator[str]:
    yield title
    for key in keys:
        yield f"  {key.shown:<{_KEY_CELLS}}{key.id:<{_NAME_CELLS}}{key.description}"
    yield ""


TOPICS: Mapping[str, Callable[[], str]] = {"keys": _keys, "questions": lambda: _QUESTIONS}
