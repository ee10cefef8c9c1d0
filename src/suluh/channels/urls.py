"""Addresses of channels and deliveries."""

from django.urls import path

from .views import channels, consents, deliveries, media

app_name = "channels"

urlpatterns = [
    path("kanal/", channels.channels, name="channels"),
    path("kanal/hubungkan/<str:kind>/<int:pk>/", channels.connect, name="connect"),
    path("kanal/izin/akun/<int:pk>/", consents.consent, name="consent"),
    path("kanal/kembali/", consents.consent_back, name="consent-back"),
    path("kanal/<int:pk>/", channels.channel, name="channel"),
    path("kanal/<int:pk>/tanya/", channels.ask, name="ask"),
    path("kanal/<int:pk>/putus/", channels.close, name="close"),
    path("media-sementara/<str:token>/<str:name>", media.media, name="media"),
    path("penayangan/", deliveries.deliveries, name="deliveries"),
    path("penayangan/<int:pk>/tayang/", deliveries.confirm, name="confirm"),
    path("penayangan/<int:pk>/ulang/", deliveries.again, name="again"),
    path("penayangan/<int:pk>/batal/", deliveries.drop, name="drop"),
]
