"""A sample hall to look at and to learn on: everything in it is made up and says so."""
