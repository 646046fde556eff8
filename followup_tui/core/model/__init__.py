"""The values in the file: logbook, interviews, people, contacts, drafts, the numbers of the rules."""
