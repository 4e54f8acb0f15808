"""The pump and what it is made of: real encrypted stores, the real city, a line that does what the test says."""
