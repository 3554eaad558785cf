"""PDF files as a reader sees them."""

import pytest

from tests.loaders.printing import Mark, pdf, set_lines
from tests.loaders.rules import check_document
from tuireader.domain.document import Document
from tuireader.errors import LockedError, ReaderError, UnreadableError
from tuireader.loaders.pdf.furniture import without_furniture
from tuireader.loaders.pdf.line import Line
from tuireader.loaders.registry import load

FIRST = (
    "The ferry leaves the quay at nine in the morning, and nobody in the harbour office knows whether it will come back"
    " before the evening, because the wind has turned to the north and the sea outside the bay is rough. The master of"
    " the harbour has told the captains to stay where they are until the weather has become better."
)
SECOND = (
    "On the other side of the bay the people of the village wait for their letters and their bread, as they have done"
    " every winter since the bridge was taken away by the ice, and they look at the sky more often than at the clock."
)
THIRD = (
    "When the boat came at last it brought a man whom none of them had seen before. He carried a bag of leather and a"
    " lamp, and he asked for the way to the house of the doctor, who had gone to bed an hour earlier."
)


def read(data: bytes, name: str = "a.pdf") -> Document:
    document = load(data, name)
    check_document(document)
    return document


def paragraphs(data: bytes) -> list[str]:
    document = read(data)
    return [document.text[each.span.start : each.span.end] for each in document.paragraphs]


def below(marks: list[Mark], gap: float = 24) -> float:
    return marks[-1].y + gap


def test_lines_become_paragraphs() -> None:
    first = set_lines(FIRST)
    second = set_lines(SECOND, y=below(first))
    assert paragraphs(pdf([[*first, *second]])) == [FIRST, SECOND]


def test_paragraphs_that_begin_with_an_indent_are_told_apart_without_gaps() -> None:
    marks = set_lines(FIRST)
    for words in (SECOND, THIRD, FIRST):
        lines = set_lines(f"mmm {words}", y=below(marks, 12))
        lines[0] = Mark(92, lines[0].y, lines[0].words[4:])
        marks += lines
    assert paragraphs(pdf([marks])) == [FIRST, SECOND, THIRD, FIRST]


def test_a_paragraph_goes_on_over_the_end_of_a_page_and_knows_both_pages() -> None:
    lines = set_lines(FIRST)
    pages = [lines[:2], [Mark(72, 100 + 12 * number, each.words) for number, each in enumerate(lines[2:])]]
    pages[1] += set_lines(SECOND, y=below(pages[1]))
    document = read(pdf(pages))
    assert document.text == f"{FIRST}\n\n{SECOND}"
    turn = document.text.index(lines[2].words)
    assert (document.page_at(turn - 2), document.page_at(turn), document.page_at(len(document.text))) == (1, 2, 2)
    assert len(document.pages) == 2


def test_hyphens_go_where_the_word_is_known_and_stay_where_they_belong() -> None:
    words = "They spoke of the government again and of the govern\u00adment which is well\u00adknown."
    text = paragraphs(pdf([set_lines(words, width=236) + set_lines(SECOND, y=300)]))[0]
    assert "of the government which is" in text
    words = "Everybody there thought that she would never be a well\u00adknown writer in the city."
    text = paragraphs(pdf([set_lines(words, width=272) + set_lines(SECOND, y=300)]))[0]
    assert "a well-known writer" in text


def test_two_columns_are_read_one_after_the_other() -> None:
    title = [Mark(72, 60, "A title that stands over both of the columns of this page", 18, "B")]
    left = set_lines(f"{FIRST} {FIRST}", width=210)
    right = set_lines(f"{SECOND} {SECOND}", x=310, width=210)
    rows = sorted([*left, *right], key=lambda mark: (mark.y, mark.x))
    found = paragraphs(pdf([[*title, *rows]]))
    assert found[1].startswith(f"{FIRST} {FIRST}"[:300])
    assert " ".join(found[1:]) == f"{FIRST} {FIRST} {SECOND} {SECOND}"


def test_columns_of_prose_may_hold_short_lines() -> None:
    lines = [f"boat {number} leaves the old quay at nine and" for number in range(10, 30)]
    left = [Mark(72, 100 + 12 * at, words) for at, words in enumerate(lines)]
    for number in range(24):
        left.append(Mark(72, below(left, 12 if number else 36), f"sign {number}"))
    right = [Mark(310, 100 + 12 * at, words.replace("boat", "ship")) for at, words in enumerate([*lines, *lines])]
    found = paragraphs(pdf([sorted([*left, *right], key=lambda mark: (mark.y, mark.x))]))
    assert found[0] == " ".join(lines)
    assert " ".join(found).endswith(" ".join([*lines, *lines]).replace("boat", "ship"))


