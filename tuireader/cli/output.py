"""One writer for all rows: as a table, Markdown, JSON, JSON lines or CSV. Field names and their order are a promise."""

import csv
import json
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, replace
from io import TextIOWrapper
from itertools import chain
from pathlib import Path
from typing import TextIO

from tuireader.cli.forms import Format
from tuireader.cli.table import lay_out
from tuireader.domain.cleaning import as_cell, clean, clean_line
from tuireader.errors import ReaderError
from tuireader.typeset.markdown import plain

Cell = str | int | float | None | tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """Rows of named fields, made while they are read."""

    fields: tuple[str, ...]
    rows: Iterable[tuple[Cell, ...]]
    main: tuple[str, ...]
    """The fields that a table shows."""

    def only(self, fields: tuple[str, ...]) -> "Sheet":
        """The same rows with some of their fields."""
        places = [self.fields.index(field) for field in fields]
        return Sheet(fields, (tuple(row[at] for at in places) for row in self.rows), fields)

    def for_documents(self, count: int) -> "Sheet":
        """The same rows; without the first field, the document, where there is only one."""
        if count > 1:
            return self
        return replace(self.only(self.fields[1:]), main=self.main[1:])

    def named(self) -> Iterator[Mapping[str, Cell]]:
        """The rows, each with its field names."""
        return (dict(zip(self.fields, row, strict=True)) for row in self.rows)


def write(sheet: Sheet, form: Format, path: Path | None) -> None:
    """Write rows.

    Args:
        sheet: The rows.
        form: The form to write them in.
        path: A file, or none for standard output.

    Raises:
        ReaderError: The file cannot be written.
    """
    with destination(path) as stream:
        if form is Format.TABLE:
            _write_table(sheet, stream, 0 if path else shutil.get_terminal_size((0, 0)).columns)
        elif form is Format.CSV:
            _write_csv(sheet, stream)
        elif form is Format.MARKDOWN:
            stream.writelines(_lines_of_markdown(sheet))
        else:
            lines = _lines_of_json(sheet) if form is Format.JSONL else _json(sheet)
            stream.writelines(map(_visible, lines))


@contextmanager
def destination(path: Path | None) -> Iterator[TextIO]:
    r"""The stream that data goes to: UTF-8 with `\n` line ends, whatever the machine.

    Raises:
        ReaderError: The file cannot be written.
    """
    try:
        with _opened(path) as stream:
            yield stream
            stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        if error.filename and Path(error.filename) != path:
            raise
        raise ReaderError(f"cannot write to '{path or 'standard output'}': {error.strerror}") from error


def _opened(path: Path | None) -> AbstractContextManager[TextIO]:
    if path is None:
        return nullcontext(_standard_output())
    return path.open("w", encoding="utf-8", newline="\n")


def _standard_output() -> TextIO:
    if isinstance(sys.stdout, TextIOWrapper):
        if sys.stdout.isatty():
            sys.stdout.reconfigure(errors="replace")
        else:
            sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    return sys.stdout


def _write_table(sheet: Sheet, stream: TextIO, width: int) -> None:
    shown = sheet.only(sheet.main)
    rows = [
        [cell if isinstance(cell, int | float) else clean_line(_joined(cell)) for cell in row] for row in shown.rows
    ]
    if rows:
        stream.writelines(f"{line}\n" for line in lay_out(shown.fields, rows, width))


def _write_csv(sheet: Sheet, stream: TextIO) -> None:
    rows = iter([_in_csv(each) for each in row] for row in sheet.rows)
    first = next(rows, None)
    csv.writer(stream, lineterminator="\n").writerows(chain([sheet.fields], [first] if first else [], rows))


def _lines_of_markdown(sheet: Sheet) -> Iterator[str]:
    """A table of the main fields, numbers to the right."""
    shown = sheet.only(sheet.main)
    rows = iter(shown.rows)
    first = next(rows, None)
    if first is None:
        return
    yield f"| {' | '.join(shown.fields)} |\n"
    yield f"| {' | '.join('--:' if isinstance(cell, int | float) else '---' for cell in first)} |\n"
    for row in chain([first], rows):
        yield f"| {' | '.join(_in_markdown(cell) for cell in row)} |\n"


def _in_markdown(cell: Cell) -> str:
    return f"{cell:.2f}" if isinstance(cell, float) else plain(_joined(cell))


def _in_csv(each: Cell) -> str:
    return str(each) if isinstance(each, int | float) else as_cell(clean(_joined(each)))


def _joined(cell: Cell) -> str:
    if cell is None:
        return ""
    return "; ".join(cell) if isinstance(cell, tuple) else str(cell)


def _json(sheet: Sheet) -> Iterator[str]:
    yield json.dumps(list(sheet.named()), ensure_ascii=False, indent=2) + "\n"


def _lines_of_json(sheet: Sheet) -> Iterator[str]:
    return (json.dumps(row, ensure_ascii=False) + "\n" for row in sheet.named())


def _visible(encoded: str) -> str:
    r"""JSON with every harmful character as `\uXXXX`, which reads back as the same string."""
    if clean(encoded) == encoded:
        return encoded
    return "".join(c if clean(c) == c else f"\\u{ord(c):04x}" for c in encoded)
