"""Checks on a translation against the English text that it was made from."""
