"""The box in which a reader corrects an actor."""

from collections.abc import Sequence
from typing import ClassVar

from rich.style import Style
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input

from tuireader.domain.correction import Correction
from tuireader.tui.rows import Part
from tuireader.tui.signs import kind_ink
from tuireader.tui.steps import Choice, Step
from tuireader.tui.widgets.row_list import RowList
from tuireader.typeset.palette import SIGNS


class MendScreen(ModalScreen[Correction | None]):
    """Goes from step to step; its answer is the correction at the end."""

    BINDINGS: ClassVar = [
        Binding("escape", "step_back", "Back", priority=True),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "move_page(1)", show=False),
        Binding("pageup", "move_page(-1)", show=False),
    ]

    def __init__(self, step: Step) -> None:
        """Begin with a step."""
        super().__init__()
        self._steps = [step]

    def compose(self) -> ComposeResult:
        """A box with a line to type in, where there is something to type, and the choices."""
        with Vertical(id="mend") as box:
            box.border_subtitle = "Enter chooses, Esc goes back"
            yield Input(compact=True)
            yield ChoiceList()

    def on_mount(self) -> None:
        """Show the first step."""
        self._show()

    def action_step_back(self) -> None:
        """Go to the step before, or close the box."""
        self._steps.pop()
        if self._steps:
            self._show()
        else:
            self.dismiss(None)

    def action_move(self, rows: int) -> None:
        """Move the cursor while typing."""
        self._choices.action_move(rows)

    def action_move_page(self, pages: int) -> None:
        """Move it by a page."""
        self._choices.action_move_page(pages)

    @on(Input.Changed)
    def _narrow(self) -> None:
        self._choices.empty_text = self._steps[-1].nothing
        self._choices.list_choices(self._steps[-1].offered(self._line.value))

    @on(Input.Submitted)
    def _choose_marked(self) -> None:
        self._choices.action_choose()

    def on_choice_list_chosen(self, message: "ChoiceList.Chosen") -> None:
        """Go on, or end."""
        outcome = message.choice.outcome
        if isinstance(outcome, Step):
            self._steps.append(outcome)
            self._show()
        else:
            self.dismiss(outcome)

    def _show(self) -> None:
        step = self._steps[-1]
        self.query_one("#mend").border_title = Content(step.title)
        self._line.display = bool(step.prompt)
        self._line.placeholder = step.prompt
        with self.prevent(Input.Changed):
            self._line.value = step.typed
        self._narrow()
        (self._line if step.prompt else self._choices).focus()

    @property
    def _line(self) -> Input:
        return self.query_one(Input)

    @property
    def _choices(self) -> "ChoiceList":
        return self.query_one(ChoiceList)


class ChoiceList(RowList):
    """Shows choices; its cursor is seen while the reader types."""

    class Chosen(Message):
        """A choice was made."""

        def __init__(self, choice: Choice) -> None:
            super().__init__()
            self.choice = choice

    def __init__(self) -> None:
        super().__init__(id="choices")
        self._offered: Sequence[Choice] = ()

    @property
    def shows_cursor(self) -> bool:
        """Always: Enter in the line above chooses the row under the cursor."""
        return True

    def count_rows(self) -> int:
        """How many choices there are."""
        return len(self._offered)

    def row_parts(self, row: int, width: int) -> tuple[list[Part], list[Part]]:
        """What the choice says, behind the sign of whom it names."""
        choice, quiet = self._offered[row], self.ink("quiet")
        actor = choice.actor
        sign = [] if actor is None else [(f"{SIGNS[actor.kind]} ", self.ink(kind_ink(actor.kind)))]
        return [*sign, (choice.text, Style.null())], [(f"  {choice.note}", quiet)] if choice.note else []

    def list_choices(self, offered: Sequence[Choice]) -> None:
        """Show other choices."""
        self._offered = offered
        self.rows_changed()
        self.cursor = 0

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        if self._offered:
            self.post_message(self.Chosen(self._offered[self.cursor]))
