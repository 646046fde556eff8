"""Keys: the keymap and the hints in the footer."""
