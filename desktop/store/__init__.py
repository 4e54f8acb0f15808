"""The encrypted SQLite store: opening and keys, migrations, the ledger, projections, search, backup."""
