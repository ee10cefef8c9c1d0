"""Every write of the newsroom."""
