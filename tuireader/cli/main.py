"""The street door: from the words of a command line to an exit code."""

import os
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module

from tuireader.domain.cleaning import clean_line
from tuireader.errors import ReaderError, UsageError

_INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Command:
    """A word that `tuireader` understands."""

    name: str
    summary: str

    @property
    def module(self) -> str:
        """The module that has `add_arguments` and `run`; it is imported when the command is used."""
        return f"tuireader.cli.{self.name}"


READ = Command("read", "open the reader; the same as PATH alone")
COMMANDS = (
    READ,
    Command("actors", "who acts in documents, the most important first"),
    Command("mentions", "every place where documents name an actor"),
    Command("quotes", "what is said in documents, and who says it"),
    Command("paragraphs", "the paragraphs that a question asks for: 'starmer & macron'"),
    Command("corrections", "what was corrected of a document's actors; import and export"),
    Command("sections", "the outline of documents"),
    Command("notes", "what you have marked in documents"),
    Command("report", "a document with its actors as a page for a browser"),
    Command("text", "the plain text that all offsets count in"),
    Command("formats", "what is read, and what some of it needs"),
    Command("config", "the settings, as a file that can be changed"),
    Command("help", "the keys, the language of questions, or a command"),
    Command("completion", "what makes a shell complete all this"),
)
_BY_NAME = {command.name: command for command in COMMANDS}

_USAGE = "%(prog)s [PATH] [--pronouns] [--private]\n       %(prog)s --recent\n       %(prog)s COMMAND PATH... [options]"
_EPILOGUE = """\
commands:
{commands}

PATH is a file of any of these formats, a web address, or - for standard input.
Without PATH, the reader opens a document that comes with it. A file that is
called like a command opens as ./actors, say. `%(prog)s COMMAND --help` tells more.

Exit codes: 0 done, 1 a document or the output failed, 2 wrong use."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line.

    Args:
        argv: The words behind `tuireader`; by default those this process was started with.

    Returns:
        The exit code: 0 done, 1 some documents failed, 2 wrong use, 130 interrupted.
    """
    try:
        return _run(sys.argv[1:] if argv is None else argv)
    except ReaderError as error:
        sys.stderr.write(f"tuireader: {clean_line(str(error))}\n")
        return 2 if isinstance(error, UsageError) else 1
    except BrokenPipeError:
        _drop_output()
        return 0
    except KeyboardInterrupt:
        return _INTERRUPTED


def _run(words: Sequence[str]) -> int:
    first = words[0] if words else ""
    if first in ("-h", "--help", "--version"):
        return _tell(words)
    if first in _BY_NAME:
        return _obey(_BY_NAME[first], f"tuireader {first}", words[1:])
    return _obey(READ, "tuireader", words)


def _tell(words: Sequence[str]) -> int:
    parser = _parser("tuireader", "A reader for the terminal that reads a document by its actors.")
    width = 2 + max(len(command.name) for command in COMMANDS)
    listed = "\n".join(f"  {command.name:<{width}}{command.summary}" for command in COMMANDS)
    parser.usage, parser.epilog = _USAGE, _EPILOGUE.replace("{commands}", listed)
    add_options(parser)
    parser.parse_known_args(words)
    from importlib.metadata import version  # noqa: PLC0415 - slow, and only wanted here

    sys.stdout.write(f"tuireader {version('tuireader')}\n")
    return 0


def add_options(parser: ArgumentParser) -> None:
    """Let a parser know what may stand where a command could."""
    parser.add_argument("--recent", action="store_true", help="pick one of the documents that were opened before")
    parser.add_argument(
        "--pronouns", action="store_true", help="also mark he, she, his … where it is clear who is meant"
    )
    parser.add_argument("--private", action="store_true", help="look nothing up in the cache, and keep nothing")
    parser.add_argument("--version", action="store_true", help="show the version and exit")


def _obey(command: Command, program: str, words: Sequence[str]) -> int:
    module = import_module(command.module)
    parser = _parser(program, f"{command.summary[0].upper()}{command.summary[1:]}.")
    module.add_arguments(parser)
    args, unknown = parser.parse_known_args(words)
    if unknown and command is READ and not any(word.startswith("-") for word in unknown):
        raise UsageError(_too_many(args.path, unknown))
    if unknown:
        raise UsageError(f"cannot understand '{' '.join(unknown)}': see {program} --help")
    code: int = module.run(args)
    return code


def _too_many(first: str, others: Sequence[str]) -> str:
    """What to do instead of opening several documents in one reader."""
    from difflib import get_close_matches  # noqa: PLC0415 - slow, and only wanted here

    meant = get_close_matches(first, _BY_NAME, 1, 0.8)
    if meant:
        return f"there is no command '{first}': did you mean `tuireader {meant[0]} {' '.join(others)}`?"
    return (
        f"cannot open '{first}' and '{others[0]}' together: the reader opens one document at a time, while"
        f" `tuireader actors {first} {others[0]}` and the other commands take several (quote a name with spaces)"
    )


def _parser(program: str, description: str) -> ArgumentParser:
    return ArgumentParser(
        prog=program, description=description, formatter_class=RawDescriptionHelpFormatter, allow_abbrev=False
    )


def _drop_output() -> None:
    """Let the last flush of the interpreter go nowhere, when whoever read the output has stopped."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
