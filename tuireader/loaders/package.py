"""What an EPUB says of itself: its title, its authors, its parts in their order, and its table of contents."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from tuireader.domain.cleaning import clean_line
from tuireader.errors import UnreadableError
from tuireader.loaders.archive import Archive, resolved
from tuireader.loaders.metadata import Imprint, day_of
from tuireader.loaders.tree import Element, xml_tree_of

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_HARMLESS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""How fonts are made useless outside of their book; words are not touched."""

_PAGES = ("application/xhtml+xml", "text/html", "text/x-oeb1-document", "application/xml", "")
_SUFFIXES = (".xhtml", ".html", ".htm", ".xml")
_DEEPEST = 6
_MOST_ENTRIES = 5_000


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A line of a table of contents."""

    title: str
    level: int
    path: str
    fragment: str
    """The place in the file; empty for its beginning."""


@dataclass(frozen=True, slots=True)
class Package:
    """A book as its parts."""

    imprint: Imprint
    paths: tuple[str, ...]
    """Its pages in the order of reading."""

    contents: tuple[ContentsLine, ...]
    nav: str
    """The page that is its table of contents; empty if there is none."""


def package_in(archive: Archive) -> Package:
    """Read how a book is put together.

    Raises:
        UnreadableError: It is locked, or nothing in it says where its pages are.
    """
    _check_open(archive)
    root = xml_tree_of(archive.text(_CONTAINER)).first("rootfile")
    path = root.get("full-path") if root else ""
    if path not in archive:
        path = next((name for name in archive.names if name.lower().endswith(".opf")), "")
    package = _plain(xml_tree_of(archive.text(path)))
    items = {each.get("id"): each for each in package.named("item")}
    spine = package.first("spine") or Element("spine")
    paths = [_path_of(items[ref], path) for each in spine.named("itemref") if (ref := each.get("idref")) in items]
    nav = next((_path_of(each, path) for each in items.values() if "nav" in each.get("properties").split()), "")
    ncx = items.get(spine.get("toc")) or next(
        (each for each in items.values() if "ncx" in each.get("media-type")), None
    )
    known = tuple(dict.fromkeys(each for each in paths if each in archive)) or _all_pages(archive)
    if not known:
        raise UnreadableError("it has no pages; it is damaged, or no book")
    contents = _first_of(_nav_entries(archive, nav)) or _first_of(
        _ncx_entries(archive, _path_of(ncx, path) if ncx else "")
    )
    return Package(_imprint(package), known, contents, nav)


def _first_of(entries: Iterator[ContentsLine]) -> tuple[ContentsLine, ...]:
    """As many lines as the longest table of contents has."""
    return tuple(islice(entries, _MOST_ENTRIES))


def _check_open(archive: Archive) -> None:
    locked = [
        each
        for each in _plain(xml_tree_of(archive.text(_ENCRYPTION))).named("encrypteddata")
        if (method := each.first("encryptionmethod")) is None or method.get("algorithm") not in _HARMLESS
    ]
    if locked:
        raise UnreadableError("it is locked for the readers of the shop it was bought from (DRM); get an open copy")


def _plain(tree: Element) -> Element:
    """A tree of names without their namespaces."""
    for each in tree.walk():
        each.name = each.name.rpartition(":")[2]
    return tree


def _path_of(item: Element, base: str) -> str:
    if item.get("media-type") not in _PAGES and "ncx" not in item.get("media-type"):
        return ""
    return resolved(base, item.get("href"))[0]


def _all_pages(archive: Archive) -> tuple[str, ...]:
    return tuple(sorted(name for name in archive.names if name.lower().endswith(_SUFFIXES) and "META-INF" not in name))


def _imprint(package: Element) -> Imprint:
    def lines(name: str) -> Sequence[str]:
        return tuple(dict.fromkeys(line for each in package.named(name) if (line := clean_line(each.line))))

    title, date = next(iter(lines("title")), ""), next(iter(lines("date")), "")
    return Imprint(title, ", ".join(lines("creator")[:4]), day_of(date[:10]))


def _nav_entries(archive: Archive, path: str) -> Iterator[ContentsLine]:
    tree = xml_tree_of(archive.text(path)) if path else Element("")
    navs = list(tree.named("nav"))
    nav = next((each for each in navs if "toc" in each.get("epub:type").split()), navs[0] if navs else None)
    if nav is not None:
        yield from _entries_below(nav, path, "li", ("a", "span"))


def _ncx_entries(archive: Archive, path: str) -> Iterator[ContentsLine]:
    tree = _plain(xml_tree_of(archive.text(path))) if path else Element("")
    if (points := tree.first("navmap")) is not None:
        yield from _entries_below(points, path, "navpoint", ("navlabel",))


def _entries_below(root: Element, path: str, item: str, labels: tuple[str, ...]) -> Iterator[ContentsLine]:
    """The lines of a table of contents; one inside of another is a level deeper."""
    waiting = [(root, 0)]
    while waiting:
        element, level = waiting.pop()
        if element.name == item:
            level += 1
            label = next((each for each in element.children if each.name in labels), None) or element.first(*labels)
            content = next((each for each in element.children if each.name == "content"), label)
            target = resolved(path, content.get("href") or content.get("src")) if content else ("", "")
            title = clean_line(label.line) if label else ""
            if title:
                yield ContentsLine(title, min(level, _DEEPEST), *target)
        waiting.extend((each, level) for each in reversed(element.children))
