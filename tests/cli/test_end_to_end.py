"""The whole program in a process of its own, on the bundled document."""

import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest


@pytest.fixture
def run_program(tmp_path: Path) -> "Program":
    return Program(tmp_path)


class Program:
    """`python -m tuireader`, started in an empty folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self, *words: str | Path, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "tuireader", *map(str, words)]
        return subprocess.run(command, cwd=self._folder, input=given, capture_output=True, check=False, timeout=60)


def test_actors_are_objects_with_the_promised_fields(run_program: Program, briefing_path: Path) -> None:
    done = run_program("actors", briefing_path, "--format", "json")
    actors = json.loads(done.stdout)
    fields = ["id", "name", "kind", "code", "mentions", "first", "aliases", "roles"]
    assert {tuple(actor) for actor in actors} == {tuple(fields)}
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_actors_of_the_briefing_are_found(run_program: Program, briefing_path: Path) -> None:
    found = {
        actor["name"]: actor for actor in json.loads(run_program("actors", briefing_path, "--format", "json").stdout)
    }
    assert found["Keir Starmer"]["kind"] == "person"
    assert found["Ukraine"]["code"] == "UA"


def test_every_mention_can_be_checked_against_the_text(run_program: Program, briefing_path: Path) -> None:
    text = run_program("text", briefing_path).stdout.decode()
    lines = run_program("mentions", briefing_path, "--format", "jsonl").stdout.decode().splitlines()
    rows = [json.loads(line) for line in lines]
    fields = ["document", "actor", "kind", "form", "text", "start", "end", "section", "paragraph", "context", "page"]
    assert {tuple(row) for row in rows} == {tuple(fields)}
    assert [row["text"] for row in rows] == [text[row["start"] : row["end"]] for row in rows]


def test_an_actor_goes_by_any_alias(run_program: Program, briefing_path: Path) -> None:
    by_surname = run_program("mentions", briefing_path, "--actor", "STARMER", "--format", "csv").stdout
    by_name = run_program("mentions", briefing_path, "--actor", "keir starmer", "--format", "csv").stdout
    assert by_surname == by_name
    assert by_name.count(b"\n") > 2


def test_sections_follow_each_other_without_a_gap(run_program: Program, briefing_path: Path) -> None:
    sections = json.loads(run_program("sections", briefing_path, "--format", "json").stdout)
    assert len(sections) > 1
    assert all(before["end"] == after["start"] for before, after in pairwise(sections))


def test_standard_input_is_a_document(run_program: Program) -> None:
    done = run_program("text", "-", given="Zoë met Idris.".encode())
    assert done.stdout == "Zoë met Idris.\n".encode()


def test_rows_are_utf8_whatever_the_locale(tmp_path: Path, briefing_path: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "tuireader", "text", str(briefing_path)]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=True)
    assert done.stdout.decode()


def test_a_reader_that_stops_early_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("Zoë met Idris. " * 100_000, encoding="utf-8")
    command = [sys.executable, "-m", "tuireader", "text", "long.txt"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.parametrize("name", ["missing.txt", "folder", "empty.txt", "picture.png"])
def test_a_bad_file_is_one_line_without_a_traceback(name: str, run_program: Program, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.txt").touch()
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    done = run_program("actors", name)
    assert (done.returncode, done.stdout) == (1, b"")
    assert name in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1


def test_a_file_called_like_a_command_opens_with_its_folder(run_program: Program, tmp_path: Path) -> None:
    (tmp_path / "actors").write_text("Zoë met Idris.", encoding="utf-8")
    assert run_program("text", "./actors").returncode == 0
