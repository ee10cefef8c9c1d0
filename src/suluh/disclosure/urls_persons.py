"""Addresses of what is done with data of persons: retention, handing over, correction."""

from django.urls import path

from .views import persons, retention

urlpatterns = [
    path("layanan/pemohon/<slug:slug>/", persons.seek, name="person-seek"),
    path("layanan/pemohon/<slug:slug>/unduh/", persons.take, name="person-take"),
    path("layanan/<int:pk>/pemohon/", persons.correct, name="person-correct"),
    path("layanan/<int:pk>/tahan/", retention.hold, name="retention-hold"),
    path("layanan/retensi/<slug:slug>/", retention.listing, name="retention"),
    path("layanan/retensi/<slug:slug>/tahanan/<int:pk>/lepas/", retention.lift, name="retention-lift"),
    path("layanan/retensi/<slug:slug>/<slug:series>/musnahkan/", retention.destroy, name="retention-destroy"),
    path("layanan/retensi/<slug:slug>/<slug:series>/jangka/", retention.term, name="retention-term"),
]
