"""Addresses of the newsroom."""

from django.urls import path

from .views import stories

app_name = "newsroom"

urlpatterns = [
    path("redaksi/", stories.desk, name="desk"),
    path("redaksi/kirim/", stories.choose_unit, name="choose-unit"),
    path("redaksi/kirim/<slug:slug>/", stories.submit, name="submit"),
    path("redaksi/naskah/<int:pk>/", stories.story, name="story"),
    path("redaksi/naskah/<int:pk>/foto/", stories.picture, name="picture"),
    path("redaksi/naskah/<int:pk>/sunting/", stories.edit, name="story-edit"),
    path("redaksi/naskah/<int:pk>/kembalikan/", stories.give_back, name="story-return"),
    path("redaksi/naskah/<int:pk>/setujui/", stories.approve, name="story-approve"),
]
