"""Questions in the filter pane."""

import pytest

from tests.tui.documents import HARBOUR, ZOE, actor, opened
from tests.tui.sitting import Sitting, sit_down
from tuireader.domain.actor import ActorKind
from tuireader.domain.quotation import Quotation
from tuireader.domain.reading import ReadingState
from tuireader.domain.span import Span
from tuireader.tui.widgets.filter_pane import FilterPane


async def _ask(sitting: Sitting, question: str) -> None:
    await sitting.press("f")
    for part in question.split(" "):
        await sitting.write(part)
        await sitting.press("space")
    await sitting.press("backspace")


async def test_a_question_shows_only_its_paragraphs_and_n_walks_in_them() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await _ask(sitting, "(guild & norway)")
        await sitting.press("enter")
        state = sitting.state
        assert (state.filter.question, sitting.focused) == ("(guild & norway)", "text")
        assert state.answer is not None
        assert state.narrowed_to == state.answer.paragraphs != ()
        for number in range(2, len(state.answer.places) + 1):
            await sitting.press("n")
            assert sitting.state.current_number == number
            assert sitting.state.document.paragraph_at(sitting.state.place.offset) in state.answer.paragraphs
        await sitting.press("n")
        assert sitting.state.current_number == 1
        assert sitting.shows("(guild & norway) ✕")


async def test_escape_shows_all_paragraphs_first_and_then_drops_the_question() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await _ask(sitting, "(guild | norway)")
        await sitting.press("enter", "escape")
        assert (sitting.state.narrowed_to, sitting.state.filter.question) == (None, "(guild | norway)")
        await sitting.press("escape")
        assert not sitting.state.filter


async def test_backspace_drops_the_question() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await _ask(sitting, "-norway")
        await sitting.press("enter", "backspace")
        assert not sitting.state.filter


async def test_a_search_goes_through_the_answer_and_leaves_it() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await _ask(sitting, "-norway")
        await sitting.press("enter", "slash")
        await sitting.write("the")
        await sitting.press("enter")
        assert sitting.state.filter.words == "the"
        assert sitting.state.answer is not None
        numbers = {sitting.state.document.paragraph_at(hit.start) for hit in sitting.state.hits}
        assert numbers <= set(sitting.state.answer.paragraphs)
        await sitting.press("escape")
        assert (sitting.state.filter.words, sitting.state.filter.question) == ("", "-norway")
        assert sitting.state.answer is not None


async def test_the_pane_counts_the_paragraphs_while_the_question_is_typed() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await _ask(sitting, "(guild & norway)")
        count = len({sitting.state.document.paragraph_at(start) for start in sitting.mentions.places.starts})
        assert str(sitting.screen.query_one(FilterPane).border_subtitle) == f"{count} paragraph{'s' * (count != 1)}"
        assert [actor.name for actor in sitting.matches.actors] == ["Harbour Guild", "Norway"]


@pytest.mark.parametrize(
    ("question", "message"),
    [("norway &", "a name or words are wanted here"), ("-zzz", "nobody is called 'zzz'"), ("(ada", "a bracket is not")],
)
async def test_a_question_that_goes_wrong_says_so_and_enter_does_not_ask_it(question: str, message: str) -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await _ask(sitting, question)
        assert str(sitting.screen.query_one(FilterPane).border_subtitle).startswith(message)
        await sitting.press("enter")
        assert not sitting.state.filter


async def test_enter_puts_in_the_name_that_is_meant() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await _ask(sitting, "-norwai")
        assert [actor.name for actor in sitting.matches.actors] == ["Norway"]
        await sitting.press("enter")
        assert sitting.typed == "-Norway"
        await sitting.press("enter")
        assert sitting.state.filter.question == "-Norway"


async def test_a_space_behind_a_name_chooses_nobody_if_a_question_goes_on() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("f")
        await sitting.write("norway")
        await sitting.press("space")
        assert sitting.chosen == ["Norway"]
        await sitting.write("& guild")
        assert (sitting.typed, sitting.chosen) == ("norway & guild", [])


@pytest.mark.parametrize(
    "question",
    ["norway AND guild", "norway OR guild", "norway NOT guild", "norway - guild", "norway -guild", "norway in:2"],
)
async def test_a_question_may_begin_with_a_name_however_it_goes_on(question: str) -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("f")
        await sitting.write(question)
        assert (sitting.typed, sitting.chosen) == (question, [])
        await sitting.press("enter")
        assert sitting.state.filter.question == question


