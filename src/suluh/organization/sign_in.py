"""How people sign in: mail and password, a second factor, passkeys; who is locked out and what is kept secret."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.utils import is_mfa_enabled
from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from .models import Person
from .services.passwords import password_choose


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Nobody signs up alone: a coordinator enters the person."""

    def set_password(self, user: Person, password: str) -> None:
        """Store the password that the person chose; from now on nobody else knows it."""
        password_choose(person=user, password=password)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Nothing: wrong passwords are counted in the database, the library's own limit is for codes alone."""

    def get_reauthentication_methods(self, user: Person) -> list[dict[str, Any]]:
        """Who has a second factor shows that one: a password alone neither removes it nor reads its recovery codes."""
        methods: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        return [method for method in methods if method["id"] != "reauthenticate"] if is_mfa_enabled(user) else methods

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002 (the library names it)
        """To the page of sign-in and security."""
        return reverse("mfa_index")

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 (the library names it)
        """Always closed."""
        return False


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Keys of second factors are stored sealed: a copy of the database alone does not open an account."""

    def encrypt(self, text: str) -> str:
        """Seal with a key that is derived from the session key, which lies outside the data folder."""
        return _sealer().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Open what `encrypt` sealed."""
        return _sealer().decrypt(encrypted_text.encode()).decode()


def client_address(request: HttpRequest) -> str:
    """The visitor's network address, past as many proxies of ours as are set; what limits of tries count by.

    Empty where there is no visitor: a session that a command opens.
    """
    if "REMOTE_ADDR" not in request.META:
        return ""
    return str(AccountAdapter(request).get_client_ip(request))


def locked_name(request: HttpRequest | None, credentials: Mapping[str, Any] | None = None) -> str:
    """The mail address that a sign-in was tried with, for counting wrong passwords."""
    told = (credentials or {}).get("email") or (credentials or {}).get("username")
    typed = request.POST.get("login", "") if request is not None else ""
    return str(told or typed).strip().lower()


def _sealer() -> Fernet:
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"suluh second factor").derive(
        settings.SECRET_KEY.encode()
    )
    return Fernet(base64.urlsafe_b64encode(derived))
