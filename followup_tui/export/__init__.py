"""The logbook in other forms. Sees the core alone."""
