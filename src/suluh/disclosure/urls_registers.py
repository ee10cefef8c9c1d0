"""Addresses of the registers and of the yearly report."""

from django.urls import path, re_path

from .views import registers, reports

FORM = r"(?P<form>xlsx|pdf)"

urlpatterns = [
    path("register/<slug:kind>/", registers.public, name="public-register"),
    re_path(rf"^register/(?P<kind>[a-z]+)\.{FORM}$", registers.public_file, name="public-register-file"),
    path("layanan/register/<slug:slug>/<slug:kind>/", registers.internal, name="register"),
    re_path(
        rf"^layanan/register/(?P<slug>[-\w]+)/(?P<kind>[a-z]+)\.{FORM}$", registers.internal_file, name="register-file"
    ),
    path("statistik/", reports.statistics, name="statistics"),
    path("laporan-layanan/<int:year>/", reports.public, name="public-report"),
    path("laporan-layanan/<int:year>.pdf", reports.public_paper, name="public-report-paper"),
    path("layanan/laporan/<slug:slug>/<int:year>/", reports.report, name="report"),
    path("layanan/laporan/<slug:slug>/<int:year>/selesai/", reports.finish, name="report-finish"),
]
