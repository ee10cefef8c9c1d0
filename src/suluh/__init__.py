"""Suluh: one register of a government's units and channels, and the light kept on."""
