"""Tests of `tuireader.recognise`."""
