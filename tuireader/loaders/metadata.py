"""What a web page says of itself: its title, who wrote it, and when."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tuireader.domain.cleaning import clean_line
from tuireader.loaders.tree import Element

_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author", "byl")
_DATES = (
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dcterms.date",
    "citation_publication_date",
    "citation_date",
    "parsely-pub-date",
    "pubdate",
)
_TITLES = ("citation_title", "og:title", "dc.title", "twitter:title")
_DATA = re.compile(r"<script[^<>]*application/ld\+json[^<>]*>(.{2,100000}?)</script", re.IGNORECASE | re.DOTALL)
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?=T|\s|$)|\d{4}(?:-\d\d)?$|[^\d<>]{0,20}\d{1,2}[^\d<>]{1,12}\d{4}$")
_SITE = re.compile(r"\s+[|·•»—–-]{1,2}\s+|\s*::\s*")
_ADDRESS = re.compile(r"https?://|@|^www\.")
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a document says of itself; each is empty if it does not say it."""

    title: str = ""
    author: str = ""
    date: str = ""

    @property
    def byline(self) -> str:
        """Who wrote it and when, on one line."""
        return " · ".join(part for part in (self.author, self.date) if part)


def imprint_of(page: Element, body: Element, source: str) -> Imprint:
    """Find out what a page says of itself.

    Args:
        page: The page as a tree.
        body: What of it is to be read.
        source: The page as it is written, where its data for search engines are.
    """
    named = _metas(page)
    told = dict(_told(source))
    author = told.get("author", "") or _first(named, _AUTHORS)
    date = _first(named, _DATES) or told.get("date", "") or _time_in(page)
    return Imprint(_title(page, body, named), "" if _ADDRESS.search(author) else author[:_LONGEST], day_of(date))


def day_of(date: str) -> str:
    """The day of a date that may tell the hour too; empty for what is no date."""
    found = _DAY.match(clean_line(date))
    return found[0] if found else ""


def _metas(page: Element) -> Mapping[str, str]:
    named: dict[str, str] = {}
    for meta in page.named("meta"):
        key = (meta.get("name") or meta.get("property") or meta.get("itemprop")).lower()
        if key and meta.get("content").strip():
            named.setdefault(key, clean_line(meta.get("content")))
    return named


def _first(named: Mapping[str, str], keys: tuple[str, ...]) -> str:
    return next((named[key] for key in keys if key in named), "")


def _title(page: Element, body: Element, named: Mapping[str, str]) -> str:
    """The main heading if it is the only one, else what the page is called, without the name of its site."""
    title = page.first("title")
    called = clean_line(title.line) if title else ""
    heads = [
        (each.name, line) for each in body.named("h1", "h2", "h3") if (line := clean_line(each.line).rstrip("¶# "))
    ]
    mains = [line for name, line in heads if name == "h1"]
    if len(mains) == 1 and (not called or mains[0] in called or _SITE.search(called)):
        return mains[0]
    for _, head in heads[:3]:
        if called.startswith(head) and _SITE.match(called, len(head)):
            return head
    return called or _first(named, _TITLES)


def _time_in(page: Element) -> str:
    time = page.first("time")
    return (time.get("datetime") or time.line) if time and time.get("pubdate") + time.get("itemprop") else ""


def _told(source: str) -> Iterator[tuple[str, str]]:
    """Author and date as they are told to search engines."""
    for match in _DATA.finditer(source):
        try:
            data = json.loads(match[1])
        except (ValueError, RecursionError):
            continue
        for each in _things(data):
            if isinstance(date := each.get("datePublished"), str):
                yield "date", date
            if name := ", ".join(_names(each.get("author"))):
                yield "author", name


def _things(data: object) -> Iterator[Mapping[str, object]]:
    for each in data if isinstance(data, list) else [data]:
        if isinstance(each, dict):
            yield each
            if isinstance(graph := each.get("@graph"), list):
                yield from (part for part in graph if isinstance(part, dict))


def _names(author: object) -> Iterator[str]:
    for each in author if isinstance(author, list) else [author]:
        name = each.get("name") if isinstance(each, dict) else each
        if isinstance(name, str):
            yield clean_line(name)
