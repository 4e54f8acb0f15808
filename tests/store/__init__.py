"""The store, tried on real encrypted files."""
