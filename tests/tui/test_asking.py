"""Questions in the filter pane."""

import pytest

from tests.tui.documents import HARBOUR, ZOE, actor, long_source, opened
from tests.tui.sitting import Sitting, sit_down
from tuireader.domain.actor import ActorKind
from tuireader.domain.quotation import Quotation
from tuireader.domain.reading import ReadingState
from tuireader.domain.span import Span
from tuireader.tui.screens import panes
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
    [("norway &", "a name is wanted here"), ("-zzz", "nobody is called 'zzz'"), ("(ada", "a bracket is not")],
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
        assert [each.shown for each in sitting.matches.completions] == ["Norway"]
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


def _with_a_speaker(*, is_certain: bool = True) -> ReadingState:
    """The harbour, where Zoë Marsh says what stands in the letter."""
    state = opened(HARBOUR)
    start = state.document.text.index("The light must burn")
    words = Span(start, start + len("The light must burn"))
    return state.indexed(state.index.quoting((Quotation(words, ZOE.id, None, is_certain, "said before the words"),)))


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


@pytest.mark.parametrize("is_certain", [True, False])
async def test_words_say_so_whose_speaker_is_uncertain(is_certain: bool) -> None:
    async with sit_down(_with_a_speaker(is_certain=is_certain)) as sitting:
        await _ask(sitting, "said:zoe")
        assert any(row.rstrip().endswith("?") for row in sitting.list_rows(sitting.mentions)) is not is_certain
        await sitting.press("enter")
        assert sitting.shows("speaker uncertain") is not is_certain
        await sitting.press("w")
        assert any("The light" in row and "uncertain" in row for row in sitting.screen_rows()) is not is_certain


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
        assert [each.shown for each in sitting.matches.completions] == ["Zoë Marsh"]
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


async def test_the_values_of_a_field_are_offered_and_put_in() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await _ask(sitting, "kind:")
        assert [each.shown for each in sitting.matches.completions] == ["person", "country", "organisation"]
        await sitting.press("down", "down", "enter")
        assert sitting.typed == "kind:organisation"
        await sitting.press("enter")
        assert sitting.state.filter.question == "kind:organisation"


async def test_names_are_offered_while_a_bracket_is_open() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await _ask(sitting, "(norway | gui")
        assert [each.shown for each in sitting.matches.completions] == ["Harbour Guild"]
        await sitting.press("enter")
        await sitting.write(")")
        await sitting.press("enter")
        assert sitting.state.filter.question == "(norway | Harbour Guild)"


async def test_enter_mends_the_name_that_is_wrong_and_not_the_one_at_the_cursor() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await _ask(sitting, "zoe marhs & ada")
        await sitting.press("enter")
        assert sitting.typed == "Zoë Marsh & ada"


async def test_a_click_puts_a_completion_in() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await _ask(sitting, "(norway & kind:o")
        await sitting.click(sitting.place_of("organisation", sitting.matches))
        assert sitting.typed == "(norway & kind:organisation"
        assert not sitting.state.filter


async def test_a_completion_that_is_marked_is_put_in_although_the_rest_could_answer() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await _ask(sitting, "norway | kind:x")
        await sitting.press("down", "enter")
        assert sitting.typed == "norway | kind:country"


async def test_an_alternative_that_is_not_there_is_told_and_the_other_is_found() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await _ask(sitting, "(norway | zzz)")
        assert str(sitting.screen.query_one(FilterPane).border_subtitle).endswith("; no 'zzz'")
        await sitting.press("enter")
        assert sitting.state.filter.question == "(norway | zzz)"
        assert sitting.state.stops


async def test_no_question_is_answered_with_what_was_not_read_yet() -> None:
    async with sit_down(opened(long_source())) as sitting:
        await sitting.press("z")
        await _ask(sitting, '"the"')
        assert sitting.state.veil is not None
        limit = sitting.state.veil.limit
        assert limit < len(sitting.state.document.text)
        assert sitting.mentions.places
        assert all(place.end <= limit for place in sitting.mentions.places)


async def test_in_a_large_text_words_are_looked_for_when_they_are_typed_or_with_enter(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(panes, "_LARGE", 0)
    async with sit_down(opened(HARBOUR)) as sitting:
        await _ask(sitting, '"light')
        pane = sitting.screen.query_one(FilterPane)
        await sitting.until(lambda: "paragraph" in str(pane.border_subtitle))
        monkeypatch.setattr(pane, "patience", 60.0)
        await sitting.write(" must")
        await sitting.press("enter")
        assert sitting.state.filter.question == '"light must'
        assert sitting.state.answer is not None and len(sitting.state.answer.paragraphs) == 1