def test_running_heads_and_page_numbers_are_left_out() -> None:
    names = ("Ada", "Bo", "Cleo", "Dan", "Eve", "Finn")
    pages = [
        [
            Mark(200, 40, f"The Ferry {number}"),
            *set_lines(f"{name}! {FIRST}", y=100 + 12 * number),
            Mark(300, 800, str(number)),
        ]
        for number, name in enumerate(names, 1)
    ]
    assert paragraphs(pdf(pages)) == [f"{name}! {FIRST}" for name in names]


@pytest.mark.parametrize("size", [10, 20])
def test_numbered_headings_at_the_top_of_pages_stay(size: float) -> None:
    pages = [
        page
        for number in range(1, 9)
        for page in (
            [
                Mark(72, 60, f"Chapter {number}", size, "B"),
                *set_lines(FIRST, y=100 + 12 * number),
                Mark(300, 800, str(2 * number + 3)),
            ],
            [Mark(72, 40, "The Ferry"), *set_lines(SECOND, y=100 + 12 * number), Mark(300, 800, str(2 * number + 4))],
        )
    ]
    document = read(pdf(pages))
    assert [section.title for section in document.sections] == [f"Chapter {number}" for number in range(1, 9)]
    assert document.text.count("The Ferry") == 0
    assert document.text.count(SECOND) == 8


