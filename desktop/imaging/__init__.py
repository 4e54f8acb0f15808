"""Scanned pages: from whatever a scanner or camera gives to one small, readable page each. No Qt, no SQL, no files."""
