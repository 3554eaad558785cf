"""The list of what is read."""

import pytest

from tuireader.cli.formats import FIELDS, sheet
from tuireader.cli.main import main
from tuireader.loaders.formats import ADDRESSES, FORMATS, PACKINGS, Format, Need

ABSENT = Need(module="no_such_module.at_all", extra="all")


def test_every_format_is_listed_with_its_suffixes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["formats", "--format", "csv"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == ",".join(FIELDS)
    assert [line.partition(",")[0] for line in lines[1:]] == [each.name for each in (*FORMATS, *PACKINGS, *ADDRESSES)]


def test_what_is_missing_is_named_with_the_command_that_brings_it() -> None:
    (row,) = sheet([Format("Odd", (".odd",), "", need=ABSENT)]).rows
    assert row == ("Odd", ".odd", "no_such_module.at_all", "no", "pip install 'tuireader[all]'")


def test_what_is_there_needs_no_command() -> None:
    (row,) = sheet([Format("Odd", (".odd",), "", need=Need(module="json"))]).rows
    assert row[3:] == ("yes", None)


def test_a_program_comes_from_the_systems_own_installer() -> None:
    assert "pandoc" in Need(program="pandoc").installer.lower()
