"""The terminal: driver, writer, line filters."""
