"""What is in it for citizens, and whom they ask."""

from __future__ import annotations

import re
from collections.abc import Iterator

from suluh.kernel.prose.spans import Folded, Span
from suluh.kernel.prose.values import Advice, Bounds, Draft

CEREMONY = Folded(
    r"\b(?:menghadiri|dihadiri|turut hadir|membuka (?:secara resmi|acara|kegiatan|rapat|pelatihan|sosialisasi|"
    r"lomba|turnamen)|"
    r"dibuka (?:secara resmi )?oleh|secara resmi membuka|meresmikan|diresmikan|menyambut|menerima kunjungan|"
    r"kunjungan kerja|"
    r"memberi(?:kan)? (?:sambutan|arahan)|dalam sambutannya|memotong pita|pemotongan (?:pita|tumpeng)|upacara|apel|"
    r"silaturahmi|ramah tamah|rapat koordinasi|foto bersama|pelantikan|melantik|dilantik|penandatanganan|"
    r"halalbihalal|"
    r"syukuran|audiensi|seremoni(?:al)?|pemukulan gong|pelepasan|melepas|menutup secara resmi)\b"
)
BENEFIT = Folded(
    r"\b(?:(?:warga|masyarakat|pemohon|peserta|pelajar|siswa|petani|nelayan|pedagang|pelaku usaha|orang tua|"
    r"keluarga|ibu hamil|"
    r"lansia|pengguna jalan|pelanggan|penyandang disabilitas|pasien)\s(?:\w+\s){0,3}?(?:kini |akan |dapat|"
    r"bisa|boleh|perlu|"
    r"tidak perlu|cukup|menerima|memperoleh|mendapat|berhak|diminta|diimbau)|gratis|tanpa biaya|bebas biaya|"
    r"tidak dipungut|"
    r"syarat(?:nya)?|jadwal(?:nya)?|pendaftaran|mendaftar|mulai berlaku|berlaku mulai|hubungi|loket|"
    r"jam layanan|manfaat(?:nya)?|"
    r"sehingga (?:warga|masyarakat|petani|air|jalan|anak)|agar (?:warga|masyarakat|petani|anak)|bagi warga|"
    r"untuk warga|"
    r"bantuan (?:senilai|sebesar|berupa)|senilai rp|lebih (?:cepat|dekat|murah|mudah)|memudahkan (?:warga|"
    r"masyarakat)|turun "
    r"(?:dari|menjadi)|naik (?:dari|menjadi)|batas (?:waktu|akhir)|paling lambat|laporkan|adukan)\b"
)
CONTACT = re.compile(
    r"\b(?:hubungi|telepon|telp|whatsapp|wa|surel|email|narahubung|kontak|laman|situs|loket|call center|"
    r"datang (?:ke|langsung))\b|"
    r"https?://|\bwww\.|\w@\w|\b[a-z0-9-]+\.go\.id\b|\(0\d{2,3}\)|\b0\d{2,3}-\d{5}|\b08\d{7}",
    re.IGNORECASE,
)


def check(draft: Draft, found: list[Span], _bounds: Bounds) -> Iterator[Advice]:
    """Ceremony without a use for citizens; a call to act without anybody to ask."""
    ceremony = CEREMONY.search(draft.text)
    if ceremony and not draft.benefit and not BENEFIT.search(f"{draft.title}\n{draft.text}"):
        yield Advice(
            "benefit-missing",
            "text",
            ceremony.start(),
            ceremony.end(),
            "Naskah bercerita tentang acaranya. Apa manfaatnya bagi warga?",
            "Tambahkan apa yang berubah bagi warga: layanan, jadwal, syarat, bantuan, atau angka.",
        )
    if draft.wants_contact and found and not draft.contact.strip() and not CONTACT.search(draft.text):
        last = found[-1]
        told = "Warga diminta berbuat sesuatu, tetapi belum tahu harus bertanya ke mana."
        yield Advice(
            "contact-missing",
            "text",
            last.start,
            last.end,
            told,
            "Isi kontak kantor: nomor layanan, loket, atau laman.",
        )
