"""The bytes of every format, and of every help text, as they were promised."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import CheckGolden
from tuireader.cli import actors, mentions, notes, paragraphs, quotes, sections
from tuireader.cli.documents import Documents
from tuireader.cli.forms import Format
from tuireader.cli.main import main
from tuireader.cli.output import Sheet, write
from tuireader.domain.actor import ActorKind
from tuireader.domain.question import parse

SHEETS: dict[str, Callable[[Documents], Sheet]] = {
    "actors": lambda documents: actors.sheet(documents, frozenset(ActorKind)),
    "actors-why": lambda documents: actors.sheet_with_reasons(documents, frozenset(ActorKind)),
    "mentions": lambda documents: mentions.sheet(documents, (), frozenset(ActorKind)),
    "mentions-why": lambda documents: mentions.sheet_with_reasons(documents, (), frozenset(ActorKind)),
    "quotes": lambda documents: quotes.sheet(documents, ()),
    "sections": sections.sheet,
    "notes": notes.sheet,
    "paragraphs": lambda documents: paragraphs.sheet(documents, parse("france | bell")),
}


@pytest.mark.parametrize("form", Format)
@pytest.mark.parametrize("command", SHEETS)
def test_rows_of_one_document(
    command: str, form: Format, one: Documents, check_golden: CheckGolden, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    write(SHEETS[command](one), form, None)
    check_golden(f"{command}.{form}", capsysbinary.readouterr().out)


@pytest.mark.parametrize("form", [Format.TABLE, Format.CSV])
@pytest.mark.parametrize("command", SHEETS)
def test_rows_of_several_documents(
    command: str,
    form: Format,
    several: Documents,
    check_golden: CheckGolden,
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    write(SHEETS[command](several), form, None)
    check_golden(f"{command}-of-several.{form}", capsysbinary.readouterr().out)


@pytest.mark.parametrize("form", [Format.JSON, Format.JSONL, Format.CSV, Format.MARKDOWN])
def test_a_file_gets_the_same_bytes_as_standard_output(
    form: Format, one: Documents, check_golden: CheckGolden, tmp_path: Path
) -> None:
    write(SHEETS["mentions"](one), form, tmp_path / "rows")
    check_golden(f"mentions.{form}", (tmp_path / "rows").read_bytes())


@pytest.mark.parametrize("name", ["one", "several"])
def test_pages_of_notes(
    name: str, check_golden: CheckGolden, request: pytest.FixtureRequest, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    notes.write_pages(request.getfixturevalue(name), None)
    check_golden(f"pages-of-notes-of-{name}.markdown", capsysbinary.readouterr().out)


@pytest.mark.parametrize("command", ["actors", "mentions"])
def test_rows_with_pronouns(
    command: str, check_golden: CheckGolden, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = tmp_path / "harbour.txt"
    path.write_text("Angela Merkel met Emmanuel Macron. She told him that his plan was bold.", encoding="utf-8")
    assert main([command, "--pronouns", "--format", "table", str(path)]) == 0
    check_golden(f"{command}-with-pronouns.table", capsysbinary.readouterr().out)


@pytest.mark.parametrize(
    "command", ["", "actors", "mentions", "notes", "paragraphs", "quotes", "report", "sections", "text"]
)
def test_help(command: str, check_golden: CheckGolden, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    with pytest.raises(SystemExit) as exited:
        main([*command.split(), "--help"])
    assert exited.value.code == 0
    check_golden(f"help-{command or 'tuireader'}.txt", capsysbinary.readouterr().out)
