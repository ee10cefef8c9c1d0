"""What templates of the board need beyond Django."""
