"""The letter screen."""
