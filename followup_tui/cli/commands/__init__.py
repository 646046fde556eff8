"""The verbs of the command line, a module for each. None but those that open the app imports Textual."""
