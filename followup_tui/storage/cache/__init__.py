"""Small caches in the state folder; each may be deleted at any time."""
