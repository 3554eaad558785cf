"""The bundled document shows the reader off."""

from tests.loaders.rules import check_document
from tuireader.domain.document import Document
from tuireader.domain.paragraph import ParagraphKind


def test_the_briefing_has_a_title_a_date_line_and_six_to_eight_headings(briefing: Document) -> None:
    check_document(briefing)
    assert briefing.title == briefing.sections[0].title
    assert briefing.text.split("\n\n")[1] == "20 February 2025"
    assert 6 <= sum(section.level == 2 for section in briefing.sections) <= 8
    assert 600 <= len(briefing.text.split()) <= 900


def test_the_briefing_shows_every_kind_that_an_article_uses(briefing: Document) -> None:
    kinds = {paragraph.kind for paragraph in briefing.paragraphs}
    assert kinds >= {ParagraphKind.QUOTE, ParagraphKind.TABLE, ParagraphKind.ITEM, ParagraphKind.HEADING}


def test_the_prime_minister_goes_by_several_names(briefing: Document) -> None:
    names = ("Sir Keir Starmer", "Prime Minister Starmer", "Starmer has", "Sir Keir's", "The Prime Minister is")
    assert all(name in briefing.text for name in names)
    assert briefing.text.count("Starmer") >= 6
