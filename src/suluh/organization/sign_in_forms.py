"""The sign-in library's forms in our dress and our words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from allauth.account import forms as account
from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa import app_settings as mfa
from allauth.mfa.adapter import get_adapter as mfa_adapter
from allauth.mfa.base import forms as second_factor
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from .forms import Dressed
from .services.door_mails import password_link_ask

CODE_HOLDS = mfa.TOTP_PERIOD * (2 * mfa.TOTP_TOLERANCE + 1)
"""Seconds for which one code of an authenticator app is taken."""
PASSWORD_HINT = _("At least 12 characters. Four words that do not belong together are easy to keep and hard to guess.")


class Worded(Dressed):
    """Our labels and hints by field name, over those of the library; no words inside the fields."""

    labels: ClassVar[Mapping[str, Any]] = {}
    hints: ClassVar[Mapping[str, Any]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = self.labels.get(name, field.label)
            field.help_text = self.hints.get(name, "")
            field.widget.attrs.pop("placeholder", None)
            if field.help_text:
                field.widget.attrs["aria-describedby"] = f"id_{name}_hint"
            else:
                field.widget.attrs.pop("aria-describedby", None)


class SignInForm(Worded, account.LoginForm):  # type: ignore[misc]
    """Mail and password."""

    labels = {"login": _("Mail"), "password": _("Password"), "remember": _("Keep me signed in on this device")}


class ChangePasswordForm(Worded, account.ChangePasswordForm):  # type: ignore[misc]
    """The old password and a new one."""

    labels = {"oldpassword": _("Password until now"), "password1": _("New password"), "password2": _("Once more")}
    hints = {"password1": PASSWORD_HINT}


class SetPasswordForm(Worded, account.SetPasswordForm):  # type: ignore[misc]
    """A first password of one's own."""

    labels = {"password1": _("New password"), "password2": _("Once more")}
    hints = {"password1": PASSWORD_HINT}


class ResetPasswordForm(Worded, account.ResetPasswordForm):  # type: ignore[misc]
    """Where the link goes."""

    labels = {"email": _("Mail")}

    def save(self, request: HttpRequest, **_options: Any) -> str:
        """Queue the link. Nothing is sent here: how long the answer takes tells nobody who may sign in."""
        password_link_ask(person=next(iter(self.users), None), origin=request.build_absolute_uri("/").rstrip("/"))
        return str(self.cleaned_data["email"])


class ResetPasswordKeyForm(Worded, account.ResetPasswordKeyForm):  # type: ignore[misc]
    """A new password, by the link that came by mail."""

    labels = {"password1": _("New password"), "password2": _("Once more")}
    hints = {"password1": PASSWORD_HINT}


class ReauthenticateForm(Worded, account.ReauthenticateForm):  # type: ignore[misc]
    """The password once more."""

    labels = {"password": _("Password")}


class _Code(Worded):
    """A code of the telephone, or a recovery code: figures on the phone's number pad."""

    labels = {"code": _("Code")}
    hints = {"code": _("Six figures from the authenticator app, or one of your recovery codes.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {"inputmode": "numeric", "autofocus": True}


class _OnceCode(_Code):
    """A code that opens one door: it is remembered for as long as it would be taken.

    The library forgets it after one period, while with the tolerance for clocks it holds for three.
    """

    def clean_code(self) -> str:
        """The code that was right; refused where it has opened a door before, however its figures are spaced."""
        code: str = super().clean_code()  # type: ignore[misc]
        bare = normalize_user_code(code)
        if cache.add(f"second-factor:{self.user.pk}:{bare}", True, timeout=CODE_HOLDS):  # type: ignore[attr-defined]
            return code
        raise mfa_adapter().validation_error("incorrect_code")


class SecondFactorForm(_OnceCode, second_factor.AuthenticateForm):  # type: ignore[misc]
    """The code asked for after the password."""


class ReauthenticateCodeForm(_OnceCode, second_factor.ReauthenticateForm):  # type: ignore[misc]
    """The code once more, before something grave."""


class ActivateAppForm(_Code, totp.ActivateTOTPForm):  # type: ignore[misc]
    """The first code of a newly set up app."""

    labels = {"code": _("Code that the app shows now")}
    hints = {"code": _("Six figures; a new code comes every 30 seconds.")}


class AddPasskeyForm(Worded, webauthn.AddWebAuthnForm):  # type: ignore[misc]
    """A name for the passkey; it signs in by itself."""

    labels = {"name": _("Name of the passkey")}
    hints = {"name": _("So that you can tell your passkeys apart, for example “Telepon dinas”.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["passwordless"].widget = forms.CheckboxInput(attrs={"hidden": True, "class": "sr"})
        self.initial["passwordless"] = True


class EditPasskeyForm(Worded, webauthn.EditWebAuthnForm):  # type: ignore[misc]
    """Another name for a passkey."""

    labels = {"name": _("Name of the passkey")}
