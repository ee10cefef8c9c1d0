"""The law as versioned data. The readers of that data need no Django."""
