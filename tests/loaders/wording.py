"""Word documents made by hand."""

from collections.abc import Mapping

from tests.loaders.packing import packed

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = """
<w:style w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:styleId="H2"><w:name w:val="heading 2"/></w:style>
<w:style w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="H2"/></w:style>
<w:style w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>
<w:style w:styleId="Q"><w:name w:val="Quote"/></w:style>
<w:style w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:styleId="Code"><w:name w:val="Source Code"/></w:style>"""
_LEVEL = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
_KIND = '<w:abstractNum w:abstractNumId="{}">{}</w:abstractNum>'
_NUMBER = '<w:num w:numId="{}"><w:abstractNumId w:val="{}"/></w:num>'
NUMBERING = (
    _KIND.format(7, _LEVEL.format(0, "decimal", "%1.") + _LEVEL.format(1, "lowerLetter", "%1%2)"))
    + _KIND.format(8, _LEVEL.format(0, "bullet", "o"))
    + _NUMBER.format(1, 7)
    + _NUMBER.format(2, 8)
)


def part(name: str, inside: str) -> str:
    """A part whose root has a name."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {_W} {_R}>{inside}</w:{name}>'


def word(body: str, more: Mapping[str, str] | None = None, *, title: str = "") -> bytes:
    """A Word document with some paragraphs."""
    target = '<Relationship Id="x" Type="{}/officeDocument" Target="word/document.xml"/>'
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": f"<Relationships>{target.format(_TYPES)}</Relationships>",
            "docProps/core.xml": f"<coreProperties><title>{title}</title></coreProperties>",
            "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
            "word/styles.xml": part("styles", STYLES),
            "word/numbering.xml": part("numbering", NUMBERING),
            **(more or {}),
        }
    )


def run(text: str, properties: str = "") -> str:
    """Some words."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def par(inside: str, style: str = "", properties: str = "") -> str:
    """A paragraph; words may be given as they are."""
    content = inside if inside.startswith("<") else run(inside)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{content}</w:p>"


def item(text: str, number: int, depth: int = 0) -> str:
    """A paragraph of a list."""
    return par(text, properties=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')
