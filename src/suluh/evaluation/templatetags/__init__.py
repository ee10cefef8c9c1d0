"""What templates of the ranking need beyond Django."""
