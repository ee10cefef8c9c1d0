"""Every write of the watch."""
