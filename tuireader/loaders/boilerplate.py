"""What of a web page is the page, and what is furniture: menus, banners, notices, lists of other pages."""

import re
from collections.abc import Callable

from tuireader.loaders.tree import Element

_FURNITURE = frozenset({"nav", "button", "form", "dialog", "menu", "audio", "video", "canvas", "map", "input", "label"})
_FRAMES = frozenset({"header", "footer", "aside"})
_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary", "dialog", "menu", "toolbar"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NAMES = re.compile(
    r"(?:\w+-)?(?:nav|navbar|navigation|menu|sidebar|breadcrumbs?|cookies?|consent|banner|share|sharing|social|related"
    r"|comments?|adverts?|advertisement|ads?|promo|newsletter|subscribe|pagination|pager|toolbar|masthead|footer|toc"
    r"|table-of-contents|contents-list|skip|popup|modal|recirc|recommended|recommendations|outbrain|taboola|sponsored)"
    r"(?:[-_](?:\w+|container|wrapper|block|bar|list|links?|items?))?",
    re.IGNORECASE,
)
_SURE_NAMES = re.compile(
    r"(?:^|\s)(?:navheader|navfooter|sphinxsidebar|mw-editsection|editsection|sr-only|visually-hidden"
    r"|screen-reader-text|noprint|cookie-banner|skip-link)(?=$|\s)",
    re.IGNORECASE,
)
_PERMALINKS = frozenset({"", "¶", "#", "§", "🔗", "[edit]", "edit", "[link]", "permalink", "⚓", "top", "↑"})
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_CONTAINERS = frozenset(
    {"div", "section", "ul", "ol", "dl", "table", "p", "td", "center", "span", "body", "tr", "tbody"}
)

_ASIDES = re.compile(r"\b(?:foot|end)?notes?\b|admonition|callout|warning|\btip\b", re.IGNORECASE)
"""Asides that belong to the text."""

_LEAST_SHARE = 0.3
"""Of the words of a page; what is left of it must hold more, or too much has been thrown away."""

_LARGEST_NOTICE = 0.25
_MOST_LINKED = 0.6


def body_of(page: Element) -> Element:
    """The part of a page that is to be read.

    Args:
        page: The whole page; it loses what is never shown.

    Returns:
        An element with the text proper. A page that is nothing but links keeps them.
    """
    drop_unseen(page)
    body = page.first("body") or page
    total = _size(body)
    main = _main_of(body, total)
    whole = Element("body", {}, list(main.parts))
    size = _size(main)
    kept = _without(whole, lambda element: _is_furniture(element, size))
    trimmed = _without(kept, lambda _: False)
    _trim(trimmed)
    return next((each for each in (trimmed, kept) if _size(each) >= size * _LEAST_SHARE), whole)


def drop_unseen(page: Element) -> None:
    """Take away what a page hides."""
    for each in list(page.walk()):
        each.parts = [part for part in each.parts if isinstance(part, str) or not _is_unseen(part)]


def is_mostly_links(element: Element) -> bool:
    """Whether a page is a list of other places."""
    return sum(1 for _ in element.named("a")) > 3 and _linked(element) > _MOST_LINKED


def _is_unseen(element: Element) -> bool:
    attributes = element.attributes
    if element.name in ("head", "title") or not attributes:
        return False
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    if attributes.get("aria-hidden") == "true" and element.name != "body":
        return True
    return "style" in attributes and bool(_HIDDEN.search(attributes["style"]))


def _main_of(body: Element, total: int) -> Element:
    """What the page itself calls its main part, if that is a good part of it."""
    mains = [each for each in body.walk() if each.name == "main" or each.get("role") == "main"]
    articles = list(body.named("article"))
    for found in (mains, articles):
        if len(found) == 1 and _size(found[0]) >= total * _LEAST_SHARE:
            return found[0]
    return body


def _is_furniture(element: Element, total: int) -> bool:
    if element.name in _FURNITURE or element.get("role") in _ROLES:
        return element.first("h1") is None or element.name == "nav"
    if element.name in _FRAMES:
        return _is_frame(element, total)
    if element.name == "a" and element.line.lower() in _PERMALINKS:
        return not any(each.name == "img" and each.get("alt") for each in element.walk())
    names = f"{element.get('class')} {element.get('id')}"
    if element.name in ("body", "html", "a", *_HEADINGS) or not names.strip():
        return False
    if _SURE_NAMES.search(names):
        return True
    return any(map(_NAMES.fullmatch, names.split())) and _is_notice(element, total)


def _is_frame(element: Element, total: int) -> bool:
    """Whether a head, a foot or an aside says nothing of the text: the head of an article has its title."""
    is_said_to_be_text = element.get("epub:type") or element.get("role").startswith("doc-")
    if is_said_to_be_text or _ASIDES.search(element.get("class")):
        return False
    if element.name == "header":
        return element.first("h1", "h2") is None
    return _size(element) <= total * _LARGEST_NOTICE or _linked(element) > _MOST_LINKED


def _is_notice(element: Element, total: int) -> bool:
    """Whether what is called a menu is one: short beside the text, or nothing but links."""
    is_short = element.first("h1") is None and _size(element) <= total * _LARGEST_NOTICE
    is_text = element.name == "section" and element.first("p") is not None
    return (is_short and not is_text) or _linked(element) > _MOST_LINKED


def _trim(body: Element) -> None:
    """Take away lists of links before and behind the text."""
    for parts in (body.parts, _Backwards(body.parts)):
        while parts and _is_list_of_links(parts[0]):
            del parts[0]
    elements = [part for part in body.parts if isinstance(part, Element)]
    if len(elements) == 1 and elements[0].name in _CONTAINERS:
        _trim(elements[0])


def _is_list_of_links(part: "Element | str") -> bool:
    if isinstance(part, str):
        return not part.strip()
    if part.name not in _CONTAINERS or part.first(*_HEADINGS, "img", "pre") is not None:
        return False
    return not part.line or (_linked(part) > _MOST_LINKED and sum(1 for _ in part.named("a")) > 1)


class _Backwards:
    """A list from behind."""

    def __init__(self, parts: "list[Element | str]") -> None:
        self._parts = parts

    def __len__(self) -> int:
        return len(self._parts)

    def __getitem__(self, number: int) -> "Element | str":
        return self._parts[-1 - number]

    def __delitem__(self, number: int) -> None:
        del self._parts[-1 - number]


def _size(element: Element) -> int:
    return len("".join(element.text.split()))


def _linked(element: Element) -> float:
    """Which share of the words of an element are links."""
    size = _size(element)
    return sum(_size(link) for link in element.named("a") if link.get("href")) / size if size else 1.0


def _without(element: Element, is_unwanted: Callable[[Element], bool]) -> Element:
    """A tree without some elements; the one it is made from stays as it is."""
    parts: list[Element | str] = []
    for part in element.parts:
        if isinstance(part, str):
            parts.append(part)
        elif not is_unwanted(part):
            parts.append(_without(part, is_unwanted))
    return Element(element.name, element.attributes, parts)
