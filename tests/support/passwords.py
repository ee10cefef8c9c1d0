"""Passwords of tests protect nobody."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class LightArgon2(Argon2PasswordHasher):
    """The same kind of hash as in service, without the work that makes it dear to guess."""

    time_cost, memory_cost, parallelism = 1, 8, 1
