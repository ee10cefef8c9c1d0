"""Addresses of the whole site, room by room."""

from django.urls import URLPattern, URLResolver, include, path

from suluh.project import health

urlpatterns: list[URLPattern | URLResolver] = [
    path("health/live", health.live, name="health-live"),
    path("health/ready", health.ready, name="health-ready"),
    path("register/", include("suluh.organization.urls")),
    path("accounts/", include("suluh.organization.sign_in_urls")),
    path("", include("suluh.desk.urls")),
    path("api/v1/", include("suluh.api.urls")),
    path("", include("suluh.portal.urls")),
    path("", include("suluh.disclosure.urls")),
    path("", include("suluh.deadlines.urls")),
    path("", include("suluh.newsroom.urls")),
    path("", include("suluh.channels.urls")),
    path("", include("suluh.monitoring.urls")),
    path("", include("suluh.evaluation.urls")),
]
