"""Addresses of the citizens' face itself; features bring their own public pages. Those of single things stay."""

from django.contrib.sitemaps import views as sitemaps
from django.urls import path

from .sitemaps import SITEMAPS
from .views import accounts, cap, feeds, front, notices, ppid, stories, units

app_name = "portal"

urlpatterns = [
    path("beranda/", front.front, name="front"),
    path("beranda/kartu.png", front.card, name="front-card"),
    path("cari/", front.search, name="search"),
    path("berita/", stories.listed, {"section": "news"}, name="news"),
    path("pengumuman/", stories.listed, {"section": "announcements"}, name="announcements"),
    path("agenda/", stories.agenda_listed, name="agenda"),
    path("kabar/<int:pk>/", stories.story, name="story"),
    path("kabar/<int:pk>/foto/<int:number>/", stories.picture, name="story-picture"),
    path("kabar/<int:pk>/kartu.png", stories.card, name="story-card"),
    path("unit-kerja/", units.listed, name="units"),
    path("unit-kerja/<slug:slug>/", units.unit, name="unit"),
    path("unit-kerja/<slug:slug>/kartu.png", units.card, name="unit-card"),
    path("akun-resmi/", accounts.accounts, name="accounts"),
    path("ppid/", ppid.home, name="home"),
    path("pemberitahuan/", notices.listed, name="notices"),
    path("pemberitahuan/<int:pk>/", notices.notice, name="notice"),
    path("pemberitahuan/<int:pk>/versi/<int:number>/", notices.version, name="notice-version"),
    path("pemberitahuan/<int:pk>/kartu.png", notices.card, name="notice-card"),
    path("pemberitahuan/<int:pk>/gambar.png", notices.picture, name="notice-picture"),
    path("pemberitahuan/cap.atom", cap.feed, name="cap-feed"),
    path("pemberitahuan/<int:pk>/<int:number>.cap.xml", cap.document, name="cap"),
    path("umpan.atom", feeds.atom, name="feed-atom"),
    path("umpan.json", feeds.json, name="feed-json"),
    path("robots.txt", feeds.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, {"sitemaps": SITEMAPS, "sitemap_url_name": "portal:sitemap"}, name="sitemaps"),
    path("sitemap-<slug:section>.xml", sitemaps.sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
]
