"""Addresses of the shell itself."""

from django.urls import path
from django.views.i18n import set_language

from . import views

app_name = "desk"

urlpatterns = [
    path("bahasa/", set_language, name="language"),
    path("tema.css", views.theme, name="theme"),
    path("lambang.png", views.crest, name="crest"),
]
