"""Files become documents here, one module a format."""
