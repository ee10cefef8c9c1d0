"""Signing in and the second factor: addresses of the sign-in library, which concern only the person who calls them."""

from tests.matrix.routes import LOGIN, SEEN, Route, open_to_all

HOME = (SEEN, *[302] * 5)
OWN = (LOGIN, *[SEEN] * 5)
AGAIN = (LOGIN, *[302] * 5)
"""Asks for the password once more before it shows anything, even to the person."""

ROUTES = [
    Route("account_login", HOME),
    Route("account_signup", HOME),
    Route("account_logout", AGAIN, method="post"),
]
ROUTES += open_to_all("account_reset_password", "account_reset_password_done")
