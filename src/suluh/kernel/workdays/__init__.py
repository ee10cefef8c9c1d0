"""Working days and the arithmetic of legal clocks. Pure: dates in, dates and their reasons out."""
