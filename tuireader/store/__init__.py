"""Keeps what can be made again, and remembers what a reader left."""