def test_roman_numbers_of_pages_are_left_out() -> None:
    numbers = ("ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
    pages = [
        [Mark(72, 40, f"{number} The Ferry"), *set_lines(FIRST, y=100 + 12 * place)]
        for place, number in enumerate(numbers)
    ]
    assert set(paragraphs(pdf(pages))) == {FIRST}


@pytest.mark.parametrize(
    ("head", "size"),
    [("{0}", 14), ("{1} The Ferry {2}", 10), ("V. Marsh {0}", 10), ("{0} of 99", 10)],
    ids=["large numbers", "two pages a picture", "initial", "of all"],
)
def test_numbers_of_pages_are_left_out_in_any_form(head: str, size: float) -> None:
    pages = [
        [
            Mark(72, 40, head.format(page + 7, 2 * page + 4, 2 * page + 5), size),
            *set_lines(FIRST, y=100 + 12 * page),
        ]
        for page in range(10)
    ]
    assert set(paragraphs(pdf(pages))) == {FIRST}


@pytest.mark.parametrize("head", ["İ. Yılmaz {}", "Report " + "7" * 400 + "{}"])
def test_letters_and_long_numbers_are_no_numbers_of_pages(head: str) -> None:
    pages = [
        [Line(head.format(page), page, 72, 200, 40, 10), Line("Words", page, 72, 300, 99 + 9 * page, 10)]
        for page in range(9)
    ]
    assert [page[-1] for page in without_furniture(pages)] == [page[1] for page in pages]


@pytest.mark.parametrize("number", ["7" * 5_000, "²", "٣"])
def test_any_number_may_stand_at_the_edge_of_a_page(number: str) -> None:
    pages = [[Line(f"{number}{page}", page, 72, 200, 40, 10), Line("W", page, 72, 9, 99, 10)] for page in range(9)]
    assert len(without_furniture(pages)) == 9


def test_the_outline_names_the_sections() -> None:
    pages = [
        [Mark(72, 80, "Chapter 1. The Quay", 10, "B"), *set_lines(FIRST)],
        [Mark(72, 80, "The Boat"), *set_lines(SECOND)],
        set_lines(THIRD),
    ]
    document = read(pdf(pages, outline=[("The Quay", 0), ("The Boat", 1), ("The Man", 2)], title="The Ferry"))
    assert document.title == "The Ferry"
    assert [section.title for section in document.sections] == ["Chapter 1. The Quay", "The Boat", "The Man"]


def test_without_an_outline_larger_and_bolder_lines_are_headings() -> None:
    marks = [Mark(72, 60, "The Ferry", 20, "B"), *set_lines(FIRST)]
    for head in ("The Quay", "The Boat"):
        marks += [Mark(72, below(marks, 30), head, 14, "B"), *set_lines(SECOND, y=below(marks, 50))]
        marks += [Mark(72, below(marks, 20), f"More of {head}", 10, "B"), *set_lines(THIRD, y=below(marks, 40))]
    document = read(pdf([marks]))
    assert document.title == "The Ferry"
    assert [(section.title, section.level) for section in document.sections] == [
        ("The Ferry", 1),
        ("The Quay", 2),
        ("More of The Quay", 3),
        ("The Boat", 2),
        ("More of The Boat", 3),
    ]


def test_numbered_headings_in_bold_may_be_smaller_than_the_text() -> None:
    marks = set_lines(FIRST)
    for head, words in (("I. The Quay", SECOND), ("A. The Boat", THIRD), ("Small words in bold", FIRST)):
        marks += [Mark(72, below(marks, 30), head, 9, "B"), *set_lines(words, y=below(marks, 50))]
    titles = [section.title for section in read(pdf([marks])).sections]
    assert titles[-2:] == ["I. The Quay", "A. The Boat"]


def test_a_line_that_is_bold_in_part_is_no_heading() -> None:
    marks = set_lines(FIRST)
    for words in (SECOND, THIRD):
        at = below(marks, 30)
        marks += [Mark(72, at, "They said"), Mark(118, at, "that they would wait for it", 10, "B")]
        marks += set_lines(words, y=below(marks, 12))
    assert not any(section.title.startswith("They said") for section in read(pdf([marks])).sections)


def test_items_code_and_tables_keep_their_shape() -> None:
    marks = set_lines(FIRST)
    marks += [Mark(82, below(marks, 20), "- one"), Mark(82, below(marks, 32), "- two")]
    marks += [Mark(72, below(marks, 20), "if x:", 10, "M"), Mark(96, below(marks, 32), "y = 1", 10, "M")]
    marks += [Mark(x, below(marks, y), w) for y in (20,) for x, w in ((72, "Boat"), (200, "Year"))]
    row = marks[-1].y + 12
    marks += [Mark(72, row, "Ada"), Mark(200, row, "1912")]
    kinds = [str(each.kind) for each in read(pdf([marks])).paragraphs]
    assert kinds == ["text", "item", "item", "code", "table"]
    assert paragraphs(pdf([marks]))[3:] == ["if x:\n    y = 1", "Boat\tYear\nAda\t1912"]


def test_a_locked_file_wants_its_password() -> None:
    data = pdf([set_lines(FIRST)], password="quay")
    with pytest.raises(LockedError, match=r"cannot read 'a\.pdf': it wants a password"):
        load(data, "a.pdf")
    with pytest.raises(LockedError, match="another password"):
        load(data, "a.pdf", "bay")
    assert load(data, "a.pdf", "quay").text == FIRST


def test_pages_without_text_name_what_reads_them() -> None:
    with pytest.raises(UnreadableError, match="ocrmypdf"):
        load(pdf([[], []]), "a.pdf")


def test_pages_that_are_pictures_are_told_of() -> None:
    assert "3 of 5 pages" in read(pdf([set_lines(FIRST), [], [], [], set_lines(SECOND)])).warning


@pytest.mark.parametrize("name", ["a.pdf", "a.txt", "-"])
def test_a_pdf_is_known_by_its_first_bytes(name: str) -> None:
    assert read(b"junk\n" + pdf([set_lines(FIRST)]), name).text == FIRST


@pytest.mark.parametrize("part", range(1, 10))
def test_a_file_cut_off_gives_what_can_be_read_or_an_error(part: int) -> None:
    data = pdf([set_lines(FIRST), set_lines(SECOND)])
    try:
        read(data[: len(data) * part // 10])
    except ReaderError as error:
        assert str(error).startswith("cannot read 'a.pdf': ")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"/Kids[7 0 R 9 0 R]", b"/Kids[2 0 R 2 0 R]"),
        (b"/Count 2", b"/Count 2000000000"),
        (b"/Parent 2 0 R", b"/Parent 7 0 R"),
        (b"/Length ", b"/Length 2000000000"),
        (b"/Next 12 0 R", b"/Next 11 0 R"),
        (b"/First 11 0 R", b"/First 6 0 R"),
    ],
)
def test_loops_and_lies_in_a_file_do_no_harm(old: bytes, new: bytes) -> None:
    data = pdf([set_lines(FIRST), set_lines(SECOND)], outline=[("One", 0), ("Two", 1)])
    assert old in data
    try:
        read(data.replace(old, new))
    except ReaderError as error:
        assert "\n" not in str(error)


def test_escape_sequences_in_words_and_titles_are_made_safe() -> None:
    words = [Mark(72, 100, "\\033[31mred")]
    marked = pdf([words], title="\\033]0;x\\007", outline=[("\\033[2J", 0), ("b", 0)]).replace(b"\\\\033", b"\\033")
    document = read(marked)
    assert document.title.isprintable()
    assert document.text.replace("\n", "").isprintable()
