"""Placeholder until the papers are drawn."""
