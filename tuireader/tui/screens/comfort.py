"""How wide the text and the panes are, and how far apart the lines stand."""

from dataclasses import replace

from textual import on
from textual.reactive import reactive

from tuireader.look import LIMITS, Look
from tuireader.tui.messages import LookChosen, PaneDragged
from tuireader.tui.screens.walker import Walker
from tuireader.tui.widgets.pane import Pane
from tuireader.tui.widgets.paragraph_view import ParagraphView
from tuireader.typeset.page import page_width


class Comfort(Walker):
    """Keeps the look of the screen; every choice is told upwards, so that it can be remembered."""

    look: reactive[Look] = reactive(Look(), init=False, repaint=False)
    usual = Look()
    """How it looks to whoever has chosen nothing."""

    def watch_look(self, old: Look, look: Look) -> None:
        """Fit the panes, and tell what was chosen."""
        self.fit_panes()
        self.post_message(LookChosen(old, look))

    def fit_panes(self) -> None:
        """Give the panes the width that is wanted, as far as the screen has room for it."""
        for pane in self.query(Pane):
            if pane.id is not None:
                pane.styles.width = self.look.pane_in(pane.id, self.app.size.width)

    def action_widen_text(self, cells: int) -> None:
        """Set the text in longer lines, or in shorter ones if negative."""
        view = self.query_one(ParagraphView).size.width
        seen = page_width(view, self.look)
        if cells < 0 or seen == self.look.width:
            self.look = replace(self.look, width=seen).having_more("width", cells)

    def action_space_lines(self) -> None:
        """Have more room between the lines, or none again."""
        spacing = self.look.spacing + 1
        self.look = replace(self.look, spacing=spacing if spacing <= LIMITS["spacing"][1] else 0)

    def action_widen_pane(self, cells: int) -> None:
        """Make the pane that has the keys wider, or narrower if negative; else whatever is beside the text."""
        panes = [pane for pane in self.query(Pane) if pane.display and not self.has_class("-narrow")]
        focused = [pane for pane in panes if pane.has_pseudo_class("focus-within")]
        for pane in (focused or panes)[:1]:
            self._set_pane(pane.id or "", pane.outer_size.width + cells)

    def action_look_as_usual(self) -> None:
        """Text and panes as the settings have them, or as they were at first; the theme stays."""
        self.look = replace(self.usual, theme=self.look.theme)

    @on(PaneDragged)
    def _drag_pane(self, message: PaneDragged) -> None:
        self._set_pane(message.pane, message.cells)

    def _set_pane(self, name: str, cells: int) -> None:
        self.look = self.look.with_pane(name, cells, self.app.size.width)
