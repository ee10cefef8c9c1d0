"""The public and partner API: a face without rules of its own, over the same selectors and services as the pages.

`urls` names the version and its routers; `keys` reads a caller's key; `answers` turns what goes wrong into JSON with a
sentence; `villages` is what a village's own system calls; `changes` is what everybody pulls.
"""
