"""Texts with a purpose: news against gambling, citizens' complaints, innocent words that sound alike, retellings."""

from __future__ import annotations

from random import Random

from suluh.demo.prose.news import Article, Mix, Scene


def lookalike_news(chance: Random, scene: Scene) -> Article:
    """A press text against online gambling: full of the words, and clean."""
    title = chance.choice(
        (
            "{s} Sosialisasikan Bahaya Judi Online kepada Pelajar",
            "Waspada Judi Online, {s} Imbau Warga Tidak Tergiur Slot Gacor",
            "Pegawai {s} Tandatangani Pakta Bebas Judi Online",
            "Pemblokiran Situs Judi Slot: {s} Minta Admin Website Memeriksa Laman",
        )
    ).format(s=scene.short)
    paragraphs = (
        f"{scene.place.upper()} – {scene.unit} mengingatkan warga agar menjauhi judi online. Iming-iming slot gacor, maxwin, "
        "dan deposit pulsa tanpa potongan adalah jebakan yang merugikan keluarga.",
        "Narasumber dari kepolisian menjelaskan bahwa bandar memakai istilah scatter, RTP tinggi, dan bonus member baru "
        "untuk menarik korban. Tidak ada kemenangan yang bertahan; uang pemain selalu habis.",
        "Pelaku perjudian daring diancam pidana penjara dan denda menurut undang-undang informasi dan transaksi elektronik.",
        "“Jangan klik tautan togel atau kasino yang dikirim lewat pesan singkat. Segera laporkan,” kata "
        f"{chance.choice(('Kepala', 'Sekretaris'))} {scene.unit}.",
        "Bagi yang telanjur kecanduan, tersedia layanan konseling gratis di puskesmas dan rumah sakit daerah.",
        f"{scene.unit} juga memeriksa website desa karena peretas kerap menyisipkan halaman judi pada laman yang tidak aktif.",
    )
    return Article(title, lambda: paragraphs, Mix.AJAKAN)


def lookalike_complaint(chance: Random, scene: Scene) -> Article:
    """Citizens' complaints about gambling, answered by the unit."""
    title = chance.choice(
        (
            "Tanggapan atas Aduan Warga tentang Iklan Judi di Laman Desa",
            "Warga Keluhkan Pesan Berisi Tautan Slot Online",
        )
    )
    paragraphs = (
        f"{scene.place.upper()} – Seorang warga menyampaikan aduan: “Anak saya kecanduan main slot gacor di ponsel, uang "
        "sekolah habis untuk deposit. Mohon situsnya diblokir.”",
        "Warga lain melaporkan bahwa ketika mencari alamat kantor desa di mesin pencari, yang muncul justru tulisan togel "
        "dan kasino.",
        f"Menanggapi hal itu, {scene.unit} telah meneruskan {chance.randint(2, 19)} alamat kepada kementerian untuk diblokir.",
        "Petugas meminta warga menyertakan tangkapan layar dan alamat lengkap agar penelusuran lebih cepat.",
        "Aduan serupa dapat disampaikan lewat SP4N-LAPOR! atau datang langsung ke loket pengaduan pada jam kerja.",
    )
    return Article(title, lambda: paragraphs, Mix.LAYANAN)


def lookalike_hint(chance: Random, scene: Scene) -> Article:
    """Words that gambling shares with daily life: parking slots, deposits of waste, bonuses for athletes."""
    title = chance.choice(
        (
            "Slot Parkir Pasar Ditambah, Warga Diminta Tertib",
            "Nasabah Bank Sampah Kini Dapat Deposit Setiap Sabtu",
            "Bonus Atlet Cair, Daftar Penerima Diumumkan",
            "Slot Waktu Perekaman KTP Dibuka, Daftar Sekarang",
        )
    )
    paragraphs = (
        f"{scene.place.upper()} – {scene.unit} menambah {chance.randint(12, 90)} slot parkir di sisi barat pasar. Setiap slot "
        "diberi nomor agar mudah ditemukan.",
        "Nasabah bank sampah dapat menyetor deposit mulai sepuluh ribu rupiah dan menariknya menjelang hari raya.",
        "Atlet peraih medali menerima bonus sesuai peraturan bupati. Link pendaftaran tersedia di laman resmi.",
        "Warga yang ingin login ke aplikasi antrean memilih slot waktu terlebih dahulu, lalu menunggu konfirmasi.",
        "Petugas siap membantu warga yang kesulitan mendaftar pada jam kerja.",
    )
    return Article(title, lambda: paragraphs, Mix.LAYANAN)


def retold(chance: Random, article: Article, scene: Scene) -> Article:
    """The same text under another headline and first paragraph, as units pass press releases on."""
    opening = chance.choice(
        ("Hadir dalam kesempatan itu", "Turut mengikuti kegiatan tersebut", "Sejumlah pegawai menghadiri")
    )
    title = (
        f"{scene.short}: {chance.choice(('Kabar dari Kabupaten', 'Laporan Kegiatan', 'Ikut Serta'))}, {article.title}"
    )
    first = f"{scene.place.upper()} – {opening} perwakilan {scene.unit} bersama jajaran perangkat daerah lainnya."
    return Article(title, lambda: (first, *article.paragraphs[1:]), article.mix)
