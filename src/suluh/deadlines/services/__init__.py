"""Every write of the deadlines."""
