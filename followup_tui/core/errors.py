"""How a message says what the operating system could not do."""


def reason_of(error: OSError) -> str:
    """Return the system's message for an error, to be put into a sentence."""
    return (error.strerror or str(error)).lower()


def failure(what: object, done: str, error: OSError) -> str:
    """Return that something can't be `done` (written, read), and why, as a sentence without its full stop."""
    return f"{what} can't be {done}: {reason_of(error)}"
