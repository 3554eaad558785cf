"""The tests of tuireader; they mirror its rooms."""
