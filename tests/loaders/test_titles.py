import pytest

from tuireader.loaders.titles import title_from_name, title_of


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("A proposed Anglo-French plan to deploy up to 30,000 troops has met", "A proposed Anglo-French plan…"),
        ("It is a truth universally acknowledged, that a single man", "It is a truth universally acknowledged…"),
        ("“What is his name?” she asked, and nobody had an answer for her.", "What is his name"),
        ("Mr. Bennet was among the earliest of those who waited on", "Mr. Bennet was among the earliest…"),
        ("Short and sweet.", "Short and sweet"),
        ("  * one\ntwo", "one two"),
        ("x" * 80, "x" * 42 + "…"),
        ("", ""),
        ("…", "…"),
    ],
)
def test_a_title_ends_where_a_phrase_ends(text: str, title: str) -> None:
    assert title_of(text) == title


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("/a/b/moby_dick.txt", "Moby dick"),
        ("C:\\notes\\Report 2.md", "Report 2"),
        ("anglo-french-plan.txt", "Anglo french plan"),
        ("-", ""),
        ("/dev/fd/63", ""),
    ],
)
def test_a_file_is_called_by_the_words_of_its_name(name: str, title: str) -> None:
    assert title_from_name(name) == title


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("https://example.org/news/harbour_news.html?page=2#top", "Harbour news"),
        ("http://example.org", "Example.org"),
        ("https://example.org/a%20boat/", "A boat"),
    ],
)
def test_an_address_is_called_by_its_last_part(address: str, title: str) -> None:
    assert title_from_name(address) == title
