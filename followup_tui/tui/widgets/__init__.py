"""Widgets: they know neither the session nor a screen."""
