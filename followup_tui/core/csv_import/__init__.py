"""Interviews from a table that a spreadsheet or a job tracker exported.

What is not plainly an interview is left out with its reason: a wrong one does more harm than a missing one.
"""
