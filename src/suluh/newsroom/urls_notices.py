"""Addresses of notices without delay, and of stories on the portal."""

from django.urls import path

from .views import notice_deeds, notices, publications

announcing = [
    path("redaksi/naskah/<int:pk>/tarik/", publications.take_back, name="story-withdraw"),
    path("redaksi/serta-merta/", notices.notices, name="notices"),
    path("redaksi/serta-merta/baru/", notices.begin, name="notice-begin"),
    path("redaksi/serta-merta/<int:pk>/", notices.notice, name="notice"),
    path("redaksi/serta-merta/<int:pk>/isi/<slug:step>/", notices.step, name="notice-step"),
    path("redaksi/serta-merta/<int:pk>/ajukan/", notice_deeds.submit, name="notice-submit"),
    path("redaksi/serta-merta/<int:pk>/terbitkan/", notice_deeds.issue, name="notice-issue"),
    path("redaksi/serta-merta/<int:pk>/kembalikan/", notice_deeds.give_back, name="notice-return"),
    path("redaksi/serta-merta/<int:pk>/perbarui/", notice_deeds.reopen, name="notice-reopen"),
    path("redaksi/serta-merta/<int:pk>/buang/", notice_deeds.drop, name="notice-drop"),
    path("redaksi/serta-merta/<int:pk>/aman/", notice_deeds.clear, name="notice-clear"),
    path("redaksi/serta-merta/<int:pk>/cabut/", notice_deeds.withdraw, name="notice-withdraw"),
    path("redaksi/serta-merta/<int:pk>/perpanjang/", notice_deeds.extend, name="notice-extend"),
    path("redaksi/serta-merta/tinjau/<int:pk>/", notice_deeds.review, name="notice-review"),
]
