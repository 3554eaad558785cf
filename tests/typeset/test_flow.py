"""Running text has single spaces and no marks, and each of its characters is found again in the file."""

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.properties import relaxed
from tuireader.domain.span import Span
from tuireader.typeset.flow import flow

texts = st.text(st.sampled_from("ab_ \n\t漢"), max_size=30)


@relaxed
@given(texts, st.data())
def test_the_parts_of_a_flow_are_its_characters_in_the_text(text: str, data: st.DataObject) -> None:
    marks = [at for at, sign in enumerate(text) if sign == "_" and data.draw(st.booleans())]
    flowed = flow(f"x{text}y", Span(1, len(text) + 1), [mark + 1 for mark in marks])
    parts = list(flowed.spans((0, len(flowed.text)))) if flowed.text else []
    assert [distance for _, distance in parts] == [
        sum(len(part) for part, _ in parts[:number]) for number in range(len(parts))
    ]
    in_text = "".join(f"x{text}y"[part.start : part.end] for part, _ in parts)
    assert in_text.translate({9: " ", 10: " "}) == flowed.text
    shown = "".join(sign for at, sign in enumerate(text) if at not in marks)
    assert flowed.text.split() == shown.split()


@relaxed
@given(texts)
def test_without_marks_spaces_become_one(text: str) -> None:
    flowed = flow(text, Span(0, len(text)), ())
    assert "  " not in flowed.text
    assert flowed.text.strip() == " ".join(text.split())


def test_a_mark_leaves_no_space() -> None:
    assert flow("so _it\nis_.", Span(0, 11), [3, 9]).text == "so it is."
