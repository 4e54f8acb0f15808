"""Real servers that tests start on a free port of this machine, and stop again."""
