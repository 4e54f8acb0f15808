"""The demonstration: a sample hall on the screen, or a counter morning played unseen with real key strokes."""
