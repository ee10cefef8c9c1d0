"""Pages of the register: each validates, calls one service or selector, and renders."""
