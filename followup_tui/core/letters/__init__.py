"""Writing letters: their kinds, openings, facts and drafts; names, signatures."""
