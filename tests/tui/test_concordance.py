"""Mentions in wide lines, below one another, in the order the reader wants, and as a file."""

import json
from pathlib import Path

import pytest

from tests.tui.documents import HARBOUR, long_reading, opened
from tests.tui.sitting import MEDIUM, NARROW, WIDE, Sitting, sit_down
from tuireader.tui.screens.concordance import ConcordanceScreen, PlaceList


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def rows(sitting: Sitting) -> list[str]:
    screen = sitting.app.screen
    assert isinstance(screen, ConcordanceScreen)
    lines = screen.query_one(PlaceList)
    return [line for y in range(lines.size.height) if (line := lines.render_line(y).text.rstrip())]


def title(sitting: Sitting) -> str:
    return str(sitting.app.screen.query_one("#concordance").border_title)


@pytest.mark.parametrize("size", [WIDE, MEDIUM, NARROW])
async def test_all_mentions_of_who_is_chosen_stand_in_the_same_column(size: tuple[int, int]) -> None:
    async with sit_down(opened(HARBOUR), size=size) as sitting:
        await sitting.choose("norway")
        await sitting.press("w")
        assert title(sitting) == "Norway: 4, by place"
        lines = [row for row in rows(sitting) if not row.startswith("§")]
        assert len({row.index("Norway") for row in lines if "Norway" in row}) == 1


async def test_the_other_order_is_by_form_and_a_form_can_be_left_out() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.choose("norway")
        await sitting.press("w", "s")
        assert title(sitting) == "Norway: 4, by form"
        assert [row.split("”")[0] for row in rows(sitting) if row.startswith("“")] == ["“Norway", "“Oslo"]
        await sitting.press("x")
        assert title(sitting) == "Norway: 1 of 4, by form"
        await sitting.press("x")
        assert rows(sitting) == ["Nothing is left: a shows all again"]
        await sitting.press("a", "s")
        assert title(sitting) == "Norway: 4, by place"


async def test_enter_goes_there_and_ctrl_o_comes_back() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.choose("norway")
        await sitting.press("w", "down", "down", "enter")
        assert sitting.current_words == "Oslo"
        await sitting.press("ctrl+o")
        assert sitting.current_words == ""


async def test_it_begins_where_the_reader_is() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.choose("norway")
        await sitting.press("n", "w", "enter")
        assert sitting.current_words == "Oslo"


async def test_it_shows_whom_the_cursor_of_a_list_is_on_and_what_is_searched() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("a", "j", "w")
        assert title(sitting).startswith("Ada Lund: 3")
        await sitting.press("escape", "escape", "slash")
        await sitting.write("light")
        await sitting.press("enter", "w")
        assert title(sitting) == "“light”: 2, by place"


async def test_what_is_shown_is_written_into_a_file_that_was_not_there(tmp_path: Path) -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.choose("norway")
        await sitting.press("w", "s", "x", "w")
        await sitting.press("end", *["backspace"] * 3)
        await sitting.write("json")
        await sitting.press("enter")
        assert [row["words"] for row in json.loads((tmp_path / "norway.json").read_text("utf-8"))] == ["Oslo"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("norway.csv", "is there already"),
        ("norway.exe", "must end in one of"),
        ("none/norway.csv", "cannot write 'none/norway.csv': no such file"),
    ],
)
async def test_a_name_that_will_not_do_is_said_and_nothing_is_lost(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "norway.csv").write_text("mine", encoding="utf-8")
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.choose("norway")
        await sitting.press("w", "w", "home", "ctrl+k")
        await sitting.write(name)
        await sitting.press("enter")
        assert any(words in note.message for note in sitting.app._notifications)
        await sitting.press("escape", "escape")
        assert sitting.chosen == ["Norway"]
        assert (tmp_path / "norway.csv").read_text("utf-8") == "mine"


async def test_the_ends_of_the_list_are_one_key_away() -> None:
    async with sit_down(long_reading()) as sitting:
        await sitting.choose("norway")
        await sitting.press("w", "end")
        rows = sitting.app.screen.query_one(PlaceList)
        assert rows.cursor == rows.count_rows() - 1 > 20
        await sitting.press("home", "G", "g")
        assert rows.cursor == 0
        await sitting.press("escape", "a", "G")
        assert sitting.state.place.offset > 0
