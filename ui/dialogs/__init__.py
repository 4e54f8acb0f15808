"""Dialogs: each asks only what cannot be undone, and has one ask() that tests replace."""
