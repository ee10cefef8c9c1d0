"""Arunika speaks: channels on the simulated platforms, and stories in every state of their way to citizens."""
