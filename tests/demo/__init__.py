"""The sample hall and its city."""
