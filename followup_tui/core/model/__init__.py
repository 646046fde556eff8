"""The values in the file: logbook, interviews, promises, contacts, drafts, the numbers of the rules."""
