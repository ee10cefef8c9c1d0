"""The list out of the house: annex layout, CSV, JSON, a DCAT-AP 3 catalogue. All read `items_public` in small steps."""
