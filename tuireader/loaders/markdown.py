"""Markdown: CommonMark with tables, struck words, footnotes, front matter and HTML, rendered to text."""

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from tuireader.domain.cleaning import clean_line
from tuireader.domain.document import Document
from tuireader.loaders.source import Source
from tuireader.loaders.text import TextLoader
from tuireader.loaders.writer import TokenWriter

_DEEPEST = 50


class MarkdownLoader:
    """Renders Markdown: the text of the document holds the words and none of the marks."""

    version = "3"

    def load(self, source: Source) -> Document:
        """Make a document from a Markdown file.

        Args:
            source: The file.

        Returns:
            The document, with the title that its front matter or its first main heading gives; a file that shows
            nothing when it is rendered, such as one comment, is read as plain text.
        """
        parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
        parser.use(footnote_plugin).use(front_matter_plugin)
        writer = TokenWriter()
        for token in parser.parse(source.text):
            writer.write(token)
        document = writer.builder.build(source, clean_line(writer.title))
        return document if document.paragraphs else TextLoader().load(source)
