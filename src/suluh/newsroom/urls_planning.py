"""Addresses of writing help, the calendar and reposts."""

from django.urls import path

from .views import calendar, calendar_feed, calendar_import, reposts, slots, writing

planning = [
    path("redaksi/periksa/", writing.check, name="writing-check"),
    path("redaksi/naskah/<int:pk>/data-pribadi/", writing.confirm, name="private-confirm"),
    path("redaksi/kalender/", calendar.page, name="calendar"),
    path("redaksi/kalender/rencana/<slug:slug>/", slots.add, name="slot-add"),
    path("redaksi/kalender/rencana/", slots.choose_unit, name="slot-unit"),
    path("redaksi/kalender/<int:pk>/", slots.change, name="slot"),
    path("redaksi/kalender/<int:pk>/pindah/", slots.move, name="slot-move"),
    path("redaksi/kalender/<int:pk>/hapus/", slots.drop, name="slot-drop"),
    path("redaksi/kalender/impor/", calendar_import.upload, name="plan-import"),
    path("redaksi/kalender/impor/<int:pk>/", calendar_import.preview, name="plan-preview"),
    path("redaksi/kalender/peringatan/", calendar.observances, name="observances"),
    path("redaksi/kalender/peringatan/<int:pk>/hapus/", calendar.observance_drop, name="observance-drop"),
    path("redaksi/kalender/langganan/", calendar_feed.subscription, name="calendar-subscription"),
    path("redaksi/kalender/langganan/<str:secret>.ics", calendar_feed.feed, name="calendar-feed"),
    path("redaksi/repost/", reposts.calls, name="reposts"),
    path("redaksi/repost/<int:pk>/", reposts.call, name="repost"),
    path("redaksi/repost/bagian/<int:pk>/", reposts.kit, name="repost-kit"),
    path("redaksi/repost/bagian/<int:pk>/kanal/<int:channel>/", reposts.touch, name="repost-touch"),
    path("redaksi/repost/bagian/<int:pk>/maafkan/", reposts.excuse, name="repost-excuse"),
    path("redaksi/naskah/<int:pk>/repost/", reposts.ask, name="repost-ask"),
]
