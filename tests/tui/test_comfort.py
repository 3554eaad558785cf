"""How a reader makes the screen their own: widths, lines, themes and keys, and that it is so the next time."""

from pathlib import Path

import pytest
from textual.geometry import Offset
from textual.screen import ModalScreen

from tests.tui.desks import Study
from tests.tui.documents import HARBOUR, long_reading, opened
from tests.tui.sitting import MEDIUM, NARROW, Sitting, sit_down
from tuireader.errors import ConfigurationError
from tuireader.look import LIMITS, Look
from tuireader.tui.keys import KEYS
from tuireader.tui.preferences import Preferences
from tuireader.tui.remapping import remapped
from tuireader.tui.widgets.pane import Pane


def _width(sitting: Sitting, pane: str) -> int:
    return sitting.screen.query_one(f"#{pane}", Pane).outer_size.width


def _longest(sitting: Sitting) -> int:
    return max(map(len, sitting.text_rows()))


async def test_lines_get_longer_and_shorter_around_the_same_words() -> None:
    async with sit_down(long_reading(), size=(160, 40)) as sitting:
        await sitting.press("pagedown", "pagedown")
        words, usual = sitting.top_words[0], _longest(sitting)
        await sitting.press("+", "+")
        assert usual < _longest(sitting) <= usual + 8
        assert words in sitting.top_words
        await sitting.press(*["-"] * 7)
        assert _longest(sitting) < usual - 12
        assert words in sitting.top_words


async def test_lines_do_not_get_longer_than_there_is_room_for() -> None:
    async with sit_down(long_reading(), size=MEDIUM) as sitting:
        await sitting.press("+", "+", "+", "-")
        assert _longest(sitting) <= sitting.screen.look.width == sitting.text.size.width - 2 * Look().margin - 4


async def test_there_is_more_room_between_the_lines_and_then_none_again() -> None:
    async with sit_down(long_reading()) as sitting:
        usual = [row for row in sitting.text_rows() if row]
        await sitting.press("L")
        spaced = sitting.text_rows()
        assert [row for row in spaced if row] == usual[: sum(map(bool, spaced))]
        assert sum(map(bool, spaced)) < 0.7 * len(usual)
        await sitting.press("L", "L")
        assert [row for row in sitting.text_rows() if row] == usual


@pytest.mark.parametrize(("keys", "pane", "step"), [((), "sidebar", 6), (("f", "tab"), "filter", 6)])
async def test_a_pane_gets_wider_and_narrower(keys: tuple[str, ...], pane: str, step: int) -> None:
    async with sit_down(long_reading(), size=(160, 40)) as sitting:
        await sitting.press(*keys)
        before, text = _width(sitting, pane), sitting.text.size.width
        await sitting.press("alt+right", "alt+right")
        assert (_width(sitting, pane), sitting.text.size.width) == (before + step, text - step)
        await sitting.press(*["alt+left"] * 4)
        assert _width(sitting, pane) == before - step


async def test_the_edge_of_a_pane_can_be_dragged() -> None:
    async with sit_down(long_reading(), size=(160, 40)) as sitting:
        edge = sitting.text.region.x - 1
        await sitting.drag(Offset(edge, 10), Offset(edge + 9, 12))
        assert _width(sitting, "sidebar") == Look().sidebar + 9
        await sitting.press("f")
        left = sitting.screen.query_one("#filter").region.x
        await sitting.drag(Offset(left, 10), Offset(left - 5, 8))
        assert _width(sitting, "filter") == Look().filter + 5


async def test_a_drag_that_begins_elsewhere_leaves_the_panes_alone() -> None:
    async with sit_down(long_reading()) as sitting:
        edge = sitting.text.region.x - 1
        await sitting.drag(Offset(edge - 4, 10), Offset(edge + 9, 12))
        assert _width(sitting, "sidebar") == Look().sidebar


async def test_a_pane_leaves_most_of_the_screen_to_the_text() -> None:
    async with sit_down(long_reading(), size=(100, 30)) as sitting:
        await sitting.press(*["alt+right"] * 20)
        assert _width(sitting, "sidebar") == 40
        await sitting.resize(200, 40)
        assert _width(sitting, "sidebar") == 40


async def test_where_there_is_only_room_for_a_pane_it_takes_all() -> None:
    async with sit_down(long_reading(), size=NARROW) as sitting:
        await sitting.press("a", "alt+left")
        assert (_width(sitting, "sidebar"), sitting.screen.look) == (NARROW[0], Look())


async def test_one_key_brings_the_usual_widths_back() -> None:
    async with sit_down(long_reading(), size=(160, 40)) as sitting:
        before = sitting.screen_rows()
        await sitting.press("+", "L", "alt+right", "0")
        assert sitting.screen_rows() == before


