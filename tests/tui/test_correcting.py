"""A reader corrects who is who with keys, takes it back, and finds it again the next time."""

import re
from pathlib import Path

import pytest

from tests.tui.desks import Study
from tests.tui.documents import CAST, HARBOUR, opened
from tests.tui.sitting import MEDIUM, NARROW, WIDE, Sitting, sit_down
from tuireader.domain.actor import ActorKind, Basis, Mention
from tuireader.domain.history import Taken, Way
from tuireader.domain.index import Index
from tuireader.domain.reading import ReadingState
from tuireader.domain.review import doubts
from tuireader.tui.messages import CorrectionsFound
from tuireader.tui.screens.corrections import CorrectionList
from tuireader.tui.screens.mend import ChoiceList, MendScreen
from tuireader.tui.screens.review import DoubtList, ReviewScreen

TEXT = (
    "Angela Merkel met Keir Starmer in Norway. Mr Starmer, the British prime minister, said that Norway was cold.\n\n"
    "Angela Merkel and Starmer left for Berlin, said Mr Starmer. The Long Wall stood.\n"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "talks.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def choices(sitting: Sitting) -> list[str]:
    screen = sitting.app.screen
    assert isinstance(screen, MendScreen)
    return sitting.list_rows(screen.query_one(ChoiceList))


def names(sitting: Sitting) -> set[str]:
    return {actor.name for actor in sitting.state.index.actors}


def counts(sitting: Sitting) -> dict[str, int]:
    return {actor.name: sitting.state.index.count(actor.id) for actor in sitting.state.index.actors}


async def choose_line(sitting: Sitting, words: str) -> None:
    """Go to the line of the box that begins with some words, and press Enter."""
    row = next(number for number, line in enumerate(choices(sitting)) if line.startswith(words))
    await sitting.press(*["down"] * row, "enter")


@pytest.mark.parametrize("size", [WIDE, MEDIUM, NARROW])
async def test_two_actors_become_one_and_two_again(size: tuple[int, int]) -> None:
    async with sit_down(opened(HARBOUR), size=size) as sitting:
        before = counts(sitting)
        await sitting.choose("zoe")
        await sitting.press("e", "enter")
        await sitting.write("ada")
        await sitting.press("enter")
        assert names(sitting) == {"Ada Lund", "Norway", "Harbour Guild"}
        assert counts(sitting)["Ada Lund"] == before["Ada Lund"] + before["Zoë Marsh"]
        assert sitting.chosen == ["Ada Lund"]
        await sitting.press("u")
        assert counts(sitting) == before
        await sitting.press("U")
        assert counts(sitting)["Ada Lund"] == before["Ada Lund"] + before["Zoë Marsh"]


async def test_whom_the_cursor_of_a_list_is_on_is_corrected() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("a", "j", "e")
        assert sitting.app.screen.query_one("#mend").border_title == "Correct Ada Lund"
        await choose_line(sitting, "It is an organisation")
        assert next(actor for actor in sitting.state.index.actors if actor.name == "Ada Lund").kind is (
            ActorKind.ORGANISATION
        )


async def test_an_actor_is_called_otherwise_from_its_own_name_on() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("a", "j", "e")
        await choose_line(sitting, "Called otherwise")
        await sitting.press("end")
        await sitting.write(" of the Light")
        await sitting.press("enter")
        assert "Ada Lund of the Light" in names(sitting)
        assert sitting.shows("Ada Lund of the Li")


async def test_an_actor_that_is_none_is_gone() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("n", "e")
        await choose_line(sitting, "No actor at all")
        assert "Ada Lund" not in names(sitting)


async def test_the_mention_that_the_reader_is_at_is_somebody_else() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.choose("ada")
        await sitting.press("n", "e")
        await choose_line(sitting, "“Ada Lund” is somebody else here")
        await sitting.write("Zelda")
        await sitting.press("enter")
        assert counts(sitting)["Zelda"] == 1
        assert counts(sitting)["Ada Lund"] == 2


async def test_a_mention_that_is_split_off_without_a_name_is_a_second_one() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("n", "e")
        await choose_line(sitting, "“Ada Lund” is somebody else here")
        await sitting.press("enter")
        assert "Ada Lund (2)" in names(sitting)


async def test_one_of_the_names_of_an_actor_is_given_to_another() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("a", "e")
        await choose_line(sitting, "One of its names")
        assert re.sub(" +", " ", choices(sitting)[0]) == "“Norway” … 3"
        await choose_line(sitting, "“Oslo”")
        await sitting.write("guild")
        await sitting.press("down", "enter")
        assert counts(sitting) == {"Norway": 3, "Ada Lund": 3, "Zoë Marsh": 2, "Harbour Guild": 4}


async def test_selected_words_become_an_actor() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        start = sitting.place_of("the light", sitting.text)
        await sitting.drag(start, start._replace(x=start.x + 8))
        await sitting.press("e")
        assert choices(sitting)[0].startswith("A name of")
        await choose_line(sitting, "An organisation of that name")
        assert counts(sitting)["the light"] == 1
        assert not sitting.screen.selections


async def test_selected_parts_of_words_are_taken_as_whole_words() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        start = sitting.place_of("he light", sitting.text)
        await sitting.drag(start, start._replace(x=start.x + 4))
        await sitting.press("e")
        await choose_line(sitting, "An organisation of that name")
        assert counts(sitting)["the light"] == 1


async def test_escape_goes_back_step_by_step_and_changes_nothing() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        index = sitting.state.index
        await sitting.press("n", "e", "enter")
        await sitting.write("zoe")
        await sitting.press("escape")
        assert choices(sitting)[0].startswith("The same as")
        await sitting.press("escape")
        assert sitting.state.index is index


async def test_what_was_corrected_has_a_sign_and_a_list() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("a", "j", "e")
        await choose_line(sitting, "It is a country")
        assert any("Ada Lund" in row and "✎" in row for row in sitting.list_rows(sitting.actors))
        await sitting.press("E")
        assert sitting.shows("Ada Lund is a country")
        await sitting.press("escape", "a", "i")
        assert sitting.shows("corrected")


async def test_selected_words_can_be_the_name_of_somebody_new() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        start = sitting.place_of("the light", sitting.text)
        await sitting.drag(start, start._replace(x=start.x + 8))
        await sitting.press("e", "enter")
        await sitting.write("Lamp & Co")
        await choose_line(sitting, "An organisation called Lamp & Co")
        assert counts(sitting)["Lamp & Co"] == 1


async def test_with_nothing_to_take_back_it_says_so() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("u", "U", "E")
        assert [note.message for note in sitting.app._notifications] == [
            "nothing to undo",
            "nothing to do again",
            "nothing was corrected yet: e corrects",
        ]


async def test_without_anybody_to_correct_it_says_what_to_do() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("e")
        assert any("choose an actor" in note.message for note in sitting.app._notifications)


async def test_a_correction_is_there_the_next_time(study: Study, path: Path) -> None:
    async with study.sit_down(path) as sitting:
        await sitting.choose("norway")
        await sitting.press("e")
        await choose_line(sitting, "No actor at all")
        assert "Norway" not in names(sitting)
    async with study.sit_down(path) as sitting:
        assert "Norway" not in names(sitting)
        await sitting.press("u")
        assert "Norway" in names(sitting)
    async with study.sit_down(path) as sitting:
        assert "Norway" in names(sitting)
        await sitting.press("U")
        assert "Norway" not in names(sitting)


async def test_corrections_hold_for_a_new_version_of_the_file(study: Study, path: Path) -> None:
    async with study.sit_down(path) as sitting:
        await sitting.choose("norway")
        await sitting.press("e")
        await choose_line(sitting, "No actor at all")
    path.write_text("A new first line. " + TEXT, encoding="utf-8")
    async with study.sit_down(path) as sitting:
        assert "Norway" not in names(sitting)


async def test_where_the_file_holds_another_text_it_is_said_once(study: Study, path: Path) -> None:
    async with study.sit_down(path) as sitting:
        for _ in range(2):
            await sitting.press("a", "e")
            await choose_line(sitting, "No actor at all")
        await sitting.press("E")
        assert sitting.shows("Keir Starmer is no actor") and not sitting.shows("another text")
    path.write_text("Quite another text, in which Boris Johnson rests.", encoding="utf-8")
    async with study.sit_down(path) as sitting:
        await sitting.press("E")
        assert sitting.shows("Corrections of another text")
        assert sitting.shows("Keir Starmer is no actor") and sitting.shows("Angela Merkel is no actor")
        assert not sitting.shows("nobody now")


async def test_the_list_of_corrections_follows_another_reader(study: Study, path: Path) -> None:
    async with study.sit_down(path) as sitting:
        for _ in range(2):
            await sitting.press("a", "e")
            await choose_line(sitting, "No actor at all")
        screen, last = sitting.screen, sitting.screen.mending.corrections[-1]
        await sitting.press("E", "down")
        screen.post_message(CorrectionsFound(screen.state.document, (Taken(Way.UNDO, last),)))
        await sitting.settle()
        rows = sitting.app.screen.query_one(CorrectionList)
        assert (rows.count_rows(), rows.cursor) == (1, 0)
        await sitting.press("d")
        assert rows.count_rows() == 0


async def test_any_correction_can_be_taken_back_and_done_again(study: Study, path: Path) -> None:
    async with study.sit_down(path) as sitting:
        for _ in range(2):
            await sitting.press("a", "e")
            await choose_line(sitting, "No actor at all")
        await sitting.press("E", "d")
        assert len(sitting.app.screen.query_one(CorrectionList)._mending.corrections) == 1
        await sitting.press("escape")
        first = names(sitting)
        await sitting.press("E", "u", "up", "d", "escape")
        assert len(first) == len(names(sitting))
        assert first != names(sitting)
        await sitting.press("E", "d", "d")
        assert sitting.shows("Nothing is corrected")
    async with study.sit_down(path) as sitting:
        assert "Norway" in names(sitting)
        assert sitting.screen.mending.corrections == ()


async def test_the_file_beside_a_document_corrects_it(study: Study, path: Path) -> None:
    beside = path.with_name("talks.actors.toml")
    beside.write_text('[[correction]]\nreject = { country = "Norway" }\n', encoding="utf-8")
    async with study.sit_down(path) as sitting:
        assert "Norway" not in names(sitting)
        await sitting.press("u")
        assert "Norway" not in names(sitting)
        await sitting.press("E")
        assert sitting.shows("from the file")
        await sitting.press("d")
        assert sitting.shows("from the file beside the document")
        assert sitting.shows("Norway is no actor")


async def test_a_file_that_cannot_be_understood_is_named_and_the_document_opens(study: Study, path: Path) -> None:
    path.with_name("talks.txt.actors.toml").write_text("[[correction]]\nreject = 1\n", encoding="utf-8")
    async with study.sit_down(path) as sitting:
        assert sitting.shows("cannot read all of 'talks.txt.actors.toml': correction 1: reject must be like")
        assert "Norway" in names(sitting)


def doubtful() -> ReadingState:
    """Nobody knows which of two is called Lund, and whether there is a guild."""
    state = opened(HARBOUR)
    unsure, ambiguous = Basis("name", 0.4), Basis("surname", 0.9, (CAST[2].id,))

    def doubted(mention: Mention) -> Mention:
        words = state.document.text[mention.span.start : mention.span.end]
        basis = {"Lund": ambiguous, "Harbour Guild": unsure}.get(words, mention.basis)
        return Mention(mention.span, mention.actor, mention.form, basis)

    return ReadingState(state.document, Index(CAST, tuple(map(doubted, state.index.mentions))))


def listed(sitting: Sitting) -> list[str]:
    assert isinstance(sitting.app.screen, ReviewScreen)
    return sitting.list_rows(sitting.app.screen.query_one(DoubtList))


async def test_a_review_asks_about_what_is_doubtful_and_nothing_else() -> None:
    async with sit_down(doubtful()) as sitting:
        await sitting.press("r")
        assert [row.split("”")[0] for row in listed(sitting)] == ["“Harbour Guild", "“Lund"]
        assert sitting.shows("3 places marked no longer")


async def test_a_yes_and_a_no_are_taken_and_the_next_doubt_comes() -> None:
    async with sit_down(doubtful()) as sitting:
        await sitting.press("r", "n")
        assert [row.split("”")[0] for row in listed(sitting)] == ["“Lund"]
        await sitting.press("y")
        assert listed(sitting) == ["Nothing is in doubt"]
        await sitting.press("escape")
        assert counts(sitting) == {"Norway": 4, "Ada Lund": 3, "Zoë Marsh": 2}
        assert not doubts(sitting.state.document, sitting.state.index)


async def test_a_no_gives_the_words_to_the_other_one() -> None:
    async with sit_down(doubtful()) as sitting:
        await sitting.press("r", "down")
        assert sitting.shows("n   Zoë Marsh in 1 place")
        await sitting.press("n", "escape")
        assert (counts(sitting)["Ada Lund"], counts(sitting)["Zoë Marsh"]) == (2, 3)


async def test_two_of_one_name_may_be_the_same() -> None:
    async with sit_down(doubtful()) as sitting:
        await sitting.press("r", "down", "s")
        assert len(listed(sitting)) == 1
        await sitting.press("u")
        assert len(listed(sitting)) == 2
        await sitting.press("down", "s", "escape")
        assert counts(sitting)["Ada Lund"] == 5
        assert "Zoë Marsh" not in counts(sitting)


async def test_an_answer_can_be_taken_back_in_the_review() -> None:
    async with sit_down(doubtful()) as sitting:
        await sitting.press("r", "n", "u")
        assert len(listed(sitting)) == 2
        await sitting.press("escape")
        assert counts(sitting)["Harbour Guild"] == 3


async def test_enter_goes_to_the_first_place_of_a_doubt() -> None:
    async with sit_down(doubtful()) as sitting:
        await sitting.press("r", "down", "enter")
        assert sitting.current_words == "Lund"
