"""Tests of `tuireader.training`."""
