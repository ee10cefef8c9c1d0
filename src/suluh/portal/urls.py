"""Addresses of the citizens' face itself; features bring their own public pages."""

from django.urls import path

from . import views

app_name = "portal"

urlpatterns = [path("", views.home, name="home")]
