"""Addresses of the newsroom."""

from django.urls import path

from .urls_notices import announcing
from .urls_planning import planning
from .views import charter, deciding, deputies, stories, talking

app_name = "newsroom"

urlpatterns = [
    path("redaksi/", stories.desk, name="desk"),
    path("redaksi/kirim/", stories.choose_unit, name="choose-unit"),
    path("redaksi/kirim/<slug:slug>/", stories.submit, name="submit"),
    path("redaksi/naskah/<int:pk>/", stories.story, name="story"),
    path("redaksi/naskah/<int:pk>/foto/", stories.picture, name="picture"),
    path("redaksi/naskah/<int:pk>/sunting/", stories.edit, name="story-edit"),
    path("redaksi/naskah/<int:pk>/kembalikan/", deciding.give_back, name="story-return"),
    path("redaksi/naskah/<int:pk>/setujui/", deciding.approve, name="story-approve"),
    path("redaksi/naskah/<int:pk>/pegang/", deciding.claim, name="story-claim"),
    path("redaksi/naskah/<int:pk>/versi/", talking.versions, name="story-versions"),
    path("redaksi/naskah/<int:pk>/kata/", talking.comment, name="story-comment"),
    path("redaksi/naskah/<int:pk>/terbaca/", talking.mention_seen, name="story-mention-read"),
    path("redaksi/naskah/<int:pk>/kanal/", stories.variants, name="story-variants"),
    path("redaksi/naskah/<int:pk>/segera/", deciding.hurry, name="story-hurry"),
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
