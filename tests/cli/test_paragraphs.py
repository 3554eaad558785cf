"""A question on the command line prints the paragraphs that it asks for."""

from pathlib import Path

import pytest

from tests.cli.harbour import MISSING, TEXT, HarbourShelf
from tuireader.cli.documents import Documents
from tuireader.cli.main import main
from tuireader.cli.paragraphs import sheet
from tuireader.domain.question import parse
from tuireader.errors import UsageError


def test_offsets_point_at_the_paragraph(one: Documents) -> None:
    (row,) = sheet(one, parse("marsh & bell")).named()
    start, end = row["start"], row["end"]
    assert isinstance(start, int)
    assert isinstance(end, int)
    assert " ".join(TEXT[start:end].split()) == row["text"]


def test_the_actors_of_a_row_are_those_of_the_question_in_its_paragraph(one: Documents) -> None:
    rows = sheet(one, parse("france | marsh")).named()
    assert [row["actors"] for row in rows] == [("France", "Zoë Marsh"), ("France",), ("France",)]


def test_a_document_that_knows_nobody_of_the_question_is_passed_over() -> None:
    documents = Documents([MISSING, "harbour.txt"], HarbourShelf())
    assert len(list(sheet(documents, parse("bell")).named())) == 2


def test_each_of_several_documents_may_know_another_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("Angela Merkel", "Emmanuel Macron"):
        (tmp_path / f"{name}.txt").write_text(f"{name} left for Paris on Monday. {name} was late.", encoding="utf-8")
    paths = sorted(map(str, tmp_path.glob("*.txt")))
    assert main(["paragraphs", *paths, "merkel | macron", "--format", "jsonl"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2
    assert main(["paragraphs", *paths, "merkel | macorn", "--format", "jsonl"]) == 0
    printed = capsys.readouterr()
    assert len(printed.out.splitlines()) == 1
    assert printed.err == "tuireader: nobody is called 'macorn'\n"
    assert main(["paragraphs", *paths, "zora | macorn", "--format", "jsonl"]) == 2


def test_a_name_that_no_document_knows_is_an_error(several: Documents) -> None:
    with pytest.raises(UsageError, match=r"^cannot answer the question: nobody is called 'zora'$"):
        list(sheet(several, parse("bell & zora")).named())


@pytest.mark.parametrize(
    ("question", "message"),
    [
        ("bell & (marsh", "cannot understand the question 'bell & (marsh' at '(': a bracket is not closed"),
        ("bell &", "cannot understand the question 'bell &' at its end: a name is wanted here"),
    ],
)
def test_what_is_no_question_is_refused_in_one_line(
    question: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["paragraphs", "harbour.txt", question]) == 2
    assert capsys.readouterr() == ("", f"tuireader: {message}\n")
