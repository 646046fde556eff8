"""Writing letters: openings, names, signatures."""
