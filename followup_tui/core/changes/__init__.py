"""Every change that can be made to a logbook, and the history that undoes them."""
