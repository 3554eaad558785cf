"""Every key of the reader, once: the bindings, the footer, the help, the palette and a README test come from here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Group(StrEnum):
    """Under which heading the help lists a key."""

    MOVE = "Moving in the text"
    ACTORS = "Actors and search"
    CORRECT = "Correcting the actors"
    PANES = "Panes and lists"
    STRIPS = "Strips"
    NOTES = "Notes and copying"
    LOOK = "Look"
    PROGRAM = "Program"


class Scope(StrEnum):
    """Where a key works."""

    READER = "reader"
    TEXT = "text"
    LIST = "list"
    STRIPS = "strips"
    BOX = "box"
    NOTES = "notes"
    CONTEXT = "context"
    REVIEW = "review"
    CORRECTIONS = "corrections"


@dataclass(frozen=True, slots=True)
class Key:
    """A key, or several that do the same."""

    id: str
    keys: str
    """Textual's names of the keys, separated by commas."""

    action: str
    description: str
    group: Group
    scope: Scope = Scope.READER
    label: str = ""
    """One or two words for the footer; a key without them is not shown there, and the later ones only if they fit."""

    @property
    def shown(self) -> str:
        """The keys as a person reads them."""
        return " ".join(SHOWN.get(key, key) for key in self.keys.split(","))


SHOWN = {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "space": "Space",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "backspace": "Backspace",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "slash": "/",
    "question_mark": "?",
    "greater_than_sign": ">",
    "apostrophe": "'",
    "plus": "+",
    "equals_sign": "=",
    "minus": "-",
    "alt+left": "Alt+←",
    "alt+right": "Alt+→",
    "delete": "Del",
    "ctrl+i": "Ctrl+I",
    "ctrl+o": "Ctrl+O",
    "ctrl+p": "Ctrl+P",
    "ctrl+c": "Ctrl+C",
    "ctrl+z": "Ctrl+Z",
}

_IN_CONTEXT, _LISTED = "In wide lines: ", "In what was corrected: "

