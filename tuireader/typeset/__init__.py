"""Sets text in lines; knows widths, not colours."""
