"""Three-way merging of logbooks, fields and notes."""
