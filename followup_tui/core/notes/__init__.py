"""What the notes say: signs, facts, renamed people, lines noted late."""
