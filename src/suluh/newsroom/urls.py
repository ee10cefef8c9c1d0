"""Addresses of the newsroom."""

from django.urls import path

from .urls_notices import announcing
from .urls_planning import planning
from .views import app, charter, deciding, deputies, shaping, stories, submitting, talking

app_name = "newsroom"

urlpatterns = [
    path("redaksi/", stories.desk, name="desk"),
    path("redaksi/kirim/", submitting.choose_unit, name="choose-unit"),
    path("redaksi/kirim/<slug:slug>/", submitting.submit, name="submit"),
    path("redaksi/kirim/<slug:slug>/media/", submitting.medium_add, name="medium-add"),
    path("redaksi/media/<uuid:token>/", submitting.medium, name="medium"),
    path("redaksi/media/<uuid:token>/video/", submitting.video, name="video"),
    path("redaksi/pengirim/", submitting.sender, name="sender"),
    path("redaksi/luring/", app.offline, name="offline"),
    path("redaksi/bagikan/", app.share, name="share"),
    path("redaksi/pekerja.js", app.worker, name="worker"),
    path("redaksi/formulir.css", app.styles, name="styles"),
    path("redaksi/aplikasi.webmanifest", app.manifest, name="manifest"),
    path("redaksi/naskah/<int:pk>/", stories.story, name="story"),
    path("redaksi/naskah/<int:pk>/sunting/", stories.edit, name="story-edit"),
    path("redaksi/naskah/<int:pk>/kembalikan/", deciding.give_back, name="story-return"),
    path("redaksi/naskah/<int:pk>/setujui/", deciding.approve, name="story-approve"),
    path("redaksi/naskah/<int:pk>/pegang/", deciding.claim, name="story-claim"),
    path("redaksi/naskah/<int:pk>/versi/", talking.versions, name="story-versions"),
    path("redaksi/naskah/<int:pk>/kata/", talking.comment, name="story-comment"),
    path("redaksi/naskah/<int:pk>/terbaca/", talking.mention_seen, name="story-mention-read"),
    path("redaksi/naskah/<int:pk>/kanal/", stories.variants, name="story-variants"),
    path("redaksi/naskah/<int:pk>/kanal/<slug:platform>/", shaping.shapes, name="story-shapes"),
    path("redaksi/naskah/<int:pk>/kanal/<slug:platform>/<uuid:token>/", shaping.fit, name="medium-fit"),
    path("redaksi/naskah/<int:pk>/segera/", deciding.hurry, name="story-hurry"),
    path("redaksi/naskah/<int:pk>/lewati/", deciding.pass_over, name="story-pass-over"),
    path("redaksi/tinjau/<int:pk>/", deciding.review, name="review"),
    path("redaksi/piagam/", charter.charter, name="charter"),
    path("redaksi/piagam/<int:number>/", charter.charter, name="charter-version"),
    path("redaksi/piagam/<int:before>/<int:after>/", charter.compare, name="charter-compare"),
    path("redaksi/piagam/rancangan/", charter.draft, name="charter-draft"),
    path("redaksi/piagam/tetapkan/", charter.adopt, name="charter-adopt"),
    path("redaksi/pengecualian/", charter.overrides, name="overrides"),
    path("redaksi/serah-terima/", charter.hand_over, name="hand-over"),
    path("redaksi/wakil/", deputies.deputies, name="deputies"),
    path("redaksi/wakil/tunjuk/", deputies.appoint, name="deputy-appoint"),
    path("redaksi/wakil/<int:pk>/akhiri/", deputies.end, name="deputy-end"),
    *planning,
    *announcing,
]
