"""The whole program in a real pseudo-terminal."""

import os
import re
import shlex
import signal
import sys
import unicodedata
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals of this kind", allow_module_level=True)

from tests.tui.terminal import PROGRAM, Terminal, children_of, run_in_terminal, state_of

TITLE = "The peacekeeping plan for Ukraine"

ATTACKS = {
    "window title": "\x1b]0;MARKER\x07",
    "clipboard": "\x1b]52;c;TUFSS0VS\x1b\\",
    "link": "\x1b]8;;http://marker.example\x1b\\",
    "device control": "\x1bPqMARKER\x1b\\",
    "odd colour": "\x1b[38;5;77;7;77m",
    "odd mode": "\x1b[?7777h",
    "report": "\x1b[77;77R",
    "control sequence of one character": "\x9b77;77m",
    "command of one character": "\x9d0;MARKER\x9c",
    "override": "\u202eMARKER\u202c",
    "isolate": "\u2066MARKER\u2069",
    "backspaces": "M\x08\x08ARKER",
}


def test_a_reader_opens_the_briefing_walks_through_an_actor_and_quits() -> None:
    with run_in_terminal(*PROGRAM) as terminal:
        terminal.wait_for("Keir Starmer")
        terminal.press("f")
        terminal.wait_for("type a name")
        terminal.press("star\r")
        terminal.wait_for("mention 1/")
        terminal.press("nnn")
        terminal.wait_for("mention 4/")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


@pytest.mark.parametrize("seen", ["", TITLE], ids=["before the screen opens", "once it is there"])
def test_keys_that_are_typed_ahead_do_what_they_do_when_typed_slowly(seen: str) -> None:
    with run_in_terminal(*PROGRAM) as terminal:
        terminal.wait_for(seen)
        terminal.press("fstar\rnnn")
        terminal.wait_for("mention 4/")
        terminal.wait_for("● Keir Starmer ✕")


def test_a_lone_escape_is_a_key_and_letters_may_have_several_bytes() -> None:
    with run_in_terminal(*PROGRAM) as terminal:
        terminal.wait_for(TITLE)
        terminal.press("f")
        terminal.wait_for("type a name")
        terminal.press("żé")
        terminal.wait_for("żé")
        terminal.press("\x1b")
        terminal.wait_until(lambda: not terminal.shows("żé"), "an empty or closed pane")
        terminal.press("q")


def test_quitting_leaves_the_terminal_as_it_was() -> None:
    with run_in_terminal(*PROGRAM) as terminal:
        before = terminal.settings
        terminal.wait_for(TITLE)
        during = terminal.settings
        terminal.press("q")
        terminal.wait_for_end()
        assert (during != before, terminal.settings == before) == (True, True)
        assert b"\x1b[?1049h" in terminal.output
        assert terminal.modes_left == set()


@pytest.mark.parametrize("keys", ["qf", "q/", "q?", "qt"])
def test_keys_typed_after_quitting_change_nothing(keys: str) -> None:
    with run_in_terminal(*PROGRAM) as terminal:
        terminal.wait_for(TITLE)
        terminal.press(keys)
        assert terminal.wait_for_end() == 0


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGHUP])
def test_a_program_that_is_told_to_end_leaves_the_terminal_as_it_was(ending: signal.Signals) -> None:
    with run_in_terminal(*PROGRAM) as terminal:
        before = terminal.settings
        terminal.wait_for("Keir Starmer")
        terminal.press("]")
        terminal.wait_for("back")
        os.kill(terminal.pid, ending)
        terminal.wait_for_end()
        assert (terminal.settings, terminal.modes_left) == (before, set())


def test_a_document_from_a_pipe_is_read_with_the_keys_of_the_terminal() -> None:
    given = "\n\n".join(["# The pipe", *(f"Paragraph {number}." for number in range(200))]).encode()
    with run_in_terminal(*PROGRAM, "-", given=given) as terminal:
        terminal.wait_for("The pipe")
        terminal.press("G")
        terminal.wait_for("Paragraph 199.")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


@pytest.mark.parametrize("kind", ["dumb", ""])
def test_a_terminal_that_cannot_show_the_reader_is_told_what_to_do(kind: str) -> None:
    with run_in_terminal(*PROGRAM, TERM=kind) as terminal:
        assert terminal.wait_for_end() == 2
        assert f"TERM={kind}".encode() in terminal.output
        assert b"tuireader text PATH" in terminal.output
        assert b"\x1b" not in terminal.output


def test_a_missing_file_is_told_before_the_screen_opens() -> None:
    with run_in_terminal(*PROGRAM, "missing.txt") as terminal:
        assert terminal.wait_for_end() == 1
        assert terminal.output.startswith(b"tuireader: cannot find 'missing.txt'")
        assert b"\x1b" not in terminal.output


def test_a_pipe_gets_the_plain_text() -> None:
    command = f"{shlex.join(PROGRAM)} | cat"
    with run_in_terminal("sh", "-c", command) as terminal:
        assert terminal.wait_for_end() == 0
        assert terminal.output.startswith(TITLE.encode())
        assert b"\x1b" not in terminal.output


