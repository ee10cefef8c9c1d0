"""Addresses of deadlines. They stay: letters and messages name them."""

from django.urls import path

from .views import calendars, clocks

app_name = "deadlines"

urlpatterns = [
    path("kalkulator/", clocks.calculator, name="calculator"),
    path("tenggat/", clocks.listing, name="clocks"),
    path("tenggat/<int:key>/", clocks.clock, name="clock"),
    path("kalender/", calendars.year, name="calendar"),
    path("kalender/<int:year>/", calendars.year, name="calendar-year"),
    path("kalender/<int:year>/tambah/", calendars.day_add, name="day-add"),
    path("kalender/<int:year>/pastikan/", calendars.year_confirm, name="year-confirm"),
    path("kalender/hari/<int:key>/hapus/", calendars.day_remove, name="day-remove"),
    path("kalender/pekan/", calendars.week_set, name="week-set"),
]
