"""The crawler: from a site's address to what was seen there. Pure asyncio, no Django."""
