"""Interviews from a table that a spreadsheet or a job tracker exported.

`decoding` makes text of bytes, `records` takes it apart, `headings` says what a column holds, `cells` reads
days and times, `status` how things stand, `table` makes rows of it, and `matching` finds those that are new.
What is not plainly an interview is left out with its reason: a wrong one does more harm than a missing one.
"""
