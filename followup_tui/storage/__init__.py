"""The file of the logbook: where it is, how it is read and written, and what protects it.

Reading: `loading` reads the file (`atomic`), parses it (`toml.reader`) and rejects what is wrong
(`toml.salvage`). Writing: `store` renders the logbook (`toml.writer`), verifies the text (`toml.verify`), and
replaces the file (`atomic`) under the lock (`lock`) after a backup (`backups`). What can't be saved goes to a
recovery file (`recovery`); `pending_merges` and `sync_conflicts` find what the next start merges. `note`
appends in place (`inbox_append`, `quick_scan`).
"""
