"""The verbs of the command line, a module for each. Only those that open the app import Textual."""
