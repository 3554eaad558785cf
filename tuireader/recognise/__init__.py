"""Finds the actors of a text: names, their kinds, who is who, and every mention."""
