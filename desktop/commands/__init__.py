"""Commands of the command line, one module each; desktop.cli finds them by name and imports them on use."""
