"""Checks of the content: each yields the problems that it finds and stops at none."""
