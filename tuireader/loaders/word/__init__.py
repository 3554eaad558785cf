"""Word documents (.docx): their styles, their numbers and their words."""