async def test_the_usual_widths_are_those_of_the_settings() -> None:
    usual = Look(width=60, sidebar=28)
    preferences = Preferences(Look(width=80, sidebar=40), usual)
    async with sit_down(long_reading(), size=(160, 40), preferences=preferences) as sitting:
        await sitting.press("0")
        assert sitting.screen.look == usual


async def test_a_large_margin_is_as_large_as_there_is_room_for() -> None:
    preferences = Preferences(Look(width=200, margin=40))
    async with sit_down(long_reading(), size=MEDIUM, preferences=preferences) as sitting:
        row = next(row for row in sitting.screen_rows()[1:] if row.strip(" │┃"))
        assert len(row) - len(row.lstrip()) == sitting.text.size.width // 4


async def test_without_colours_there_are_no_themes(study: Study, harbour: Path) -> None:
    async with sit_down(opened(HARBOUR), preferences=Preferences(is_colourless=True)) as sitting:
        before = sitting.style_of("Ada Lund", sitting.text)
        await sitting.press("T", "t")
        assert sitting.style_of("Ada Lund", sitting.text) == before
        assert sitting.screen.look.theme == "night"
        await sitting.press("ctrl+p")
        await sitting.write("theme: ")
        await sitting.settle()
        assert not sitting.app.screen.query("Hit") and not any("Theme: " in row for row in sitting.screen_rows())


async def test_another_theme_leaves_the_text_where_it_is() -> None:
    async with sit_down(long_reading(), size=MEDIUM) as sitting:
        await sitting.press("pagedown", "j")
        before = sitting.text_rows()
        await sitting.press("T", "alt+right")
        assert sitting.text_rows() == before


async def test_the_list_of_commands_begins_with_those_of_keys() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("ctrl+p")
        await sitting.until(lambda: sitting.shows(KEYS[0].description))
        assert not sitting.shows("Theme: ")


async def test_the_key_of_the_list_of_commands_can_be_had_for_something_else() -> None:
    keys = remapped({"mention.next": "ctrl+p", "palette.open": "f2"})
    async with sit_down(opened(HARBOUR), preferences=Preferences(keys=keys)) as sitting:
        await sitting.press("ctrl+p")
        assert sitting.state.current_number == 1
        await sitting.press("f2")
        await sitting.until(lambda: sitting.shows(KEYS[0].description))


async def test_the_look_is_there_again_the_next_time(study: Study, harbour: Path) -> None:
    async with study.sit_down(harbour, size=(160, 40)) as sitting:
        await sitting.press("T", "+", "L", "alt+right")
        await sitting.until(lambda: len(study.library.notebook.choices()) == 4)
        look = sitting.screen.look
    assert look == Look("paper", width=78, spacing=1, sidebar=36)
    async with study.sit_down(harbour, size=(160, 40)) as sitting:
        assert (sitting.screen.look, sitting.app.theme, _width(sitting, "sidebar")) == (look, "paper", 36)


async def test_what_is_chosen_in_the_last_moment_is_kept(study: Study, harbour: Path) -> None:
    async with study.sit_down(harbour) as sitting:
        await sitting.press_at_once("T", "q")
    assert study.library.notebook.choices() == {"theme": "paper"}


async def test_what_the_settings_say_holds_at_the_next_start(study: Study, harbour: Path) -> None:
    study.settings = type(study.settings)(data_folder=study.settings.data_folder, look={"theme": "contrast"})
    async with study.sit_down(harbour) as sitting:
        await sitting.press("T", "+")
        await sitting.until(lambda: len(study.library.notebook.choices()) == 2)
        assert sitting.app.theme == "distinct"
    async with study.sit_down(harbour) as sitting:
        assert (sitting.app.theme, sitting.screen.look.width) == ("contrast", 78)


async def test_a_damaged_choice_is_left_out(study: Study, harbour: Path) -> None:
    study.library.notebook.choose({"width": -5, "theme": 7, "sidebar": "wide", "nothing": 3, "spacing": 1})
    async with study.sit_down(harbour) as sitting:
        assert sitting.screen.look == Look(spacing=1)


async def test_a_theme_that_is_not_there_is_told(store: Path) -> None:
    async with sit_down(opened(HARBOUR), preferences=Preferences(Look("nigth"))) as sitting:
        assert sitting.shows("there is no theme 'nigth'")
        assert sitting.app.theme == "night"


async def test_every_theme_is_in_the_list_of_commands() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("ctrl+p")
        await sitting.write("theme: nord")
        await sitting.until(lambda: sitting.shows("Theme: nord"))
        await sitting.press("enter")
        await sitting.until(lambda: sitting.app.theme == "nord")


