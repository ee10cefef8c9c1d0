"""Every write of the studio."""
