"""Checks of a letter before it is sent, one check a file."""
