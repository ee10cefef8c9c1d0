"""Addresses of the shell itself."""

from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from django.views.i18n import set_language

from . import views

app_name = "desk"

urlpatterns = [
    # a stranger's page may change nothing but the language, and a page without a secret can be shared by all visitors
    path("bahasa/", csrf_exempt(set_language), name="language"),
    path("tema.css", views.theme, name="theme"),
    path("lambang.png", views.crest, name="crest"),
]
