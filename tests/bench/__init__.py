"""How fast the app feels: `python -m tests.bench`. Not part of the suite."""
