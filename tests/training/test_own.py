"""Our own texts: marks in braces become names of a plain text, and whatever is marked wrongly is refused."""

from pathlib import Path

import pytest

pytest.importorskip("numpy", reason="training needs tuireader[train]")

from tuireader.domain.span import Span
from tuireader.recognise.candidates import survey
from tuireader.recognise.decide import KINDS
from tuireader.recognise.names import NameKind
from tuireader.training.labels import own_marks
from tuireader.training.own import TEXTS, MarkupError, Own, parse, parse_file, read_own


def _kinds(own: Own) -> dict[str, NameKind]:
    names, marks = survey(own.text, [Span(0, len(own.text))]).names, own_marks(own)
    votes = {key: marks.votes(name) for key, name in names.items()}
    return {key: KINDS[each.index(max(each))] for key, each in votes.items()}


def test_braces_are_taken_out_and_names_keep_their_places() -> None:
    own = parse("a", "Dr {P:Okafor} of the {O:Tea Board}\nflew to {L:Accra}.")
    assert own.text == "Dr Okafor of the Tea Board\nflew to Accra."
    assert [(own.text[name.start : name.end], name.kind) for name in own.names] == [
        ("Okafor", NameKind.PERSON),
        ("Tea Board", NameKind.ORGANISATION),
        ("Accra", NameKind.PLACE),
    ]


def test_a_name_may_be_broken_over_lines() -> None:
    own = parse("a", "with {P:Nadia\nFerrante} and others")
    assert own.text[own.names[0].start : own.names[0].end] == "Nadia\nFerrante"


@pytest.mark.parametrize(
    "marked",
    [
        "a {Q:letter}",
        "a {p:letter}",
        "a {P:name",
        "a name}",
        "a {P:name {L:inside}}",
        "a {P:}",
        "a {P: name}",
        "{name}",
    ],
)
def test_a_wrong_mark_is_refused(marked: str) -> None:
    with pytest.raises(MarkupError, match="tale: no mark is"):
        parse("tale", marked)


@pytest.mark.parametrize("content", ["text\n=== a\ntext\n", "=== a\none\n=== a\ntwo\n", "=== \ntext\n", "=== a\n\n"])
def test_a_file_that_is_no_row_of_documents_is_refused(content: str) -> None:
    with pytest.raises(MarkupError):
        list(parse_file("tales", content))


def test_a_title_is_no_part_of_the_text() -> None:
    first, second = parse_file("tales", "=== Anna\none\n\ntwo\n\n=== Ben\nthree\n")
    assert (first.id, first.text) == ("tales/Anna", "one\n\ntwo")
    assert (second.id, second.text) == ("tales/Ben", "three")


def test_marks_vote_for_the_kinds_of_candidates() -> None:
    own = parse("a", "with Mr {P:Paul Frost} of {L:St Peter's}, who saw the {O:Bank of Ghana} by Moonlight")
    kinds = _kinds(own)
    assert kinds["paul frost"] is NameKind.PERSON
    assert kinds["st peter"] is NameKind.PLACE
    assert kinds["bank of ghana"] is NameKind.ORGANISATION
    assert kinds["ghana"] is NameKind.NONE
    assert kinds["moonlight"] is NameKind.NONE


def test_a_number_behind_a_name_does_not_hide_it() -> None:
    assert _kinds(parse("a", "under the {X:Shipping Act 1894} of old"))["shipping act"] is NameKind.OTHER


def test_the_texts_of_the_repository_are_marked_rightly() -> None:
    texts = read_own(TEXTS)
    assert len(texts) == 160
    assert {name.kind for text in texts for name in text.names} == set(KINDS) - {NameKind.NONE}


def test_a_folder_may_be_empty_but_not_missing(tmp_path: Path) -> None:
    assert read_own(tmp_path) == []
    with pytest.raises(FileNotFoundError):
        read_own(tmp_path / "nowhere")
