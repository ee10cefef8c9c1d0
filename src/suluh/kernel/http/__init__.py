"""Outgoing requests: guarded on the numeric address, capped, polite, and honest about certificates."""
