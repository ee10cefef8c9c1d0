"""A seeded grammar of site kinds that nobody has seen: markup, words, dates and addresses drawn at run time."""
