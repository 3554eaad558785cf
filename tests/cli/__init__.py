"""Tests of `tuireader.cli`."""
