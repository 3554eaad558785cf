"""Tests of `tuireader.tui`."""
