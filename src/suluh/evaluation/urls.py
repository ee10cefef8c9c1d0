"""Addresses of the judging room."""

from django.urls import path

from . import views

app_name = "evaluation"

urlpatterns = [path("peringkat/", views.ranking, name="ranking")]
