"""A pane beside the text, as wide as its reader wants it."""

from textual import events
from textual.containers import Vertical
from textual.widget import Widget

from tuireader.tui.messages import PaneDragged


class Pane(Vertical):
    """Stands at the left or at the right of the text; its edge towards the text can be dragged."""

    def __init__(self, *children: Widget, id: str, cells: int, is_right: bool = False) -> None:
        """Make a pane.

        Args:
            children: What stands in it.
            id: What it is called, also among the choices of the look.
            cells: Its width.
            is_right: Whether the text is at its left.
        """
        super().__init__(*children, id=id)
        self.styles.width = cells
        self._is_right = is_right

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the edge."""
        edge = self.region.x if self._is_right else self.region.right - 1
        if event.screen_x == edge:
            event.stop()
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Go along with a drag."""
        if self.app.mouse_captured is self:
            far = self.region.right - event.screen_x if self._is_right else event.screen_x + 1 - self.region.x
            self.post_message(PaneDragged(self.id or "", far))

    def on_mouse_up(self) -> None:
        """Let the edge go."""
        if self.app.mouse_captured is self:
            self.release_mouse()
