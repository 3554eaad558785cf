"""Benchmarks: `python -m tests.bench actors`. They are no part of the tests, since busy machines are slow."""
