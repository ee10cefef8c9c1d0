"""Addresses of public information. Those of items stay for good: papers and other systems name them."""

from django.urls import path

from .views import decrees, items, public, review

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
]
