"""Two readers of one document at the same time see what the other keeps and corrects."""

from pathlib import Path

from tests.tui.desks import Study
from tests.tui.sitting import Sitting
from tests.tui.test_keeping import box, listed, mark, marked, select
from tuireader.tui.widgets.note_list import NoteList


async def sees(sitting: Sitting, *notes: tuple[str, str]) -> None:
    """Wait until a reader sees exactly some notes."""
    await sitting.until(lambda: marked(sitting) == list(notes))


async def test_a_new_note_is_seen_by_the_other_reader(study: Study, harbour: Path) -> None:
    async with study.sit_down(harbour) as one, study.sit_down(harbour) as other:
        await mark(one, "pays for the light", "since when?")
        await sees(other, ("pays for the light", "since when?"))
        await mark(other, "rained all through")
        await sees(one, ("pays for the light", "since when?"), ("rained all through", ""))
        await other.until(lambda: other.style_of("pays", other.text).underline is True)


async def test_other_words_for_a_note_are_seen_and_that_it_is_dropped(study: Study, harbour: Path) -> None:
    async with study.sit_down(harbour) as one, study.sit_down(harbour) as other:
        await mark(one, "pays for the light", "since when")
        await sees(other, ("pays for the light", "since when"))
        await other.press("M", "e", "?", "enter")
        await sees(one, ("pays for the light", "since when?"))
        await one.press("M", "d", "escape")
        await sees(other)
        await one.press("M", "u", "escape")
        await sees(other, ("pays for the light", "since when?"))


async def test_a_note_that_is_being_written_is_not_disturbed(study: Study, harbour: Path) -> None:
    async with study.sit_down(harbour) as one, study.sit_down(harbour) as other:
        await select(other, "nobody else")
        await other.press("m")
        await other.write("who ")
        await mark(one, "pays for the light")
        await sees(other, ("pays for the light", ""))
        await other.write("then?")
        await other.press("enter")
        await sees(one, ("pays for the light", ""), ("nobody else", "who then?"))


async def test_a_note_that_another_drops_while_it_is_edited_is_kept(study: Study, harbour: Path) -> None:
    async with study.sit_down(harbour) as one, study.sit_down(harbour) as other:
        await mark(one, "pays for the light", "since when")
        await sees(other, ("pays for the light", "since when"))
        await other.press("M", "e")
        await one.press("M", "d", "escape")
        await sees(other)
        await other.press("?", "enter")
        await sees(one, ("pays for the light", "since when?"))
        assert marked(other) == marked(one)


async def test_an_open_list_grows_and_its_cursor_stays_on_its_note(study: Study, harbour: Path) -> None:
    async with study.sit_down(harbour) as one, study.sit_down(harbour) as other:
        await mark(other, "rained all through", "as ever")
        await sees(one, ("rained all through", "as ever"))
        await other.press("M")
        await mark(one, "pays for the light")
        await other.until(lambda: len(listed(other)) == 3)
        note = box(other).query_one(NoteList).marked
        assert note is not None
        assert note.anchor.words == "rained all through"
        assert other.shows("Notes: 2")
        await other.press("d")
        await sees(one, ("pays for the light", ""))


async def test_what_another_drops_is_not_what_u_brings_back(study: Study, harbour: Path) -> None:
    async with study.sit_down(harbour) as one, study.sit_down(harbour) as other:
        await mark(one, "pays for the light")
        await sees(other, ("pays for the light", ""))
        await one.press("M", "d", "escape")
        await sees(other)
        await other.press("M", "u", "escape")
        assert marked(other) == []


async def test_a_correction_is_seen_by_the_other_reader_and_taken_back_by_either(study: Study, harbour: Path) -> None:
    async with study.sit_down(harbour) as one, study.sit_down(harbour) as other:
        before = [actor.name for actor in other.state.index.actors]
        await select(one, "the light")
        await one.press("e", "j", "enter")
        await other.until(lambda: "the light" in [actor.name for actor in other.state.index.actors])
        await other.press("u")
        await one.until(lambda: [actor.name for actor in one.state.index.actors] == before)
        assert [actor.name for actor in other.state.index.actors] == before
