"""The options that commands share."""

import os
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path

from tuireader.cli.forms import Format
from tuireader.configuration import configured
from tuireader.domain.actor import ActorKind
from tuireader.errors import UsageError
from tuireader.settings import Settings


def add_paths(parser: ArgumentParser) -> None:
    """Let a command take one or more documents."""
    parser.usage = "%(prog)s [options] PATH..."
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, a web address, or - for standard input")
    add_password(parser)
    add_private(parser)


def add_path(parser: ArgumentParser) -> None:
    """Let a command take one document."""
    parser.usage = "%(prog)s [options] PATH"
    parser.add_argument("paths", nargs=1, metavar="PATH", help="a file, a web address, or - for standard input")
    add_password(parser)
    add_private(parser)


def add_password(parser: ArgumentParser) -> None:
    """Let a command open documents that are locked."""
    parser.add_argument("--password", metavar="WORD", default="", help="what opens a document that is locked")


def add_format(parser: ArgumentParser) -> None:
    """Let a command choose the form of its rows."""
    choices = [str(choice) for choice in Format]
    parser.add_argument(
        "--format",
        default=str(Format.TABLE),
        choices=choices,
        help="a table of the main fields, cut to the terminal (the default), or whole in Markdown; or all fields as"
        " JSON, JSON lines or CSV, where ' stands before what a spreadsheet would run as a formula",
    )


def add_output(parser: ArgumentParser) -> None:
    """Let a command write into a file."""
    parser.add_argument("--output", metavar="FILE", type=Path, help="write to FILE, not to standard output")


def add_kinds(parser: ArgumentParser) -> None:
    """Let a command keep to some kinds of actors."""
    choices = [str(kind) for kind in ActorKind]
    parser.add_argument(
        "--kind", action="append", choices=choices, help="only actors of this kind; may be given several times"
    )


def add_pronouns(parser: ArgumentParser) -> None:
    """Let a command count the pronouns that mean somebody."""
    parser.add_argument(
        "--pronouns",
        action="store_true",
        help="also he, she, him, her, his, hers, himself and herself, where it is clear who is meant",
    )


def add_why(parser: ArgumentParser) -> None:
    """Let a command say why its rows are there."""
    parser.add_argument("--why", action="store_true", help="also say why each row is there, and how sure that is")


def add_private(parser: ArgumentParser) -> None:
    """Let a command leave no trace."""
    parser.add_argument("--private", action="store_true", help="look nothing up in the cache, and keep nothing")


def settings(args: Namespace) -> Settings:
    """The settings of the environment, of the file of settings and of a command line.

    Raises:
        ConfigurationError: The file cannot be understood.
    """
    chosen = configured(Settings.from_environment(os.environ))
    return replace(
        chosen,
        has_pronouns=chosen.has_pronouns or ("pronouns" in args and args.pronouns),
        password=args.password,
        is_private=chosen.is_private or args.private,
    )


def kinds(args: Namespace) -> frozenset[ActorKind]:
    """The kinds of actors that were asked for; all when none was named."""
    return frozenset(map(ActorKind, args.kind or ActorKind))


def output(args: Namespace) -> Path | None:
    """The file to write into, or none for standard output.

    Raises:
        UsageError: It is one of the documents.
    """
    chosen: Path | None = args.output
    if chosen is not None and any(_is_same(chosen, Path(path)) for path in args.paths):
        raise UsageError(f"cannot write to '{chosen}': it is one of the documents")
    return chosen


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
