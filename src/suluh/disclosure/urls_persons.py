"""Addresses of what is done with data of persons: mails that came in, retention, handing over, correction."""

from django.urls import path

from .views import mails, persons, retention

urlpatterns = [
    path("layanan/surel/", mails.listing, name="mails"),
    path("layanan/surel/<int:pk>/", mails.register, name="mail-register"),
    path("layanan/surel/<int:pk>/sisihkan/", mails.aside, name="mail-aside"),
    path("layanan/surel/berkas/<int:pk>/", mails.file, name="mail-file"),
    path("layanan/pemohon/<slug:slug>/", persons.seek, name="person-seek"),
    path("layanan/pemohon/<slug:slug>/unduh/", persons.take, name="person-take"),
    path("layanan/<int:pk>/pemohon/", persons.correct, name="person-correct"),
    path("layanan/<int:pk>/tahan/", retention.hold, name="retention-hold"),
    path("layanan/retensi/<slug:slug>/", retention.listing, name="retention"),
    path("layanan/retensi/<slug:slug>/tahanan/<int:pk>/lepas/", retention.lift, name="retention-lift"),
    path("layanan/retensi/<slug:slug>/<slug:series>/musnahkan/", retention.destroy, name="retention-destroy"),
    path("layanan/retensi/<slug:slug>/<slug:series>/jangka/", retention.term, name="retention-term"),
]
