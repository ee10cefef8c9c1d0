"""What templates of the deadlines need beyond Django."""
