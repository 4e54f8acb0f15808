"""Before and between work: login, first set-up, the lock."""
