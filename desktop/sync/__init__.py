"""Sync with the city: sealed immutable files over any object store. No Qt, no SQL; the store is given as a port."""
