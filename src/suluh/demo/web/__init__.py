"""A simulated web of government sites, really served on loopback."""
