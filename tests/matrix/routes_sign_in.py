"""Signing in and the second factor: addresses of the sign-in library, which concern only the person who calls them."""

from tests.matrix.routes import LOGIN, SEEN, Route, open_to_all

HOME = (SEEN, *[302] * 5)
OWN = (LOGIN, *[SEEN] * 5)
AGAIN = (LOGIN, *[302] * 5)
"""Asks for the password once more before it shows anything, even to the person."""


MISSING = (LOGIN, *[404] * 5)
NO_PASSWORD = (LOGIN, *[403] * 5)
"""People of the test world have no password, so there is nothing to ask for."""


def some(world):
    return [1]


ROUTES = [
    Route("account_login", HOME),
    Route("account_signup", HOME),
    Route("account_logout", AGAIN, method="post"),
    Route("account_change_password", AGAIN),
    Route("account_set_password", OWN),
    Route("account_reauthenticate", NO_PASSWORD),
    Route("account_reset_password_from_key", (200,) * 6, lambda world: ["a", "b"]),
    Route("mfa_index", OWN),
    Route("mfa_activate_totp", OWN),
    Route("mfa_deactivate_totp", MISSING),
    Route("mfa_list_webauthn", OWN),
    Route("mfa_add_webauthn", OWN),
    Route("mfa_edit_webauthn", MISSING, some),
    Route("mfa_remove_webauthn", MISSING, some),
    Route("mfa_generate_recovery_codes", OWN),
    Route("mfa_view_recovery_codes", MISSING),
    Route("mfa_download_recovery_codes", MISSING),
    Route("mfa_authenticate", (302,) * 6),
    Route("mfa_login_webauthn", (302,) * 6),
    Route("mfa_reauthenticate", NO_PASSWORD),
    Route("mfa_reauthenticate_webauthn", NO_PASSWORD),
]
ROUTES += open_to_all(
    "account_reset_password", "account_reset_password_done", "account_inactive",
    "account_reset_password_from_key_done",
)  # fmt: skip
