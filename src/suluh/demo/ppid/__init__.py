"""A year of public information in Arunika: the office, its list, excluded information, ninety requests."""
