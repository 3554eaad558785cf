"""The formats of files that are read, and what each of them needs."""

import sys
from dataclasses import dataclass

_INSTALLERS = {"win32": "winget install --id JohnMacFarlane.Pandoc", "darwin": "brew install pandoc"}
_LINUX_INSTALLER = "sudo apt install pandoc"


@dataclass(frozen=True, slots=True)
class Need:
    """A program or a library that is not part of this one."""

    program: str = ""
    module: str = ""
    extra: str = ""
    """The extra of this package that brings the module."""

    @property
    def name(self) -> str:
        """What it is called."""
        return self.program or self.module

    @property
    def is_met(self) -> bool:
        """Whether it is there."""
        import shutil  # noqa: PLC0415 - most formats need nothing
        from importlib.util import find_spec  # noqa: PLC0415

        if self.program:
            return shutil.which(self.program) is not None
        parent, _, _ = self.module.rpartition(".")
        return (not parent or find_spec(parent) is not None) and find_spec(self.module) is not None

    @property
    def installer(self) -> str:
        """The command that brings it."""
        if self.extra:
            return f"pip install 'tuireader[{self.extra}]'"
        return _INSTALLERS.get(sys.platform, _LINUX_INSTALLER)


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file."""

    name: str
    suffixes: tuple[str, ...]
    loader: str
    """Where its loader is, as `module:Class`; imported when a file of this kind is read."""

    is_guarded: bool = False
    """Whether files are read in a process of their own, with a limit of time and memory."""

    has_head: bool = False
    """Whether the loader can make a document of the first pages alone, as a `HeadLoader` does."""

    dialect: str = ""
    """What the loader is told, where one loader reads several formats."""

    need: Need | None = None


TEXT = Format("Plain text", (".txt", ".text"), "tuireader.loaders.text:TextLoader")
MARKDOWN = Format("Markdown", (".md", ".markdown", ".mdown"), "tuireader.loaders.markdown:MarkdownLoader")
HTML = Format("HTML", (".html", ".htm", ".xhtml"), "tuireader.loaders.html:HtmlLoader")
EPUB = Format("EPUB", (".epub",), "tuireader.loaders.epub:EpubLoader", is_guarded=True, has_head=True)
PDF = Format("PDF", (".pdf",), "tuireader.loaders.pdf.loader:PdfLoader", is_guarded=True, has_head=True)
WORD = Format("Word", (".docx", ".docm", ".dotx"), "tuireader.loaders.word.loader:WordLoader", is_guarded=True)
MAIL = Format("E-mail", (".eml", ".mbox", ".mbx"), "tuireader.loaders.mail:MailLoader")
SUBTITLES = Format("Subtitles", (".srt", ".vtt"), "tuireader.loaders.subtitles:SubtitleLoader")

_PANDOC = Need(program="pandoc")


def _by_pandoc(name: str, suffixes: tuple[str, ...], dialect: str) -> Format:
    return Format(name, suffixes, "tuireader.loaders.pandoc:PandocLoader", dialect=dialect, need=_PANDOC)


OPENDOCUMENT = _by_pandoc("OpenDocument", (".odt",), "odt")
RTF = _by_pandoc("Rich Text", (".rtf",), "rtf")
FICTIONBOOK = _by_pandoc("FictionBook", (".fb2",), "fb2")
ORG = _by_pandoc("Org", (".org",), "org")
RESTRUCTUREDTEXT = _by_pandoc("reStructuredText", (".rst",), "rst")
LATEX = _by_pandoc("LaTeX", (".tex", ".latex"), "latex")
DOCBOOK = _by_pandoc("DocBook", (".dbk", ".docbook"), "docbook")
MEDIAWIKI = _by_pandoc("MediaWiki", (".wiki", ".mediawiki"), "mediawiki")
NOTEBOOK = _by_pandoc("Jupyter notebook", (".ipynb",), "ipynb")
THROUGH_PANDOC = (OPENDOCUMENT, RTF, FICTIONBOOK, ORG, RESTRUCTUREDTEXT, LATEX, DOCBOOK, MEDIAWIKI, NOTEBOOK)

FORMATS = (TEXT, MARKDOWN, HTML, EPUB, PDF, WORD, MAIL, SUBTITLES, *THROUGH_PANDOC)
"""All of them, the most usual first."""

ZSTD = Format("Zstandard", (".zst", ".zstd"), "", need=Need(module="backports.zstd", extra="zstd"))
if sys.version_info >= (3, 14):
    ZSTD = Format("Zstandard", (".zst", ".zstd"), "")

PACKINGS = (Format("gzip", (".gz",), ""), Format("bzip2", (".bz2",), ""), Format("xz", (".xz",), ""), ZSTD)
"""How a file of any of the formats may be compressed."""

ADDRESSES = (Format("Web address", ("https://", "http://"), "", need=Need(module="httpx", extra="web")),)
"""Where a file of any of the formats may come from, besides a path."""

BY_SUFFIX = {suffix: each for each in FORMATS for suffix in each.suffixes}
