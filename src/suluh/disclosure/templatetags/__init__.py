"""What templates of public information need beyond Django."""
