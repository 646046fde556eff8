"""Reading interviews from the tables of spreadsheets and job trackers."""
