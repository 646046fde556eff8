"""What the notes say: signs, facts, people, pay, pasted threads, lines noted late."""
