"""Kabupaten Arunika: a fictional regency with its sites, people and history. Nothing of the product imports it."""
