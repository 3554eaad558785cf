"""Tests of `tuireader.domain`."""
