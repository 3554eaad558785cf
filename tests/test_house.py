"""Rules about the code as a whole: who may import whom, what loads late, how long a file is, what the README says."""

import ast
import doctest
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import REPOSITORY
from tuireader.cli.main import COMMANDS
from tuireader.tui.keys import KEYS

MODULES = sorted((REPOSITORY / "tuireader").rglob("*.py"))
README = REPOSITORY / "README.md"

HEAVY = {
    "backports",
    "charset_normalizer",
    "httpx",
    "markdown_it",
    "mdit_py_plugins",
    "numpy",
    "pypdf",
    "pypdfium2",
    "rapidfuzz",
    "rich",
    "scipy",
    "spacy",
    "textual",
    "tqdm",
}

LONGEST_FILE = 300
LONGEST_FUNCTION = 40

SHOW_HELP = """
from tuireader.cli.main import main
try:
    main({words})
except SystemExit:
    pass
"""


class Example(NamedTuple):
    """A command of the README and what it prints there."""

    command: str
    output: str


def _blocks(languages: str) -> list[str]:
    """What stands in the README's fences of some languages."""
    return re.findall(rf"^```(?:{languages})\n(.*?)^```$", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def _examples() -> Iterator[Example]:
    """The commands behind `$` in the README's shell blocks that have their output below them."""
    for block in _blocks("console|sh"):
        for example in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = example.partition("\n")
            if output.strip():
                yield Example(command, output)


def _modules_after(code: str) -> set[str]:
    command = [sys.executable, "-c", f"import sys\n{code}\nprint(*sys.modules, sep='\\n')"]
    done = subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8")
    return set(done.stdout.splitlines())


def _environment() -> dict[str, str]:
    """With this Python's commands first on the path, and a terminal of 80 columns."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    return {**os.environ, "PATH": path, "COLUMNS": "80"}


def test_no_room_looks_up_or_sideways() -> None:
    check = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    done = subprocess.run([sys.executable, "-c", check], cwd=REPOSITORY, capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stdout


def test_the_package_alone_loads_none_of_its_rooms() -> None:
    assert {name for name in _modules_after("import tuireader") if name.startswith("tuireader")} == {"tuireader"}


def test_pronouns_are_loaded_only_for_those_who_want_them() -> None:
    code = "import tuireader; tuireader.find_actors('Ada met Bo. She smiled.'{})"
    assert "tuireader.recognise.pronouns" not in _modules_after(code.format(""))
    assert "tuireader.recognise.pronouns" in _modules_after(code.format(", pronouns=True"))


def test_the_door_loads_nothing_heavy() -> None:
    assert not HEAVY & _modules_after("import tuireader.cli.main")


@pytest.mark.parametrize("words", [[], *([command.name] for command in COMMANDS)], ids=" ".join)
def test_help_loads_nothing_heavy(words: list[str]) -> None:
    assert not HEAVY & _modules_after(SHOW_HELP.format(words=[*words, "--help"]))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_a_module_is_short_and_says_what_it_is(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    module = ast.parse(source)
    lengths = {
        node.name: (node.end_lineno or 0) - node.lineno + 1
        for node in ast.walk(module)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert ast.get_docstring(module)
    assert source.count("\n") <= LONGEST_FILE
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FUNCTION} == {}


@pytest.mark.parametrize("example", tuple(_examples()), ids=lambda example: example.command)
def test_a_command_prints_what_the_readme_says(example: Example) -> None:
    done = subprocess.run(
        example.command,
        shell=True,
        cwd=REPOSITORY,
        env=_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        text=True,
        encoding="utf-8",
    )
    assert _lines(done.stdout) == _lines(example.output)


def test_the_readme_shows_at_least_three_commands() -> None:
    assert len([example for example in _examples() if example.command.startswith("tuireader ")]) >= 3


def test_python_prints_what_the_readme_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(REPOSITORY)
    session = doctest.DocTestParser().get_doctest("\n".join(_blocks("python|pycon")), {}, "README", None, None)
    assert doctest.DocTestRunner().run(session).failed == 0


def test_the_readme_lists_every_key() -> None:
    _, _, below = README.read_text(encoding="utf-8").partition("\n## Keys\n")
    rows = re.findall(r"^\| (`.+`) \| (.+?) \|$", below.partition("\n## ")[0], re.MULTILINE)
    assert [(keys.replace("`", ""), description.strip()) for keys, description in rows] == [
        (key.shown, key.description) for key in KEYS
    ]


def test_the_readme_lists_every_variable_of_the_environment() -> None:
    settings = (REPOSITORY / "tuireader" / "settings.py").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)=", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(rows) == sorted(re.findall(r'get\("(\w+)"', settings))


@pytest.mark.parametrize("option", ["--private", "--recent", "--pronouns", "--why"])
def test_the_readme_names_the_options_that_change_what_is_done(option: str) -> None:
    assert f"{option}" in README.read_text(encoding="utf-8")


def test_neither_the_reader_nor_a_command_loads_a_database_that_is_not_there() -> None:
    code = "import tuireader.tui.app, tuireader.engine.desk, tuireader.engine.indexer, tuireader.cli.main as cli"
    run = "; cli.main(['sections', '--private', 'README.md'])"
    assert "sqlite3" not in _modules_after(code + run)


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip("\n").splitlines()]


def test_no_pattern_needs_a_newer_python() -> None:
    """Before 3.11.5, possessive and atomic groups with more than one way to match lose matches (gh-106052)."""
    risky = re.compile(r"\)[*+?]\+(?!\+)|\(\?>")
    found = [
        f"{path.name}: {line.strip()}"
        for path in (REPOSITORY / "tuireader").rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if risky.search(line)
    ]
    assert not found
