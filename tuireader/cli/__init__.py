"""The street door: parses the command line, prints, and opens the reader."""
