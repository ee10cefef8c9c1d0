"""Django settings, derived from `config`; nothing here is edited by hand on a server."""

from pathlib import Path

from csp.constants import NONE, SELF

from suluh.project.config import config
from suluh.project.database import django_database
from suluh.project.keys import SEALING_KEY as SEALING_FILE
from suluh.project.keys import key_read, session_key
from suluh.project.log import logging_settings
from suluh.project.mail import mail_settings

HERE = Path(__file__).resolve().parent.parent
CONFIG = config()
DATA = CONFIG.data.resolve()

SECRET_KEY = session_key(CONFIG)
SEALING_KEY = key_read(CONFIG, SEALING_FILE) or SECRET_KEY
"""Seals personal data; an installation that was never prepared has nothing to keep beyond its process."""
DEBUG = CONFIG.debug
ALLOWED_HOSTS = [host.strip() for host in CONFIG.hosts.split(",") if host.strip()]

INSTALLED_APPS = [
    "suluh.organization",
    "suluh.deadlines",
    "suluh.monitoring",
    "suluh.disclosure",
    "suluh.studio",
    "suluh.channels",
    "suluh.newsroom",
    "suluh.evaluation",
    "suluh.desk",
    "suluh.portal",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "csp",
    "django_htmx",
    "template_partials",
    "procrastinate.contrib.django",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "suluh.organization.middleware.kept_by_no_browser",
    "suluh.desk.middleware.language_choice",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "suluh.desk.middleware.government_clock",
    "allauth.account.middleware.AccountMiddleware",
    "suluh.organization.middleware.refusals",
    "suluh.organization.middleware.own_password_first",
    "suluh.studio.ceiling.upload_ceiling",
    "suluh.newsroom.phone.owner_only",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "suluh.project.urls"
WSGI_APPLICATION = "suluh.project.wsgi.application"
AUTH_USER_MODEL = "organization.Person"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "suluh.desk.context.shell",
            ],
        },
    }
]

DATABASES = {"default": django_database(CONFIG.data, CONFIG.database_url)}

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    },
    "process": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
}
"""Limits of tries have to hold for all web processes together, so they stand in the database; "process" is quick and
each process's own."""

# --- signing in -------------------------------------------------------------------------------------------------------

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
    "django.contrib.auth.backends.ModelBackend",
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
CITIZENS_PAGE = "portal:front"
"""Where whoever has not signed in lands."""
ACCOUNT_ADAPTER = "suluh.organization.sign_in.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_FORMS = {
    "login": "suluh.organization.sign_in_forms.SignInForm",
    "change_password": "suluh.organization.sign_in_forms.ChangePasswordForm",
    "set_password": "suluh.organization.sign_in_forms.SetPasswordForm",
    "reset_password": "suluh.organization.sign_in_forms.ResetPasswordForm",
    "reset_password_from_key": "suluh.organization.sign_in_forms.ResetPasswordKeyForm",
    "reauthenticate": "suluh.organization.sign_in_forms.ReauthenticateForm",
}
ALLAUTH_TRUSTED_PROXY_COUNT = CONFIG.proxies
ACCOUNT_RATE_LIMITS = {"login_failed": "5/5m/key"}
"""Tries of a second factor by person, one million of which would open it. Wrong passwords are counted in the database
(axes), which all web processes share."""
MFA_ADAPTER = "suluh.organization.sign_in.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_FORMS = {
    "authenticate": "suluh.organization.sign_in_forms.SecondFactorForm",
    "reauthenticate": "suluh.organization.sign_in_forms.ReauthenticateCodeForm",
    "activate_totp": "suluh.organization.sign_in_forms.ActivateAppForm",
    "add_webauthn": "suluh.organization.sign_in_forms.AddPasskeyForm",
    "edit_webauthn": "suluh.organization.sign_in_forms.EditPasskeyForm",
}
MFA_ALLOW_UNVERIFIED_EMAIL = True
"""The address was entered by a coordinator and cannot be changed by the person, so nothing is left to verify."""
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Suluh"
MFA_TOTP_TOLERANCE = 1
"""A telephone whose clock is half a minute off still signs in."""
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not CONFIG.https
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.25
"""Hours a name and address stay locked after too many wrong passwords."""
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_CALLABLE = "suluh.organization.sign_in.locked_name"
AXES_CLIENT_IP_CALLABLE = "suluh.organization.sign_in.client_address"
AXES_LOCKOUT_TEMPLATE = "organization/locked.html"
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True

# --- sessions, cookies, headers ---------------------------------------------------------------------------------------

SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CONFIG.https
CSRF_COOKIE_SECURE = CONFIG.https
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_TRUSTED_ORIGINS = [CONFIG.base_url.rstrip("/")] if CONFIG.base_url else []
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if CONFIG.https else None
SECURE_SSL_REDIRECT = CONFIG.https
SECURE_REDIRECT_EXEMPT = [r"^health/"]
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if CONFIG.https else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "media-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

# --- language and time ------------------------------------------------------------------------------------------------

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
LOCALE_PATHS = [HERE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Jakarta"

# --- files, mail, log -------------------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATICFILES_DIRS: list[Path] = []
WHITENOISE_USE_FINDERS = True
MEDIA_ROOT = DATA / "files"
"""Private files: served through permission-checked views alone, so there is no MEDIA_URL."""
SEALED_ROOT = MEDIA_ROOT / "sealed"
"""Files of excluded information, each under a key of its own; `disclosure/sealed_store.py` alone reads it. It lies
below the private files so that a backup takes it along, sealed as it is."""
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
DEFAULT_FROM_EMAIL = SERVER_EMAIL = CONFIG.mail_from
globals().update(mail_settings(CONFIG.mail_url, DATA / "outbox"))
LOGGING = logging_settings(CONFIG.log_level.upper())

PROCRASTINATE_IMPORT_PATHS = ["suluh.project.tasks"]
