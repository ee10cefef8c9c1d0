"""The citizens' face: the frame of public pages and the first page. No business rules live here."""
