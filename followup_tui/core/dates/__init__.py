"""Dates in words: reading them, calculating with working days, and writing them for people."""
