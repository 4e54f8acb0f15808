"""One function per thing that a clerk does: open the unit of work, load, decide, append, return what changed."""
