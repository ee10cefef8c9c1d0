"""One folder for each question asked of a site. Copy a folder to add a probe; nothing else changes."""
