"""Tests of `tuireader.store`."""
