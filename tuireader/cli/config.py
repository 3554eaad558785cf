"""`tuireader config`: the settings as a file that can be changed."""

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path

from tuireader.cli.output import destination
from tuireader.configuration import FIELDS, configured, field_of, usual_path, values_of
from tuireader.errors import UsageError
from tuireader.look import LIMITS
from tuireader.settings import Settings

_EPILOGUE = """\
What the file sets holds whenever the program starts; what it leaves out is as you
left it, or as usual. Lines that begin with # set nothing. The keys of the reader can
be moved: the last part lists them by the names that `tuireader help keys` explains.
TUIREADER_CONFIG=FILE names another file."""

_HEAD = """\
# Settings of tuireader. What is set here holds whenever it starts; what is not is as you left it, or as usual.
# Take the # away from a line to set it.
"""


def add_arguments(parser: ArgumentParser) -> None:
    """Say what this command takes."""
    parser.epilog = _EPILOGUE
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--path", action="store_true", help="print only where the file is, or would be")
    what.add_argument("--init", action="store_true", help="make the file, with all settings as comments")


def run(args: Namespace) -> int:
    """Print the settings, or write the file."""
    plain = Settings.from_environment(os.environ)
    path = plain.configuration or usual_path()
    if not args.path and not args.init:
        return _print(_file(configured(plain), values_of(plain)))
    if args.init:
        _make(path, plain)
    return _print([f"{path}\n"])


def _print(lines: Iterable[str]) -> int:
    words = "".join(lines)
    with destination(None) as output:
        output.write(words)
    return 0


def _make(path: Path, settings: Settings) -> None:
    if path.exists():
        raise UsageError(f"cannot make '{path}': it is there already")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(_file(settings, {})), encoding="utf-8")
    except OSError as error:
        raise UsageError(f"cannot make '{path}': {(error.strerror or 'no folder for it').lower()}") from error


def _file(settings: Settings, values: Mapping[str, str | int]) -> Iterator[str]:
    """The lines of a file that sets some values, and has all others as comments."""
    from tuireader.engine.looks import look_of  # noqa: PLC0415
    from tuireader.store.folders import folders_of, open_notebook  # noqa: PLC0415
    from tuireader.tui.keys import KEYS  # noqa: PLC0415
    from tuireader.tui.remapping import remapped  # noqa: PLC0415

    present: dict[str, object] = {
        **asdict(look_of(settings, open_notebook(settings))),
        "pronouns": settings.has_pronouns,
        "private": settings.is_private,
        **dict(zip(("cache", "data"), map(str, folders_of(settings)), strict=True)),
    }
    yield _HEAD
    table = ""
    for name, what in FIELDS.items():
        if (above := name.rpartition(".")[0]) != table:
            table = above
            yield f"\n[{table}]"
        field = field_of(name)
        limits = " ({} to {})".format(*LIMITS[field]) if field in LIMITS else ""
        yield f"\n# {what}{limits}\n{_line(field, present[field], is_set=name in values)}"
    yield "\n[keys]"
    for first, key in zip(KEYS, remapped(settings.keys), strict=True):
        yield f"\n# {first.description}\n{_line(first.id, key.keys.split(','), is_set=f'keys.{first.id}' in values)}"


def _line(name: str, value: object, *, is_set: bool) -> str:
    return f"{'' if is_set else '#'}{name} = {_toml(value)}\n"


def _toml(value: object) -> str:
    """A value as TOML has it."""
    if isinstance(value, list):
        return _toml(value[0]) if len(value) == 1 else f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, bool | int):
        return str(value).lower()
    escaped = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
