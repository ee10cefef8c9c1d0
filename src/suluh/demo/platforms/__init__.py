"""Platforms as servers on loopback that speak the real HTTP, keep state, and misbehave by script."""
