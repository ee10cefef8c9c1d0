"""Writes on public information: each checks the right, writes its event, and is one transaction."""
