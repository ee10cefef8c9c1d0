"""Reads on public information."""
