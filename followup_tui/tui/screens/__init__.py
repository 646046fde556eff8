"""Screens: they turn keys and messages into changes, and the logbook into what widgets show."""
