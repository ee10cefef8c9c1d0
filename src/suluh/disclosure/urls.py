"""Addresses of public information. Those of items stay for good: papers and other systems name them."""

from django.urls import path

from .views import decrees, items, public, requests, requests_deeds, requests_public, review

app_name = "disclosure"

urlpatterns = [
    path("informasi/", public.search, name="public-list"),
    path("informasi/<slug:code>/", public.item, name="public-item"),
    path("dip/", items.work, name="items"),
    path("dip/usul/", items.choose_unit, name="item-choose-unit"),
    path("dip/usul/<slug:slug>/", items.propose, name="item-propose"),
    path("dip/butir/<slug:code>/", items.detail, name="item"),
    path("dip/butir/<slug:code>/ubah/", items.change, name="item-change"),
    path("dip/butir/<slug:code>/cabut/", items.remove, name="item-remove"),
    path("dip/butir/<slug:code>/tarik/", items.withdraw, name="item-withdraw"),
    path("dip/butir/<slug:code>/telaah/", review.accept, name="item-review"),
    path("dip/butir/<slug:code>/kembalikan/", review.send_back, name="item-return"),
    path("dip/keputusan/", decrees.register, name="decrees"),
    path("dip/keputusan/baru/<slug:slug>/", decrees.prepare, name="decree-prepare"),
    path("dip/keputusan/<int:pk>/", decrees.detail, name="decree"),
    path("dip/keputusan/<int:pk>/kirim/", decrees.send, name="decree-send"),
    path("dip/keputusan/<int:pk>/setujui/", decrees.approve, name="decree-approve"),
    path("dip/keputusan/<int:pk>/kembalikan/", decrees.send_back, name="decree-return"),
    path("dip/keputusan/<int:pk>/buang/", decrees.drop, name="decree-drop"),
    path("permohonan/", requests_public.ask, name="ask"),
    path("permohonan/saran/<uuid:token>/<slug:code>/", requests_public.suggestion, name="suggestion"),
    path("lacak/", requests_public.find, name="track-find"),
    path("lacak/<slug:code>/", requests_public.track, name="track"),
    path("lacak/<slug:code>/surat/<int:pk>/", requests_public.letter, name="track-letter"),
    path("lacak/<slug:code>/nilai/", requests_public.rate, name="track-rate"),
    path("layanan/", requests.work, name="requests"),
    path("layanan/catat/<slug:slug>/", requests.record, name="request-record"),
    path("layanan/<int:pk>/", requests.detail, name="request"),
    path("layanan/<int:pk>/identitas/", requests.identity, name="request-identity"),
    path("layanan/<int:pk>/surat/<int:letter>/", requests.letter, name="request-letter"),
    path("layanan/<int:pk>/lengkap/", requests_deeds.complete, name="request-complete"),
    path("layanan/<int:pk>/tidak-lengkap/", requests_deeds.incomplete, name="request-incomplete"),
    path("layanan/<int:pk>/dilengkapi/", requests_deeds.mended, name="request-mended"),
    path("layanan/<int:pk>/cabut/", requests_deeds.withdraw, name="request-withdraw"),
    path("layanan/<int:pk>/perpanjang/", requests_deeds.extend, name="request-extend"),
    path("layanan/<int:pk>/jawaban/", requests_deeds.draft, name="answer-draft"),
    path("layanan/<int:pk>/jawaban/ajukan/", requests_deeds.send, name="answer-send"),
    path("layanan/<int:pk>/jawaban/setujui/", requests_deeds.approve, name="answer-approve"),
    path("layanan/<int:pk>/jawaban/kembalikan/", requests_deeds.send_back, name="answer-return"),
    path("layanan/<int:pk>/jawaban/tanda-tangan/", requests_deeds.sign, name="answer-sign"),
    path("layanan/<int:pk>/jawaban/bayar/", requests_deeds.pay, name="answer-pay"),
    path("layanan/<int:pk>/diberikan/", requests_deeds.give, name="request-given"),
]
