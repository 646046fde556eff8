"""TOML: reading, writing, limits, errors, salvage, verification."""
