"""What an authenticator app shows: the code of the present half-minute."""

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time


def app_code(secret: str, step: int = 0) -> str:
    """What the app shows `step` half-minutes from now; the present one stays good over the turn of a half-minute."""
    _before, present, _after = yield_hotp_counters_from_time()
    return format_hotp_value(hotp_value(secret, present + step))
