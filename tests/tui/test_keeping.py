"""What a reader keeps: marks and notes in the text and in a list, the way forward again, copies with their source."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual import events
from textual.geometry import Offset

from tests.tui.desks import Study
from tests.tui.documents import HARBOUR, long_source, opened
from tests.tui.sitting import MEDIUM, NARROW, WIDE, Sitting, sit_down
from tests.tui.test_painting import contrast
from tuireader.domain.anchor import anchor_of
from tuireader.domain.notes import Note, notes_in
from tuireader.domain.span import Span
from tuireader.settings import Settings
from tuireader.tui.keys import KEYS
from tuireader.tui.screens.notes import NotesScreen
from tuireader.tui.widgets.note_line import NoteLine
from tuireader.tui.widgets.note_list import NoteList
from tuireader.tui.widgets.rail import Rail


def marked(sitting: Sitting) -> list[tuple[str, str]]:
    """The marked words and what is said of them, in the order of the text."""
    text = sitting.app._reader.state.document.text
    return [(text[span.start : span.end], note.words) for span, note in sitting.app._reader.state.notes.placed]


def lost(sitting: Sitting) -> list[tuple[str, str]]:
    return [(note.anchor.words, note.words) for note in sitting.app._reader.state.notes.lost]


def box(sitting: Sitting) -> NotesScreen:
    assert isinstance(sitting.app.screen, NotesScreen)
    return sitting.app.screen


def listed(sitting: Sitting) -> list[str]:
    return sitting.list_rows(box(sitting).query_one(NoteList))


async def select(sitting: Sitting, words: str) -> None:
    start = sitting.place_of(words, sitting.text)
    await sitting.drag(start, start + Offset(len(words) - 1, 0))


async def mark(sitting: Sitting, words: str, told: str = "") -> None:
    """Select some words and mark them."""
    await select(sitting, words)
    await sitting.press("m")
    await sitting.write(told)
    await sitting.press("enter")


async def test_m_marks_what_is_selected_and_keeps_what_is_said_of_it(study: Study, harbour: Path) -> None:
    async with study.sit_down(harbour) as sitting:
        await mark(sitting, "pays for the light", "since when?")
        assert marked(sitting) == [("pays for the light", "since when?")]
        assert (sitting.focused, sitting.screen.selections, len(sitting.screen.query(NoteLine))) == ("text", {}, 0)
    async with study.sit_down(harbour) as sitting:
        await sitting.until(lambda: marked(sitting) == [("pays for the light", "since when?")])


async def test_without_words_it_is_a_bookmark_on_the_mention_that_the_reader_is_at(study: Study, harbour: Path) -> None:
    async with study.sit_down(harbour) as sitting:
        await sitting.press("n", "n", "m", "enter")
        assert marked(sitting) == [(sitting.current_words, "")]


async def test_without_any_of_these_the_sentence_at_the_top_is_marked(study: Study, path: Path) -> None:
    async with study.sit_down(path) as sitting:
        await sitting.press("]", "]", "pagedown", "m", "enter")
        assert len(marked(sitting)) == 1
        assert marked(sitting)[0][0].split()[0] in sitting.text_rows()[0] + sitting.text_rows()[1]


async def test_whole_words_are_marked(study: Study, harbour: Path) -> None:
    async with study.sit_down(harbour) as sitting:
        await mark(sitting, "ys for the lig")
        assert marked(sitting) == [("pays for the light", "")]


async def test_of_a_very_long_selection_the_beginning_is_marked(study: Study, path: Path) -> None:
    async with study.sit_down(path) as sitting:
        sitting.screen.text_select_all()
        await sitting.press("m")
        assert sitting.shows("one note marks 4,000 characters at most")
        await sitting.press("enter")
        assert [3_990 < len(words) <= 4_000 for words, _ in marked(sitting)] == [True]


async def test_the_line_says_which_words_are_marked(study: Study, harbour: Path) -> None:
    async with study.sit_down(harbour) as sitting:
        await select(sitting, "rained all through")
        await sitting.press("m")
        assert any(row.strip().startswith("✎ rained all through") for row in sitting.screen_rows())
        assert sitting.shows("Enter alone makes a bookmark")


async def test_escape_leaves_the_line_and_nothing_is_marked(study: Study, harbour: Path) -> None:
    async with study.sit_down(harbour) as sitting:
        await sitting.press("n", "m")
        await sitting.write("no")
        await sitting.press("escape")
        assert (marked(sitting), sitting.focused, sitting.shows("✎")) == ([], "text", False)


async def test_escape_leaves_the_line_from_another_pane_too(study: Study, harbour: Path) -> None:
    async with study.sit_down(harbour) as sitting:
        await sitting.press("m", "tab", "escape")
        assert (sitting.focused, len(sitting.screen.query(NoteLine))) == ("text", 0)


async def test_m_beside_an_open_line_goes_back_to_it(study: Study, harbour: Path) -> None:
    async with study.sit_down(harbour) as sitting:
        await sitting.press("m")
        await sitting.write("one ")
        await sitting.press("tab", "m")
        await sitting.write("two")
        await sitting.press("enter")
        assert marked(sitting) == [("The harbour", "one two")]


async def test_a_note_is_what_was_typed_however_fast(study: Study, harbour: Path) -> None:
    async with study.sit_down(harbour) as sitting:
        await sitting.press("n", "m")
        await sitting.press_at_once(*"goood", "space", *"feeet", "enter")
        await sitting.settle()
        assert [words for _, words in marked(sitting)] == ["goood feeet"]


async def test_what_is_pasted_into_a_note_is_made_harmless(study: Study, harbour: Path) -> None:
    async with study.sit_down(harbour) as sitting:
        await sitting.press("m")
        sitting.app.post_message(events.Paste("so\u202eit\x9b goes\nand goes"))
        await sitting.settle()
        assert sitting.shows("so�it� goes")
        await sitting.press("enter")
        assert marked(sitting) == [("The harbour", "so�it� goes")]


async def test_another_document_does_not_get_the_note_that_was_being_written(study: Study, harbour: Path) -> None:
    async with study.sit_down(harbour) as sitting:
        await sitting.press("m", "x", "tab")
        harbour.write_text("New.\n\n" + HARBOUR, encoding="utf-8")
        sitting.screen.action_reload()
        await sitting.until(lambda: sitting.state.document.text.startswith("New."))
        assert (marked(sitting), len(sitting.screen.query(NoteLine))) == ([], 0)


async def test_letters_of_a_note_are_no_keys(study: Study, harbour: Path) -> None:
    async with study.sit_down(harbour) as sitting:
        await sitting.press("m")
        await sitting.write("mMnq yo/?")
        await sitting.press("enter")
        assert marked(sitting) == [("The harbour", "mMnq yo/?")]


async def test_m_on_a_mark_puts_it_in_other_words(study: Study, harbour: Path) -> None:
    async with study.sit_down(harbour) as sitting:
        await mark(sitting, "pays for the light", "since when?")
        await select(sitting, "for the")
        await sitting.press("m")
        await sitting.write(" And why?")
        await sitting.press("enter")
        assert marked(sitting) == [("pays for the light", "since when? And why?")]


async def test_a_note_without_its_words_stays_as_a_bookmark(study: Study, harbour: Path) -> None:
    async with study.sit_down(harbour) as sitting:
        await sitting.press("m")
        await sitting.write("hm")
        await sitting.press("enter", "m", "backspace", "backspace", "enter")
        assert marked(sitting) == [("The harbour", "")]


async def test_a_mention_inside_a_mark_gets_one_of_its_own(study: Study, harbour: Path) -> None:
    async with study.sit_down(harbour) as sitting:
        await mark(sitting, "Norway pays for the light")
        await sitting.press("n", "n", "m", "enter")
        assert [words for words, _ in marked(sitting)] == ["Norway", "Norway pays for the light"]


async def test_marked_words_are_underlined_and_have_a_sign_in_the_margin(study: Study, harbour: Path) -> None:
    async with study.sit_down(harbour) as sitting:
        before = sitting.style_of("rained", sitting.text)
        await mark(sitting, "rained all through")
        after = sitting.style_of("rained", sitting.text)
        assert (before.underline, after.underline, after.bgcolor != before.bgcolor) == (None, True, True)
        row = sitting.place_of("rained", sitting.text).y
        assert "▪ It rained" in sitting.screen_rows()[row]
        await select(sitting, "rained all through")
        await sitting.press("m", "x", "enter")
        assert "✎ It rained" in sitting.screen_rows()[row]


@pytest.mark.parametrize("theme", [[], ["t"]])
async def test_marked_words_can_be_read_at_ease(study: Study, harbour: Path, theme: list[str]) -> None:
    async with study.sit_down(harbour) as sitting:
        await sitting.press(*theme)
        for words in ("Ada Lund keeps", "Norway", "Zoë Marsh wrote", "Harbour Guild", "rained"):
            await mark(sitting, words)
            assert contrast(sitting.style_of(words, sitting.text)) >= 4.5


async def test_marks_do_not_move_the_words(study: Study, harbour: Path) -> None:
    async with study.sit_down(harbour) as sitting:
        before = [row.lstrip("✎▪ ") for row in sitting.text_rows()]
        await mark(sitting, "rained all through")
        assert [row.lstrip("✎▪ ") for row in sitting.text_rows()] == before


async def test_the_rail_shows_where_notes_are(study: Study, path: Path) -> None:
    async with study.sit_down(path) as sitting:
        await sitting.press("G", "m", "enter", "g")
        column = sitting.screen.query_one(Rail).region.x
        assert "▪" in {row[column] for row in sitting.screen_rows()[-12:-1]}


async def test_the_list_has_every_note_by_place_with_its_section(study: Study, harbour: Path) -> None:
    async with study.sit_down(harbour) as sitting:
        await mark(sitting, "rained all through", "as ever")
        await mark(sitting, "pays for the light")
        await sitting.press("M")
        rows = listed(sitting)
        assert rows[0].startswith("▪") and "pays for the light" in rows[0] and rows[0].endswith("§ The harbour")
        assert rows[1].startswith("✎") and "rained all through" in rows[1] and rows[1].endswith("§ The letter")
        assert rows[2] == "as ever"


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_the_page_of_a_note_is_told_whole(size: tuple[int, int]) -> None:
    state = opened(HARBOUR.replace("The letter", "The letter that came in spring and went on"))
    document = replace(state.document, pages=(0, 40))
    place = Span(document.text.index("rained"), document.text.index("rained") + 6)
    notes = notes_in(document.text, [Note("a", anchor_of(document.text, place), "", 0.0)])
    async with sit_down(state, size=size) as sitting:
        sitting.app.push_screen(NotesScreen(replace(state, document=document, notes=notes), print, KEYS))
        await sitting.settle()
        (row,) = listed(sitting)
        assert row.startswith("▪")
        assert "rained" in row
        assert row.endswith("…  p. 2")


async def test_enter_goes_to_a_note_and_ctrl_o_back_and_another_key_there_again(study: Study, path: Path) -> None:
    async with study.sit_down(path) as sitting:
        await sitting.press("G", "m", "enter", "g")
        start = sitting.text_rows()
        await sitting.press("M", "enter")
        there = sitting.text_rows()
        assert sitting.sees_current
        await sitting.press("ctrl+o")
        assert sitting.text_rows() == start
        await sitting.press(">")
        assert sitting.text_rows() == there != start
        await sitting.press("ctrl+o", "ctrl+i")
        assert sitting.text_rows() == there


async def test_tab_goes_to_the_next_pane_and_not_forward(study: Study, path: Path) -> None:
    async with study.sit_down(path) as sitting:
        await sitting.press("G", "ctrl+o", "tab")
        assert sitting.focused != "text"
        assert sitting.state.ahead


async def test_a_new_jump_forgets_the_way_forward() -> None:
    async with sit_down(opened(long_source())) as sitting:
        await sitting.press("G", "ctrl+o", "]")
        before = sitting.text_rows()
        await sitting.press(">")
        assert sitting.text_rows() == before


@pytest.mark.parametrize("key", ["d", "delete"])
async def test_a_note_is_deleted_in_the_list_and_brought_back(study: Study, harbour: Path, key: str) -> None:
    async with study.sit_down(harbour) as sitting:
        await mark(sitting, "pays for the light", "since when?")
        await mark(sitting, "rained all through")
        both = marked(sitting)
        await sitting.press("M", key)
        assert marked(sitting) == both[1:]
        await sitting.press(key)
        assert sitting.shows("No notes yet")
        await sitting.press("u", "u", "u")
        assert marked(sitting) == both
    async with study.sit_down(harbour) as sitting:
        await sitting.until(lambda: marked(sitting) == both)


async def test_what_was_deleted_stays_deleted_and_can_be_brought_back_later(study: Study, harbour: Path) -> None:
    async with study.sit_down(harbour) as sitting:
        await mark(sitting, "rained all through")
        await mark(sitting, "nobody else does")
        await sitting.press("M", "d", "escape", "M", "u", "d", "escape")
    async with study.sit_down(harbour) as sitting:
        await sitting.until(lambda: marked(sitting) == [("rained all through", "")])


async def test_a_note_is_edited_in_the_list(study: Study, harbour: Path) -> None:
    async with study.sit_down(harbour) as sitting:
        await mark(sitting, "pays for the light", "since when")
        await sitting.press("M", "e")
        await sitting.write("?")
        await sitting.press("enter")
        assert listed(sitting)[1] == "since when?"
        await sitting.press("e", "x", "escape")
        assert marked(sitting) == [("pays for the light", "since when?")]
        assert box(sitting).focused is box(sitting).query_one(NoteList)


async def test_where_the_file_holds_another_text_it_is_said_once(study: Study, harbour: Path) -> None:
    async with study.sit_down(harbour) as sitting:
        await mark(sitting, "rained all through", "as ever")
        await mark(sitting, "pays for the light")
    harbour.write_text("Quite another text, of a mountain.", encoding="utf-8")
    async with study.sit_down(harbour) as sitting:
        await sitting.until(lambda: sitting.shows("M keeps your notes on another text"))
        await sitting.press("M")
        assert box(sitting).query_one("#notes").border_title == "Notes: 2, on another text"


async def test_the_mouse_goes_to_a_note_of_the_list(study: Study, path: Path) -> None:
    async with study.sit_down(path) as sitting:
        await sitting.press("m", "enter", "G", "m", "x", "enter", "g", "M")
        rows = box(sitting).query_one(NoteList)
        await sitting.click(sitting.place_of("✎", rows) + Offset(5, 0))
        assert sitting.sees_current
        assert sitting.state.trail


async def test_the_cursor_goes_from_note_to_note(study: Study, harbour: Path) -> None:
    async with study.sit_down(harbour, size=NARROW) as sitting:
        await mark(sitting, "harbour of", "a note of very many words " * 4)
        await mark(sitting, "light")
        await sitting.press("M", "j")
        rows = box(sitting).query_one(NoteList)
        seen = [rows.marked]
        for key in ("j", "k", "k", "pagedown"):
            await sitting.press(key)
            seen.append(rows.marked)
        assert [note and note.anchor.words for note in seen] == ["light", "light", "harbour of", "harbour of", "light"]


async def test_a_changed_file_carries_its_notes_over(study: Study, harbour: Path) -> None:
    async with study.sit_down(harbour) as sitting:
        await mark(sitting, "pays for the light", "since when?")
        await mark(sitting, "rained all through", "as ever")
    harbour.write_text(
        "# A new title\n\nAnd much else.\n\n" + HARBOUR.replace("It rained", "It snowed"), encoding="utf-8"
    )
    async with study.sit_down(harbour) as sitting:
        await sitting.until(lambda: marked(sitting) == [("pays for the light", "since when?")])
        await sitting.press("M")
        assert box(sitting).query_one("#notes").border_title == "Notes: 2, 1 lost"
        assert listed(sitting)[-2].endswith("lost") and listed(sitting)[-1] == "as ever"
        await sitting.press("j", "enter")
        assert box(sitting)
    harbour.write_text(HARBOUR, encoding="utf-8")
    async with study.sit_down(harbour) as sitting:
        await sitting.until(lambda: len(marked(sitting)) == 2)


async def test_a_file_that_is_read_anew_keeps_its_notes(study: Study, harbour: Path) -> None:
    async with study.sit_down(harbour) as sitting:
        await mark(sitting, "pays for the light", "since when?")
        harbour.write_text("New.\n\n" + HARBOUR, encoding="utf-8")
        sitting.screen.action_reload()
        await sitting.until(lambda: sitting.state.document.text.startswith("New.") and bool(marked(sitting)))
        assert marked(sitting) == [("pays for the light", "since when?")]


async def test_a_moved_file_keeps_its_notes(study: Study, harbour: Path) -> None:
    async with study.sit_down(harbour) as sitting:
        await mark(sitting, "pays for the light")
    async with study.sit_down(harbour.rename(harbour.with_name("elsewhere.md"))) as sitting:
        await sitting.until(lambda: len(marked(sitting)) == 1)


async def test_a_private_reader_is_told_that_nothing_is_kept(tmp_path: Path, harbour: Path) -> None:
    study = Study(tmp_path / "store")
    study.settings = Settings(data_folder=tmp_path / "store", is_private=True)
    async with study.sit_down(harbour, size=NARROW) as sitting:
        for key in ("m", "M"):
            await sitting.press(key)
            assert sitting.shows("--private keeps no notes")
            assert not sitting.screen.query(NoteLine)
    assert not (tmp_path / "store").exists()


async def test_a_document_that_is_not_there_yet_has_no_notes() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("m")
        assert sitting.shows("no notes before the document is there")


@pytest.mark.parametrize("size", [WIDE, MEDIUM, NARROW])
async def test_y_copies_a_selection_with_its_source(size: tuple[int, int]) -> None:
    async with sit_down(opened(HARBOUR), size=size) as sitting:
        await select(sitting, "wrote to Oslo")
        await sitting.press("y")
        assert sitting.app.clipboard == "wrote to Oslo\n— The harbour, § The letter"
        assert sitting.shows("copied with its source")
        await sitting.press("ctrl+c")
        assert sitting.app.clipboard == "wrote to Oslo"


async def test_y_copies_the_paragraph_of_the_mention_that_the_reader_is_at() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("n", "n", "n", "y")
        first, source = sitting.app.clipboard.split("\n")
        assert first.startswith("Zoë Marsh wrote") and first.endswith("Ada Lund:")
        assert source == "— The harbour, § The letter"


async def test_y_copies_the_paragraph_at_the_top_else() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("y")
        assert sitting.app.clipboard == "The harbour\n— The harbour"


async def test_where_there_are_no_words_nothing_is_marked_or_copied(study: Study, tmp_path: Path) -> None:
    (tmp_path / "rule.md").write_text("---\n", encoding="utf-8")
    async with study.sit_down(tmp_path / "rule.md") as sitting:
        await sitting.press("m", "escape", "y")
        assert marked(sitting) == []


async def test_without_colours_a_mark_is_underlined(study: Study, harbour: Path) -> None:
    async with study.sit_down(harbour) as sitting:
        await mark(sitting, "rained all through")
        await sitting.press("t")
        sitting.app.theme = "colourless"
        await sitting.settle()
        assert sitting.style_of("rained", sitting.text).underline
