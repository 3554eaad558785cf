"""Values that point into one text, and the rules about them."""
