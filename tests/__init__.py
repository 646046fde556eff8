"""Tests, laid out as the package is."""

from pathlib import Path

ROOT = Path(__file__).parent.parent
"""The folder that holds the package and its tests."""
