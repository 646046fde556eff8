"""Dates in words: reading them, reckoning in working days, and writing them for people."""