def _with_a_speaker() -> ReadingState:
    """The harbour, where Zoë Marsh says what stands in the letter."""
    state = opened(HARBOUR)
    start = state.document.text.index("The light must burn")
    words = Span(start, start + len("The light must burn"))
    return state.indexed(state.index.quoting((Quotation(words, ZOE.id, None, True, "said before the words"),)))


async def test_what_somebody_says_is_asked_for_and_walked_through() -> None:
    async with sit_down(_with_a_speaker()) as sitting:
        await _ask(sitting, "said:zoe")
        assert [actor.name for actor in sitting.matches.actors] == ["Zoë Marsh"]
        assert len(sitting.mentions.places) == 1
        await sitting.press("enter")
        state = sitting.state
        assert state.answer is not None and state.narrowed_to == state.answer.paragraphs
        assert state.current is not None
        assert state.document.text[state.current.start : state.current.end] == "The light must burn"


async def test_what_somebody_says_is_slanted_while_it_is_asked_for() -> None:
    async with sit_down(_with_a_speaker()) as sitting:
        before = sitting.style_of("The light must", sitting.text)
        await _ask(sitting, "said:zoe | guild")
        await sitting.press("enter", "n", "n", "n")
        assert sitting.style_of("The light must", sitting.text).italic is not before.italic
        await sitting.press("backspace")
        assert sitting.style_of("The light must", sitting.text).italic is before.italic


async def test_the_pane_waits_for_what_is_said_and_then_counts() -> None:
    late = _with_a_speaker()
    async with sit_down(opened(HARBOUR)) as sitting:
        await _ask(sitting, "said:zoe")
        pane = sitting.screen.query_one(FilterPane)
        assert str(pane.border_subtitle) == "who says what is not known yet"
        sitting.screen.state = sitting.state.indexed(late.index)
        await sitting.settle()
        assert str(pane.border_subtitle) == "1 paragraph"


async def test_enter_puts_in_the_name_of_the_speaker_who_is_meant() -> None:
    async with sit_down(_with_a_speaker()) as sitting:
        await _ask(sitting, "said:marhs")
        assert sitting.matches.actors[0].name == "Zoë Marsh"
        await sitting.press("enter")
        assert sitting.typed == "said:Zoë Marsh"
        await sitting.press("enter")
        assert sitting.state.filter.question == "said:Zoë Marsh"


async def test_the_question_that_is_on_stays_while_the_next_one_is_typed() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await _ask(sitting, "-norway")
        await sitting.press("enter", "f", "ctrl+u")
        await sitting.write("zoe marsh & guild")
        assert (sitting.state.filter.question, sitting.typed) == ("-norway", "zoe marsh & guild")
        await sitting.press("enter")
        assert sitting.state.filter.question == "zoe marsh & guild"


async def test_an_actor_that_is_chosen_takes_the_place_of_the_question() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await _ask(sitting, "(guild | norway)")
        await sitting.press("enter", "a", "down", "enter")
        assert (sitting.typed, sitting.chosen) == ("", ["Ada Lund"])
        assert sitting.mentions.border_title == "Mentions of Ada Lund"


async def test_the_strips_lead_out_of_an_answer() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await _ask(sitting, "in:3")
        await sitting.press("enter", "v", *"[[[[[[", "right", "right", "right", "enter")
        assert sitting.state.narrowed_to is None
        assert sitting.state.section == 0


async def test_a_place_in_the_list_is_reached_with_the_question_asked() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await _ask(sitting, "(guild | norway)")
        await sitting.press("tab", "tab", "down", "down", "enter")
        assert sitting.state.filter.question == "(guild | norway)"
        assert sitting.state.current == sitting.mentions.places[1]


async def test_a_name_with_a_sign_in_it_is_a_name() -> None:
    shop = actor(ActorKind.ORGANISATION, "Marks & Spencer")
    async with sit_down(opened("Marks & Spencer left.", [shop])) as sitting:
        await sitting.press("f")
        await sitting.write("marks")
        await sitting.press("space")
        await sitting.write("&")
        assert [actor.name for actor in sitting.matches.actors] == ["Marks & Spencer"]
