"""What leaves the board: sheets, papers and texts for WhatsApp."""
