"""Addresses of the board. They stay: papers and messages name them."""

from django.urls import path, register_converter

from .views import board, findings, months, proofs, sweeps, units


class MonthConverter:
    """A month in an address: 2026-04."""

    regex = r"20\d{2}-(?:0[1-9]|1[0-2])"

    def to_python(self, value: str) -> str:
        """The month as written; the view reads it."""
        return value

    def to_url(self, value: str) -> str:
        """The month as written."""
        return str(value)


register_converter(MonthConverter, "month")

app_name = "monitoring"

urlpatterns = [
    path("", board.home, name="overview"),
    path("ringkasan/", board.digest, name="digest"),
    path("ringkasan/kartu.png", board.card, name="digest_card"),
    path("laporan.pdf", board.report, name="report"),
    path("menunggu/", board.waiting, name="waiting"),
    path("menunggu/jumlah/", board.waiting_count, name="waiting-count"),
    path("unit/", units.listing, name="units"),
    path("unit/unduh.xlsx", units.sheet, name="units_sheet"),
    path("unit/banding/", units.compare, name="compare"),
    path("unit/<slug:slug>/", units.dossier, name="unit"),
    path("unit/<slug:slug>/laporan.pdf", units.report, name="unit_report"),
    path("unit/<slug:slug>/kartu.png", units.card, name="unit_card"),
    path("unit/<slug:slug>/butir/<str:code>/", units.item, name="item"),
    path("unit/<slug:slug>/butir/<str:code>/jadikan/<str:offer>/", units.hand_over, name="item_hand_over"),
    path("temuan/", findings.listing, name="findings"),
    path("temuan/<int:key>/", findings.file, name="finding"),
    path("temuan/<int:key>/terima/", findings.acknowledge, name="finding_acknowledge"),
    path("temuan/<int:key>/sanggah/", findings.contest, name="finding_contest"),
    path("temuan/<int:key>/putus/", findings.settle, name="finding_settle"),
    path("bukti/<int:key>/", proofs.evidence, name="evidence"),
    path("bukti/<int:key>/berkas/", proofs.body, name="evidence_body"),
    path("rekap/", months.latest, name="recaps"),
    path("rekap/<month:month>/", months.recap, name="recap"),
    path("rekap/<month:month>/unduh.xlsx", months.sheet, name="recap_sheet"),
    path("rekap/<month:month>/terbitkan/", months.publish, name="recap_publish"),
    path("pemeriksaan/", sweeps.listing, name="sweeps"),
    path("pemeriksaan/mulai/", sweeps.start, name="sweep_start"),
    path("pemeriksaan/<int:key>/", sweeps.progress, name="sweep"),
]
