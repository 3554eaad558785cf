"""Decides what runs where, and when."""
