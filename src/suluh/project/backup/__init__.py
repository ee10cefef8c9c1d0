"""Backups: one file that holds the database and the private files, and proves itself on the way back."""
