"""Table models: plain rows in, nothing known of where they come from."""
