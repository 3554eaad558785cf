"""The file of settings, the help and the completion."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tuireader.cli.completion import script
from tuireader.cli.main import COMMANDS, main
from tuireader.configuration import FIELDS
from tuireader.tui.keys import KEYS


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "settings" / "config.toml"
    monkeypatch.setenv("TUIREADER_CONFIG", str(path))
    return path


def _write(file: Path, words: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(words, encoding="utf-8")


def test_a_new_file_lists_everything_and_sets_nothing(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "--init"]) == 0
    assert capsys.readouterr().out == f"{file}\n"
    words = file.read_text(encoding="utf-8")
    assert tomllib.loads(words) == {"folders": {}, "text": {}, "panes": {}, "keys": {}}
    assert main(["sections", "README.md"]) == 0


def test_every_line_of_it_can_be_set_as_it_stands(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config"]) == 2
    file.parent.mkdir()
    assert main(["config", "--init"]) == 0
    lines = file.read_text(encoding="utf-8").splitlines()
    _write(file, "\n".join(line[1:] if line.startswith("#") and not line.startswith("# ") else line for line in lines))
    capsys.readouterr()
    assert main(["config"]) == 0
    printed = capsys.readouterr().out
    set_lines = [line for line in printed.splitlines() if " = " in line and not line.startswith("#")]
    assert len(set_lines) == len(FIELDS) + len(KEYS)
    assert tomllib.loads(printed) == tomllib.loads(file.read_text(encoding="utf-8"))


def test_it_is_not_written_over(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _write(file, "theme = 'paper'\n")
    assert main(["config", "--init"]) == 2
    assert "is there already" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == "theme = 'paper'\n"


def test_what_is_set_is_printed(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _write(file, "theme = 'paper'\ntext.width = 60\nkeys.mention.next = ['x', 'ctrl+n', ',']\n")
    assert main(["config"]) == 0
    printed = capsys.readouterr().out
    assert tomllib.loads(printed) == {
        "theme": "paper",
        "folders": {},
        "text": {"width": 60},
        "panes": {},
        "keys": {"mention": {"next": ["x", "ctrl+n", "comma"]}},
    }


def test_the_path_is_told_whether_there_is_a_file_or_not(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "--path"]) == 0
    assert capsys.readouterr().out == f"{file}\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("theme = paper", "line 1"),
        ("colour = 'red'", "no setting 'colour'"),
        ("text.wdith = 70", "did you mean 'text.width'"),
        ("text.width = 7", "text.width is a number from 20 to 200, not 7"),
        ("text.width = true", "not true"),
        ("text.width = 70.5", "not 70.5"),
        ("pronouns = 'yes'", 'pronouns is true or false, not "yes"'),
        ("theme = ''", "theme is a word"),
        ("folders.cache = 3", "folders.cache is a word"),
        ("keys.mention.next = 3", "keys.mention.next is a key"),
        ("keys.mention.next = [1, 'x']", "keys.mention.next is a key"),
        ('theme = "pa\\u001b[31mper"', "theme is a word"),
        ("folders.data = 'notes'", "folders.data is the whole path of a folder"),
        ("folders.cache = '~no such user/x'", "folders.cache is the whole path of a folder"),
        ("keys.mention.nxt = 'x'", "keys.mention.nxt"),
        ("keys.mention.next = 'crtl+x'", "no key 'crtl+x'"),
        ("a = " + "[" * 5_000, "nested"),
    ],
)
def test_a_file_that_cannot_be_understood_is_told_in_one_line(
    file: Path, capsys: pytest.CaptureFixture[str], words: str, told: str
) -> None:
    _write(file, words)
    assert main(["config"]) == 2
    printed = capsys.readouterr()
    assert (printed.out, printed.err.count("\n")) == ("", 1)
    assert told in printed.err


def test_a_mark_of_an_encoding_at_the_beginning_is_passed_over(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _write(file, "\ufefftheme = 'paper'\nkeys.list.add = ' '\n")
    assert main(["config"]) == 0
    set_here = tomllib.loads(capsys.readouterr().out)
    assert (set_here["theme"], set_here["keys"]) == ("paper", {"list": {"add": "space"}})


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("command", [["config"], ["help", "keys"], ["completion", "bash"]], ids=" ".join)
def test_a_full_disk_is_told_in_one_line(command: list[str]) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tuireader", *command], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)


def test_bytes_that_are_no_text_are_told(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.parent.mkdir()
    file.write_bytes(b"\xff\xfe\x00")
    assert main(["sections", "README.md"]) == 2
    assert "it is not UTF-8" in capsys.readouterr().err


def test_commands_obey_it(file: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "way.txt"
    path.write_text("Ada Lund said that she came. Ada Lund smiled.", encoding="utf-8")
    _write(file, f"pronouns = true\n[folders]\ncache = '{tmp_path / 'kept'}'\n")
    assert main(["mentions", str(path), "--format", "csv"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 4


def test_private_settings_leave_no_trace(file: Path, store: Path) -> None:
    _write(file, "private = true\n")
    assert main(["actors", "README.md"]) == 0
    assert not store.exists()


def test_the_help_on_keys_has_all_of_them_as_they_are_set(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _write(file, "keys.mention.next = 'f9'\n")
    assert main(["help", "KEYS"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert all(any(f" {key.id} " in line and key.description in line for line in lines) for key in KEYS)
    assert any(line.split()[:2] == ["f9", "mention.next"] for line in lines)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_the_help_on_a_command_is_its_own(command: object, capsys: pytest.CaptureFixture[str]) -> None:
    name = getattr(command, "name", "")
    with pytest.raises(SystemExit):
        main([name, "--help"])
    own = capsys.readouterr().out
    with pytest.raises(SystemExit):
        main(["help", name])
    assert capsys.readouterr().out == own


def test_the_help_on_questions_is_understood_as_it_stands(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["help", "questions"]) == 0
    assert "kind:organisation" in capsys.readouterr().out


def test_there_is_no_help_on_other_things(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["help", "boats"]) == 2
    assert "no help on 'boats'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("tuireader ac", {"actors"}),
        ("tuireader actors --wh", {"--why"}),
        ("tuireader actors --kind p", {"person"}),
        ("tuireader actors boo", {"book.epub"}),
        ("tuireader help q", {"questions", "quotes"}),
    ],
)
def test_bash_completes_commands_options_and_files(line: str, expected: set[str], tmp_path: Path) -> None:
    (tmp_path / "book.epub").touch()
    (tmp_path / "complete.bash").write_text(script("bash"), encoding="utf-8")
    ask = (
        'source complete.bash; IFS=" " read -ra COMP_WORDS <<< "$1"; [[ $1 == *" " ]] && COMP_WORDS+=("");'
        " COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 )); COMP_LINE=$1; COMP_POINT=${#1};"
        ' _shtab_tuireader tuireader "${COMP_WORDS[COMP_CWORD]}" "" 2> /dev/null; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run(
        ["bash", "-c", ask, "bash", line], cwd=tmp_path, capture_output=True, text=True, check=True, timeout=60
    )
    assert set(done.stdout.split()) == expected


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_knows_every_command(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    printed = capsys.readouterr().out
    assert all(command.name in printed for command in COMMANDS)
