"""The file: where it is, how it is written, and how it gets to the disk and back."""
