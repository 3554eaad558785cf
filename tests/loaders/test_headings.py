"""Which lines of a plain text open a section."""

import pytest

from tests.loaders.rules import check_document
from tuireader.domain.document import Document
from tuireader.loaders.registry import load

PROSE = (
    "The harbour master said that nothing would be decided before the boats\n"
    "were in, and that was the end of it. Nobody asked him a second time, as\n"
    "the wind had turned and there was work enough for everybody."
)
LONGER = "\n\n".join([PROSE] * 3)


def read(text: str) -> Document:
    document = load(text.encode(), "a.txt")
    check_document(document)
    return document


def outline(text: str) -> list[str]:
    return ["  " * (section.level - 1) + section.title for section in read(text).sections]


def chapters(*headings: str) -> str:
    return "\n\n\n".join(f"{heading}\n\n{LONGER}" for heading in headings)


@pytest.mark.parametrize(
    "headings",
    [
        ("CHAPTER 1", "CHAPTER 2"),
        ("Chapter One", "Chapter Twenty-One"),
        ("CHAPTER I. The House", "CHAPTER II. The Sea"),
        ("I", "II", "III"),
        ("I. The House", "II. The Sea"),
        ("1. Introduction", "2. Results"),
        ("INTRODUCTION", "METHODS AND RESULTS"),
        ("Prologue", "Epilogue"),
        ("Kapitel 1", "Kapitel 2"),
        ("What the harbour says", "Who would go"),
    ],
)
def test_a_heading_is_known_by_its_own_words(headings: tuple[str, ...]) -> None:
    assert outline(chapters(*headings)) == list(headings)


def test_the_title_line_that_follows_belongs_to_the_heading() -> None:
    assert outline(chapters("CHAPTER I.\n\nThe House", "CHAPTER II.\nThe Sea")) == [
        "CHAPTER I. The House",
        "CHAPTER II. The Sea",
    ]


def test_a_first_sentence_is_no_title() -> None:
    assert outline(chapters("CHAPTER I.\n\nNobody answered.", "CHAPTER II.")) == ["CHAPTER I", "CHAPTER II"]


def test_the_first_line_of_a_block_may_be_a_heading() -> None:
    assert outline(f"CHAPTER I\n{PROSE}\n\nCHAPTER II. THE SEA\n{PROSE}") == ["CHAPTER I", "CHAPTER II. THE SEA"]


def test_books_hold_chapters() -> None:
    text = chapters(
        "BOOK THE FIRST. RECALLED\n\n\nChapter 1", "Chapter 2", "Book the Second--the Thread\n\n\nChapter 1"
    )
    assert outline(text) == [
        "BOOK THE FIRST. RECALLED",
        "  Chapter 1",
        "  Chapter 2",
        "Book the Second. the Thread",
        "  Chapter 1",
    ]


def test_letters_before_the_chapters_stand_beside_them() -> None:
    assert outline(chapters("Letter 1", "Letter 2", "Chapter 1")) == ["Letter 1", "Letter 2", "Chapter 1"]


def test_numbers_with_dots_nest() -> None:
    headings = ("1. Introduction", "2. Results", "2.1 Sales", "2.2 Costs", "3. Conclusion")
    assert outline(chapters(*headings)) == [*headings[:2], "  2.1 Sales", "  2.2 Costs", headings[4]]


def test_underlined_lines_nest_by_their_signs() -> None:
    text = f"My notes\n========\n\n{PROSE}\n\nFirst\n-----\n{PROSE}\n\nSecond\n------\n\n{PROSE}"
    assert outline(text) == ["My notes", "  First", "  Second"]
    assert read(text).title == "My notes"


def test_signs_of_markdown_in_plain_text_are_headings() -> None:
    assert outline(f"# Notes\n\n{PROSE}\n\n## First\n\n{PROSE}") == ["Notes", "  First"]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_table_of_contents_is_no_outline(between: str) -> None:
    headings = ["CHAPTER I. The House", "CHAPTER II. The Sea", "CHAPTER III. The Storm"]
    text = f"THE LONG WAY\n\n\nCONTENTS\n\n{between.join(headings)}\n\n\n{chapters(*headings)}"
    assert outline(text) == ["THE LONG WAY", *headings]


def test_the_last_lines_of_a_table_of_contents_are_no_sections() -> None:
    text = f"CHAPTER I\n\nCHAPTER II\n\nEPILOGUE\n\nby Somebody\n\n{chapters('CHAPTER I', 'CHAPTER II', 'EPILOGUE')}"
    assert outline(text)[1:] == ["CHAPTER I", "CHAPTER II", "EPILOGUE"]


@pytest.mark.parametrize(
    "line",
    [
        "Chapter 3 was the best of all",
        "“CHAPTER AND VERSE”",
        "BOOK I. (Folio), CHAPTER I. (Sperm Whale).--This whale,\namong the English of old called\nthe whale",
        "1. milk\n2. bread",
        "THE END",
        "* * *",
        "--THE FAIRY QUEEN",
    ],
)
def test_other_short_lines_are_no_headings(line: str) -> None:
    assert outline(chapters("CHAPTER 1", "CHAPTER 2") + f"\n\n{line}\n\n{PROSE}") == ["CHAPTER 1", "CHAPTER 2"]


def test_the_speakers_of_a_play_are_no_headings() -> None:
    speeches = "\n\n".join(f"{name}\n\nNo, not now." for name in ("ANN", "BOB", "ANN", "BOB", "ANN"))
    assert outline(chapters("ACT I", "ACT II") + "\n\n" + speeches) == ["ACT I", "ACT II"]


def test_numbers_of_pages_are_no_headings() -> None:
    text = "\n\n".join(f"{PROSE[:-30]}\n\n{page}\n\nand so it went on." for page in range(1, 9))
    assert not any(title.strip().isdigit() for title in outline(text))


def test_the_frame_of_project_gutenberg_is_kept_apart() -> None:
    text = (
        "The Project Gutenberg eBook of The Way\n\nTitle: The Way\n        Home\n\nAuthor: N. N.\n\n"
        "*** START OF THE PROJECT GUTENBERG EBOOK THE WAY HOME ***\n\n\n"
        f"{chapters('CHAPTER I', 'CHAPTER II')}\n\n\n"
        "*** END OF THE PROJECT GUTENBERG EBOOK THE WAY HOME ***\n\nTHE FULL LICENSE\n\n"
        f"Section 1. Terms\n\n{PROSE}\n\nSection 2. More\n\n{PROSE}"
    )
    assert outline(text) == ["The Way Home", "CHAPTER I", "CHAPTER II", "Project Gutenberg licence"]
    assert read(text).title == "The Way Home"
