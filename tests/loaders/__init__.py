"""Tests of `tuireader.loaders`."""
