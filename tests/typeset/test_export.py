"""Places are written in forms that other programs read."""

import csv
import io
import json

from markdown_it import MarkdownIt

from tests.tui.documents import HARBOUR, opened
from tuireader.domain.concordance import Concordance, Order
from tuireader.typeset.export import exported

STATE = opened(HARBOUR.replace("burn, whatever", "*burn* `<b>` | _whatever_"))
PLACES = STATE.index.spans_of((STATE.index.actors[0].id,))
GROUPS = Concordance(STATE.document, STATE.index, PLACES).grouped(Order.PLACE)


def written(form: str) -> str:
    return exported(STATE.document, GROUPS, "Nor_way_", form)


def test_rows_of_csv_and_json_are_the_same_and_point_into_the_text() -> None:
    rows = list(csv.DictReader(io.StringIO(written(".csv"))))
    objects = json.loads(written(".json"))
    assert rows == [{name: str(value) for name, value in each.items()} for each in objects]
    assert [STATE.document.text[each["start"] : each["end"]] for each in objects] == [each["words"] for each in objects]
    assert [each["words"] for each in objects] == ["Norway", "Oslo", "Norway", "Norway"]
    assert objects[0]["section"] == "The harbour"


def test_no_cell_of_csv_is_a_formula() -> None:
    state = opened("=SUM(A1) Norway, -1 Norway\n\n@Norway")
    groups = Concordance(state.document, state.index, state.index.spans_of((state.index.actors[0].id,)))
    written = exported(state.document, groups.grouped(Order.PLACE), "Norway", ".csv")
    cells = [cell for row in csv.reader(io.StringIO(written)) for cell in row]
    assert "'=SUM(A1) " in cells
    assert not [cell for cell in cells if cell.startswith(("=", "-", "@"))]


def test_markdown_says_what_stands_there_and_nothing_of_it_is_a_sign() -> None:
    page = MarkdownIt().render(written(".md"))
    assert "<h1>Nor_way_</h1>" in page
    assert page.count("<strong>") == 4
    assert "<b>" not in page
    assert "<em>" not in page


def test_text_has_a_line_for_each_place() -> None:
    lines = written(".txt").splitlines()
    assert lines[0] == "Nor_way_"
    assert sum(line.startswith("  ") for line in lines) == 4
    assert "§ The letter" in lines
