"""Pages of the citizens' face."""
