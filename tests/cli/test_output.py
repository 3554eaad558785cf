"""What comes from outside is written so that it can be read back, and never harms a terminal."""

import csv
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.cli.forms import Format
from tuireader.cli.output import Cell, Sheet, destination, write
from tuireader.domain.cleaning import clean
from tuireader.errors import ReaderError

HOSTILE = 'a\x1b]0;title\x07 \x9b31m "b", c\r\n\u202eevil \udcff'


def _written(row: tuple[Cell, ...], form: Format, path: Path) -> str:
    fields = tuple("abcdef"[: len(row)])
    write(Sheet(fields, [row], fields), form, path)
    return path.read_bytes().decode()


@pytest.mark.parametrize("form", Format)
def test_no_control_character_is_written(form: Format, tmp_path: Path) -> None:
    written = _written((HOSTILE, ("x\x1b[0m", HOSTILE)), form, tmp_path / "rows")
    assert clean(written) == written


@pytest.mark.parametrize("form", [Format.JSON, Format.JSONL])
def test_json_reads_back_as_it_was(form: Format, tmp_path: Path) -> None:
    written = json.loads(_written((HOSTILE, 7, None, ("x", "y")), form, tmp_path / "rows"))
    row = written[0] if form is Format.JSON else written
    assert row == {"a": HOSTILE, "b": 7, "c": None, "d": ["x", "y"]}


@given(st.lists(st.text().map(clean), min_size=2, max_size=6))
def test_csv_reads_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, cells: list[str]) -> None:
    path = tmp_path_factory.mktemp("csv") / "rows"
    _written(tuple(cells), Format.CSV, path)
    with path.open(encoding="utf-8", newline="") as file:
        assert [each.removeprefix("'") for each in list(csv.reader(file))[1]] == [
            each.removeprefix("'") for each in cells
        ]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20"])
def test_no_cell_of_csv_is_a_formula(sign: str, tmp_path: Path) -> None:
    harmful = f"{sign}HYPERLINK(1)"
    _written((harmful, (harmful, "x"), -7, -0.5, f"a {harmful}"), Format.CSV, tmp_path / "rows")
    with (tmp_path / "rows").open(encoding="utf-8", newline="") as file:
        text, several, *others = list(csv.reader(file))[1]
    assert (text, several) == (f"'{clean(harmful)}", f"'{clean(harmful)}; x")
    assert others == ["-7", "-0.5", f"a {clean(harmful)}"]


def test_json_needs_no_sign_before_a_formula(tmp_path: Path) -> None:
    assert json.loads(_written(("=1",), Format.JSON, tmp_path / "rows")) == [{"a": "=1"}]


def test_csv_joins_lists_and_leaves_nothing_empty(tmp_path: Path) -> None:
    assert _written((("x", "y"), None, 7), Format.CSV, tmp_path / "rows") == "a,b,c\nx; y,,7\n"


@pytest.mark.parametrize(("form", "expected"), [("table", ""), ("json", "[]\n"), ("jsonl", ""), ("csv", "a\n")])
def test_no_rows_are_still_a_valid_file(form: str, expected: str, tmp_path: Path) -> None:
    path = tmp_path / "rows"
    write(Sheet(("a",), [], ("a",)), Format(form), path)
    assert path.read_text(encoding="utf-8") == expected


def test_a_table_shows_the_main_fields(tmp_path: Path) -> None:
    path = tmp_path / "rows"
    write(Sheet(("id", "name"), [("x:bell", "Bell")], ("name",)), Format.TABLE, path)
    assert path.read_text(encoding="utf-8") == "name\n────\nBell\n"


def test_rows_are_written_while_later_ones_are_made(capsys: pytest.CaptureFixture[str]) -> None:
    printed: list[str] = []

    def rows() -> list[tuple[str]]:
        printed.append(capsys.readouterr().out)
        return [("late",)]

    write(Sheet(("a",), (row for part in ([("early",)], None) for row in part or rows()), ("a",)), Format.JSONL, None)
    assert printed == ['{"a": "early"}\n']


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match=r"cannot write to '.*rows': No such file"):
        _written(("x",), Format.CSV, tmp_path / "missing" / "rows")


def test_a_file_that_cannot_be_read_is_not_blamed_on_the_output(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), destination(tmp_path / "rows"):
        (tmp_path / "missing").read_bytes()