def test_no_color_is_honoured_and_mentions_are_underlined() -> None:
    with run_in_terminal(*PROGRAM, NO_COLOR="1") as terminal:
        terminal.wait_until(lambda: terminal.is_underlined("Emmanuel Macron, the"), "an underlined mention")
        terminal.press("f")
        terminal.wait_for("type a name")
        terminal.press("star\r")
        terminal.wait_for("mention 1/")
        terminal.wait_until(lambda: not terminal.is_underlined("Emmanuel Macron, the"), "a mention of another")
        terminal.wait_until(lambda: terminal.is_underlined("Sir Keir Starmer drew"), "one of the chosen")
        assert terminal.colours == set()


def test_without_no_color_there_are_colours() -> None:
    with run_in_terminal(*PROGRAM) as terminal:
        terminal.wait_until(lambda: terminal.colours != set(), "a colour")


def test_a_killed_worker_costs_nothing_but_late_actors(large: Path) -> None:
    with run_in_terminal(*PROGRAM, str(large)) as terminal:
        _kill_worker_while_it_works(terminal)
        terminal.press("G")
        terminal.wait_for("the very last word")
        terminal.wait_until(lambda: not _is_searching(terminal) and terminal.shows("● Ada Lund"), "the actors")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert terminal.modes_left == set()


def test_quitting_does_not_wait_for_the_worker(large: Path) -> None:
    with run_in_terminal(*PROGRAM, str(large)) as terminal:
        terminal.wait_until(lambda: _is_searching(terminal), "the search for actors")
        workers = children_of(terminal.pid)
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert len(workers) == 1
        terminal.wait_until(lambda: state_of(workers[0]) in ("", "Z"), "the end of the worker")


def test_quitting_after_the_worker_was_killed_is_as_easy(large: Path) -> None:
    with run_in_terminal(*PROGRAM, str(large)) as terminal:
        before = terminal.settings
        _kill_worker_while_it_works(terminal)
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert terminal.settings == before
        assert terminal.modes_left == set()


@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_nothing_in_a_document_can_command_the_terminal(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"hostile{suffix}"
    plain = "Ada Lund keeps the harbour of the island. " * 20
    body = "\n\n".join(f"## {name} {attack}\n\n{plain}{attack} ends." for name, attack in ATTACKS.items())
    path.write_text(f"# Title {ATTACKS['window title']}\n\n{body}\n\nThe calm end.\n", encoding="utf-8", newline="")
    with run_in_terminal(*PROGRAM, str(path)) as terminal:
        terminal.wait_for("window title")
        terminal.press("f")
        terminal.wait_for("type a name")
        terminal.press("\r")
        terminal.wait_for("mention 1/")
        terminal.press("]]]]]]]]]]]]G")
        terminal.wait_for("The calm end.")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert _attacks_in(terminal.output) == []


@pytest.mark.parametrize("attack", ["window title", "control sequence of one character", "override"])
def test_nothing_in_a_file_name_can_command_the_terminal(attack: str, tmp_path: Path) -> None:
    path = tmp_path / f"a {ATTACKS[attack]} name.txt"
    path.write_text("it rained all day.\n", encoding="utf-8")
    with run_in_terminal(*PROGRAM, str(path)) as terminal:
        terminal.wait_for("it rained all day.")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert _attacks_in(terminal.output) == []


def test_nothing_in_the_name_of_a_missing_file_can_command_the_terminal() -> None:
    with run_in_terminal(*PROGRAM, "".join(ATTACKS.values())) as terminal:
        assert terminal.wait_for_end() == 1
        assert b"\x1b" not in terminal.output
        assert _attacks_in(terminal.output) == []


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A text so large that its actors are found while it is read."""
    path = tmp_path_factory.mktemp("large") / "large.txt"
    paragraph = "Ada Lund met Zoë Marsh in Norway, and {} wrote to Oslo about it all, as she said. "
    names = (f"Mr {chr(65 + number % 26)}ob{number:x} Ferro" for number in range(1_500))
    path.write_text(
        "\n\n".join(paragraph.format(name) * 6 for name in names) + "the very last word\n", encoding="utf-8"
    )
    return path


def _kill_worker_while_it_works(terminal: Terminal) -> None:
    terminal.wait_until(lambda: _is_searching(terminal), "the search for actors")
    (worker,) = children_of(terminal.pid)
    os.kill(worker, signal.SIGKILL)


def _is_searching(terminal: Terminal) -> bool:
    """Whether the status line shows that actors are being found."""
    return re.search(r"actors \d+%", terminal.rows[0]) is not None


def _attacks_in(output: bytes) -> list[str]:
    """The attacks that reached the terminal, whole or with the one character that does the harm."""
    text = output.decode("utf-8", "replace")
    whole = [name for name, attack in ATTACKS.items() if attack in text]
    own = re.sub(r"\x1b|[\n\r\t\x08\x0f\x07]", "", text)
    odd = {unicodedata.name(sign, hex(ord(sign))) for sign in own if _is_harmful(sign)}
    return whole + sorted(odd)


def _is_harmful(sign: str) -> bool:
    return unicodedata.category(sign) == "Cc" or sign in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
