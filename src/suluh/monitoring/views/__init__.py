"""Pages of the board: each view reads the address, calls one selector or service, and renders."""
