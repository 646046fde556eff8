"""An open logbook: the document with its file, the cache of plans, and undo.

A keystroke on its way to the disk, such as `space` on a step of the checklist, goes through seven files. Its
binding is in `tui/keys/table.py`.

1. `tui/screens/main/actions.py`: `StepActions.tick` gets the change from a pure function (`step_commands`).
2. `tui/screens/main/screen.py`: `MainScreen.do` passes it on, and repaints the panes with the result.
3. `session/session.py`: `Session.do` applies it (`core/changes`) and updates the document.
4. `tui/screens/main/autosave.py`: `Autosave.save_soon` waits for the repaint and starts the save.
5. `session/document.py`: `Document.save_in_background` runs it in a thread.
6. `storage/store.py`: `Store.render` makes the text and verifies it (`storage/toml`); `Store.write` backs up.
7. `storage/atomic.py`: `replace_if_unchanged` locks, compares, writes a new file, syncs and renames it.
"""
