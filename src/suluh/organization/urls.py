"""Addresses of the register."""

from django.urls import path

from .views import accounts, custody, government, imports, people, register, sites, trail, units

app_name = "organization"

urlpatterns = [
    path("", register.register, name="register"),
    path("ekspor.xlsx", register.export_xlsx, name="export-xlsx"),
    path("ekspor.csv", register.export_csv, name="export-csv"),
    path("templat.xlsx", register.template_xlsx, name="template-xlsx"),
    path("impor/", imports.upload, name="import"),
    path("impor/<int:pk>/", imports.preview, name="import-preview"),
    path("pemerintah/", government.change, name="government"),
    path("pemerintah/kop.pdf", government.letterhead, name="letterhead"),
    path("unit/baru/", units.add, name="unit-add"),
    path("unit/<slug:slug>/", units.detail, name="unit"),
    path("unit/<slug:slug>/ubah/", units.change, name="unit-change"),
    path("unit/<slug:slug>/kontak/", units.contact, name="unit-contact"),
    path("unit/<slug:slug>/pindah/", units.move, name="unit-move"),
    path("unit/<slug:slug>/tutup/", units.retire, name="unit-retire"),
    path("unit/<slug:slug>/jejak/", trail.unit, name="unit-trail"),
    path("unit/<slug:slug>/situs/baru/", sites.add, name="site-add"),
    path("situs/<int:pk>/ubah/", sites.change, name="site-change"),
    path("situs/<int:pk>/lepas/", sites.retire, name="site-retire"),
    path("unit/<slug:slug>/akun/baru/", accounts.add, name="account-add"),
    path("akun/", custody.accounts, name="accounts"),
    path("orang/<int:pk>/serah-terima/", custody.leave, name="person-hand-over"),
    path("serah-terima/<uuid:key>/berita-acara.pdf", custody.record_paper, name="hand-over-paper"),
    path("akun/<int:pk>/", accounts.detail, name="account"),
    path("akun/<int:pk>/ubah/", accounts.change, name="account-change"),
    path("akun/<int:pk>/serah-terima/", accounts.hand_over, name="account-hand-over"),
    path("akun/<int:pk>/pastikan/", accounts.confirm, name="account-confirm"),
    path("akun/<int:pk>/tutup/", accounts.retire, name="account-retire"),
    path("orang/", people.people, name="people"),
    path("orang/baru/", people.add, name="person-add"),
    path("orang/<int:pk>/", people.detail, name="person"),
    path("orang/<int:pk>/sandi/", people.give_password, name="person-password"),
    path("orang/<int:pk>/faktor-kedua/", people.remove_factor, name="person-remove-factor"),
    path("orang/<int:pk>/tutup/", people.close, name="person-close"),
    path("unit/<slug:slug>/penugasan/baru/", people.grant, name="membership-grant"),
    path("penugasan/<int:pk>/akhiri/", people.end, name="membership-end"),
    path("profil/", people.profile, name="profile"),
    path("jejak/", trail.everything, name="trail"),
]
