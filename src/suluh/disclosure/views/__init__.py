"""Pages on public information: each validates, calls one service or selector, and renders."""