KEYS = (
    Key("mention.next", "n", "next_mention", "Next mention, or next hit of a search", Group.ACTORS, label="next"),
    Key("mention.previous", "N", "previous_mention", "Previous mention or hit", Group.ACTORS, label="prev"),
    Key("filter.only", "o", "toggle_narrowed", "Only paragraphs that match, or all", Group.ACTORS, label="only these"),
    Key("gap.open", "enter", "open_gap", "Show what is left out at the next gap", Group.ACTORS, Scope.TEXT),
    Key("filter.open", "f", "open_filter", "Choose actors, or ask, in the filter pane", Group.ACTORS, label="filter"),
    Key("search.open", "slash", "open_search", "Search for words", Group.ACTORS, label="search"),
    Key("links.show", "l", "show_links", "Show where the links in sight lead", Group.ACTORS),
    Key("filter.drop", "backspace", "drop_actor", "Drop the actor chosen last", Group.ACTORS),
    Key("line.down", "down,j", "scroll_rows(1)", "One line down", Group.MOVE, Scope.TEXT),
    Key("line.up", "up,k", "scroll_rows(-1)", "One line up", Group.MOVE, Scope.TEXT),
    Key("page.down", "pagedown,space", "scroll_page(1)", "One page down", Group.MOVE, Scope.TEXT),
    Key("page.up", "pageup,b", "scroll_page(-1)", "One page up", Group.MOVE, Scope.TEXT),
    Key("text.start", "g,home", "go_to_start", "Beginning of the text", Group.MOVE),
    Key("text.end", "G,end", "go_to_end", "End of the text", Group.MOVE),
    Key("section.next", "right_square_bracket", "next_section", "Next section", Group.MOVE, label="section"),
    Key("section.previous", "left_square_bracket", "previous_section", "Previous section", Group.MOVE),
    Key("jump.back", "ctrl+o", "go_back", "Back to where a jump came from", Group.MOVE, label="back"),
    Key("jump.forward", "greater_than_sign,ctrl+i", "go_forward", "Forward again, after going back", Group.MOVE),
    Key("sections.focus", "s", "focus_sections", "Go to the sections", Group.PANES),
    Key("actors.focus", "a", "focus_actors", "Go to the key actors", Group.PANES, label="actors"),
    Key("pane.next", "tab", "app.focus_next", "Next pane", Group.PANES),
    Key("pane.previous", "shift+tab", "app.focus_previous", "Previous pane", Group.PANES),
    Key("pane.labels", "apostrophe", "open_labels", "Go to a pane by its letter", Group.PANES),
    Key("list.choose", "enter", "choose", "Choose, or jump there", Group.PANES, Scope.LIST, "choose"),
    Key("list.add", "space", "add", "Choose one more actor", Group.PANES, Scope.LIST, "add"),
    Key("list.down", "down,j", "move(1)", "Next row", Group.PANES, Scope.LIST),
    Key("list.up", "up,k", "move(-1)", "Previous row", Group.PANES, Scope.LIST),
    Key("list.pagedown", "pagedown", "move_page(1)", "One page of rows down", Group.PANES, Scope.LIST),
    Key("list.pageup", "pageup", "move_page(-1)", "One page of rows up", Group.PANES, Scope.LIST),
    Key("list.first", "g,home", "move_to_first", "In a box: the first row", Group.PANES, Scope.BOX),
    Key("list.last", "G,end", "move_to_last", "In a box: the last row", Group.PANES, Scope.BOX),
    Key("list.fold", "left", "fold", "Fold the sections below this one", Group.PANES, Scope.LIST),
    Key("list.unfold", "right", "unfold", "Unfold them", Group.PANES, Scope.LIST),
    Key("step.back", "escape", "step_back", "Step back: put away what is narrowest", Group.PROGRAM, label="step back"),
    Key("text.copy", "ctrl+c", "copy_text", "Copy the selected text", Group.PROGRAM),
    Key("theme.toggle", "t", "app.toggle_theme", "Light or dark", Group.LOOK),
    Key("theme.next", "T", "app.next_theme", "Next theme: night, paper, contrast, distinct", Group.LOOK),
    Key("text.wider", "plus,equals_sign", "widen_text(4)", "Longer lines", Group.LOOK),
    Key("text.narrower", "minus", "widen_text(-4)", "Shorter lines", Group.LOOK),
    Key("text.spacing", "L", "space_lines", "More room between the lines, or none", Group.LOOK),
    Key("pane.wider", "alt+right", "widen_pane(3)", "Wider pane beside the text", Group.LOOK),
    Key("pane.narrower", "alt+left", "widen_pane(-3)", "Narrower pane", Group.LOOK),
    Key("look.usual", "0", "look_as_usual", "Text and panes as wide as at first", Group.LOOK),
    Key("palette.open", "ctrl+p", "app.command_palette", "All commands", Group.PROGRAM),
    Key("recent.open", "O", "open_recent", "Open a recent document", Group.PROGRAM),
    Key("file.reload", "R", "reload", "Read the file again when it has changed", Group.PROGRAM, label="read again"),
    Key("program.suspend", "ctrl+z", "app.suspend_process", "To the shell; `fg` comes back", Group.PROGRAM),
    Key("actor.card", "i", "open_card", "Who this is: the card of an actor", Group.ACTORS, label="who"),
    Key("page.cast", "c", "open_cast", "The cast of this page", Group.ACTORS),
    Key("strips.open", "v", "open_strips", "Who is where: strips of the main actors", Group.ACTORS),
    Key("context.open", "w", "open_concordance", "Mentions in context, in wide lines", Group.ACTORS),
    Key("veil.toggle", "z", "toggle_veil", "Know only what was read up to here, or all", Group.ACTORS),
    Key("actor.correct", "e", "open_mend", "Correct an actor, a mention or selected words", Group.CORRECT),
    Key("review.open", "r", "open_review", "Review what is doubtful, one by one", Group.CORRECT),
    Key("correct.undo", "u", "undo", "Undo the last correction", Group.CORRECT),
    Key("correct.redo", "U", "redo", "Do it again", Group.CORRECT),
    Key("corrections.open", "E", "open_corrections", "What was corrected", Group.CORRECT),
    Key("context.sort", "s", "sort", _IN_CONTEXT + "by place, or by form", Group.ACTORS, Scope.CONTEXT),
    Key("context.leave", "x", "leave_out", _IN_CONTEXT + "leave this form out", Group.ACTORS, Scope.CONTEXT),
    Key(
        "context.pronouns",
        "p",
        "toggle_pronouns",
        _IN_CONTEXT + "pronouns, or none",
        Group.ACTORS,
        Scope.CONTEXT,
    ),
    Key("context.all", "a", "take_all", _IN_CONTEXT + "all of them again", Group.ACTORS, Scope.CONTEXT),
    Key("context.write", "w", "write", _IN_CONTEXT + "write them into a file", Group.ACTORS, Scope.CONTEXT),
    Key("review.yes", "y", "answer('yes')", "In the review: it is right", Group.CORRECT, Scope.REVIEW),
    Key("review.no", "n", "answer('no')", "In the review: it is wrong", Group.CORRECT, Scope.REVIEW),
    Key("review.same", "s", "answer('same')", "In the review: they are the same", Group.CORRECT, Scope.REVIEW),
    Key("review.undo", "u", "undo", "In the review: take the last answer back", Group.CORRECT, Scope.REVIEW),
    Key("correction.drop", "d,delete", "drop_correction", _LISTED + "take one back", Group.CORRECT, Scope.CORRECTIONS),
    Key("correction.restore", "u", "restore_correction", _LISTED + "do it again", Group.CORRECT, Scope.CORRECTIONS),
    Key("strips.right", "right,l", "move_cell(1)", "Further on in the text", Group.STRIPS, Scope.STRIPS),
    Key("strips.left", "left,h", "move_cell(-1)", "Further back", Group.STRIPS, Scope.STRIPS),
    Key("strips.down", "down,j", "move(1)", "Next actor", Group.STRIPS, Scope.STRIPS),
    Key("strips.up", "up,k", "move(-1)", "Previous actor", Group.STRIPS, Scope.STRIPS),
    Key("strips.next", "n", "move_mention(1)", "Where the actor is mentioned next", Group.STRIPS, Scope.STRIPS),
    Key("strips.previous", "N", "move_mention(-1)", "Where it was mentioned before", Group.STRIPS, Scope.STRIPS),
    Key("strips.section", "right_square_bracket", "move_section(1)", "Next section", Group.STRIPS, Scope.STRIPS),
    Key("strips.back", "left_square_bracket", "move_section(-1)", "Previous section", Group.STRIPS, Scope.STRIPS),
    Key("strips.choose", "enter", "choose", "Go there", Group.STRIPS, Scope.STRIPS),
    Key("note.write", "m", "write_note", "Mark the selection, the mention or this place", Group.NOTES, label="mark"),
    Key("notes.open", "M", "open_notes", "Your notes and bookmarks", Group.NOTES),
    Key("note.edit", "e", "edit_note", "In their list: put one in other words", Group.NOTES, Scope.NOTES),
    Key("note.drop", "d,delete", "drop_note", "In their list: delete one", Group.NOTES, Scope.NOTES),
    Key("note.restore", "u", "restore_note", "In their list: bring back what was deleted", Group.NOTES, Scope.NOTES),
    Key("source.copy", "y", "copy_with_source", "Copy the selection, or this paragraph, with its source", Group.NOTES),
    Key("help.open", "question_mark", "open_help", "This help", Group.PROGRAM, label="help"),
    Key("quit", "q", "app.quit", "Quit", Group.PROGRAM, label="quit"),
)


def grouped(keys: Sequence[Key] = KEYS) -> Iterable[tuple[Group, list[Key]]]:
    """Keys under their headings, in the order of the help."""
    return ((group, [key for key in keys if key.group is group]) for group in Group)


def hint(keys: Sequence[Key], id: str) -> str:
    """What to press for something: its first key, or that of the list of all commands."""
    shown = {key.id: key.shown.split() for key in keys}
    return next(iter(shown[id] or shown["palette.open"] or ["F1"]))
