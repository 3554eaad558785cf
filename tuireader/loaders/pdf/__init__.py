"""PDF: from marks on pages to paragraphs under headings, one module a step."""
