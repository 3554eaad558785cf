"""Packed files made by hand."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

CONTAINER = """<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""

PROSE = "<p>The ferry leaves at nine, and nobody on the quay knows whether it will come back before the evening.</p>"


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def page(body: str) -> str:
    """A page of a book."""
    return f'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>{body}</body></html>'


def opf(pages: Mapping[str, str], *, toc: str = "", nav: str = "", meta: str = "") -> str:
    """How a book is put together."""
    items = "".join(
        f'<item id="p{at}" href="{name}" media-type="application/xhtml+xml"/>' for at, name in enumerate(pages)
    )
    if toc:
        items += '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    if nav:
        items += '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
    spine = "".join(f'<itemref idref="p{at}"/>' for at in range(len(pages)))
    title = meta or "<dc:title>The Ferry</dc:title><dc:creator>Zoë Marsh</dc:creator>"
    parts = f'<metadata>{title}</metadata><manifest>{items}</manifest><spine toc="ncx">{spine}</spine>'
    return f'<package version="3.0">{parts}</package>'


def book(
    pages: Mapping[str, str],
    *,
    toc: str = "",
    nav: str = "",
    meta: str = "",
    more: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """An EPUB of some pages, with a table of contents as NCX or as a nav."""
    files: dict[str, str | bytes] = {"mimetype": "application/epub+zip", "META-INF/container.xml": CONTAINER}
    files["OEBPS/book.opf"] = opf(pages, toc=toc, nav=nav, meta=meta)
    files |= {f"OEBPS/{name}": page(body) for name, body in pages.items()}
    if toc:
        files["OEBPS/toc.ncx"] = f"<ncx><navMap>{toc}</navMap></ncx>"
    if nav:
        files["OEBPS/nav.xhtml"] = page(f'<nav epub:type="toc">{nav}</nav>')
    return packed({**files, **(more or {})})


def point(title: str, source: str, inside: str = "") -> str:
    """A line of an NCX."""
    return f'<navPoint><navLabel><text>{title}</text></navLabel><content src="{source}"/>{inside}</navPoint>'
