"""The method as plain functions over frozen values: no Textual, no files, no clock."""
