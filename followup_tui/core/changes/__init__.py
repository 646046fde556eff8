"""Changes to a logbook as values (commands), and the history that undoes and redoes them."""
