"""An open logbook: document, plan cache, undo."""
