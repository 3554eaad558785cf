"""Tests of `tuireader.engine`."""
