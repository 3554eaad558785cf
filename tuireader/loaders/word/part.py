"""The XML parts of a Word document, without the namespaces of their names."""

import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

from tuireader.errors import UnreadableError
from tuireader.loaders.archive import Archive, resolved

Node = ElementTree.Element

_DECLARATION = re.compile(r"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING = re.compile(r"^\s*<\?xml[^<>]*\?>")


def part_of(archive: Archive, name: str) -> Node:
    """Read a part.

    Args:
        archive: The document.
        name: The name of the part in it.

    Returns:
        Its root, all names without their namespaces; an empty one if it is not there.

    Raises:
        UnreadableError: It is damaged, or declares entities, which no document needs.
    """
    text = _ENCODING.sub("", archive.text(name), count=1).lstrip("\ufeff \n\r\t")
    if not text:
        return Node("nothing")
    if _DECLARATION.search(text):
        raise UnreadableError(f"'{name}' in it declares entities, as files do that are made to do harm")
    try:
        root = ElementTree.fromstring(text)
    except (ElementTree.ParseError, ValueError) as error:
        raise UnreadableError(f"it is damaged: '{name}' in it is no XML; get it again") from error
    for node in root.iter():
        node.tag = node.tag.rpartition("}")[2]
        if any("}" in key for key in node.attrib):
            node.attrib = {key.rpartition("}")[2]: value for key, value in node.attrib.items()}
    return root


def value_of(node: Node | None, name: str) -> str:
    """What the child of some name says; empty if there is none."""
    found = node.find(name) if node is not None else None
    return found.get("val", "") if found is not None else ""


def is_on(node: Node | None, name: str) -> bool:
    """Whether a property is set."""
    found = node.find(name) if node is not None else None
    return found is not None and found.get("val", "1") not in ("0", "false", "off", "none")


def main_part(archive: Archive) -> str:
    """The name of the part that holds the text."""
    for relation in part_of(archive, "_rels/.rels"):
        if relation.get("Type", "").endswith("/officeDocument"):
            name = resolved("", relation.get("Target", "").lstrip("/"))[0]
            if name in archive:
                return name
    return "word/document.xml"


def links_of(archive: Archive, name: str) -> Mapping[str, str]:
    """Where the links of a part lead, by their ids."""
    folder, _, file = name.rpartition("/")
    relations = part_of(archive, f"{folder}/_rels/{file}.rels")
    return {each.get("Id", ""): each.get("Target", "") for each in relations if each.get("TargetMode") == "External"}


def inside(node: Node, *names: str) -> Iterator[Node]:
    """The descendants of some names, in order, but none inside of another."""
    waiting = list(reversed(node))
    while waiting:
        each = waiting.pop()
        if each.tag in names:
            yield each
        else:
            waiting.extend(reversed(each))