async def test_a_letter_leads_to_every_pane() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("f", "escape", "f", "tab", "'")
        for letter, name in (("s", "sections"), ("a", "actors"), ("t", "text"), ("m", "mentions")):
            corner = sitting.app.screen_stack[0].query_one(f"#{name}").region
            assert sitting.screen_rows()[corner.y][corner.x : corner.x + 3] == f" {letter} "
        for letter, pane in (("a", "actors"), ("s", "sections"), ("m", "mentions"), ("t", "text")):
            await sitting.press(*(["'"] if letter != "a" else []), letter)
            assert sitting.focused == pane


async def test_any_other_key_leads_nowhere() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("s", "'", "m")
        assert sitting.focused == "sections"
        await sitting.press("'", "escape")
        assert sitting.focused == "sections"


async def test_a_moved_key_works_and_is_told_everywhere() -> None:
    keys = remapped({"filter.open": "F", "help.open": "f5", "mention.next": "x,ctrl+n", "mention.previous": ""})
    async with sit_down(opened(HARBOUR), preferences=Preferences(keys=keys)) as sitting:
        await sitting.press("f", "n", "N")
        assert (sitting.focused, sitting.current_words) == ("text", "")
        await sitting.press("x")
        first = sitting.current_words
        await sitting.press("ctrl+n")
        assert first
        assert (sitting.current_words, sitting.state.current_number) != (first, 1)
        assert sitting.shows("x Ctrl+N next") or sitting.shows("x ctrl+n next")
        await sitting.press("f5")
        assert any("F  " in row and "Choose actors" in row for row in sitting.screen_rows())
        await sitting.press("escape", "F")
        assert sitting.screen.query_one("#filter").display


async def test_a_space_is_a_space_where_another_key_adds_actors() -> None:
    keys = remapped({"list.add": "f7"})
    async with sit_down(opened(HARBOUR), preferences=Preferences(keys=keys)) as sitting:
        await sitting.press("f")
        await sitting.write("nor")
        await sitting.press("space")
        assert (sitting.typed, sitting.state.filter.actors) == ("nor ", ())
        await sitting.press("f7")
        assert len(sitting.state.filter.actors) == 1


@pytest.mark.parametrize("moved", ["help.open", "strips.open", "page.cast", "review.open"])
async def test_a_box_closes_by_the_key_that_opens_it_wherever_it_is(moved: str) -> None:
    keys = remapped({moved: "f6"})
    async with sit_down(opened(HARBOUR), preferences=Preferences(keys=keys)) as sitting:
        await sitting.press("f6")
        assert isinstance(sitting.app.screen, ModalScreen)
        await sitting.press("f6")
        assert not isinstance(sitting.app.screen, ModalScreen)


def test_who_had_a_key_before_has_it_no_longer() -> None:
    keys = {key.id: key.keys for key in remapped({"mention.next": "j", "search.open": "?"})}
    assert (keys["line.down"], keys["list.down"], keys["strips.down"]) == ("down", "down", "down,j")
    assert (keys["search.open"], keys["help.open"]) == ("question_mark", "")
    assert sorted(keys) == sorted(key.id for key in KEYS)


def test_what_opens_a_box_takes_its_key_from_those_in_the_box() -> None:
    keys = {key.id: key.keys for key in remapped({"corrections.open": "d", "review.open": "y"})}
    assert (keys["correction.drop"], keys["review.yes"], keys["note.drop"]) == ("delete", "", "d,delete")


def test_a_key_may_be_called_in_other_ways() -> None:
    keys = {key.id: key.keys for key in remapped({"mention.next": "shift+x, Ctrl+N,F5", "mention.previous": "["})}
    assert (keys["mention.next"], keys["mention.previous"]) == ("X,ctrl+n,f5", "left_square_bracket")
    assert keys["section.previous"] == ""


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ({"mention.nxt": "x"}, "mention.nxt"),
        ({"mention.next": "crtl+x"}, "crtl+x"),
        ({"mention.next": "x", "filter.open": "x"}, "both are 'x'"),
        ({"mention.next": "ctrl+q"}, "always quits"),
        ({"mention.next": "ctrl+j"}, "is Enter"),
        ({"mention.next": "shift+!"}, "no key 'shift"),
        ({"mention.next": "\x1b"}, "no key"),
        ({"mention.next": "x", "list.add": "x"}, "both are 'x'"),
    ],
)
def test_keys_that_cannot_be_are_refused(wanted: dict[str, str], told: str) -> None:
    with pytest.raises(ConfigurationError, match=told.replace("+", r"\+")):
        remapped(wanted)


@pytest.mark.parametrize("name", LIMITS)
def test_no_number_goes_beyond_its_limits(name: str) -> None:
    least, most = LIMITS[name]
    assert getattr(Look().having_more(name, 1_000), name) == most
    assert getattr(Look().having_more(name, -1_000), name) == least
