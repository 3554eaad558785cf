"""Tests of `tuireader.typeset`."""
