"""Sentence frames by what a text does. Slots are filled by `news.compose`."""

from __future__ import annotations

TITLES: dict[str, tuple[str, ...]] = {
    "kegiatan": (
        "{singkat} Gelar {acara} di {tempat}", "{acara} Diikuti {jumlah} {sasaran}",
        "{peran} {singkat} Hadiri {acara}", "{singkat} dan {sasaran} Bersama dalam {acara}",
        "Hari Kedua {acara} di {lokasi_lain} Berjalan Lancar", "{acara} Kembali Digelar Tahun {tahun}",
        "Suasana {acara} Bersama {sasaran} di {tempat}",
    ),
    "layanan": (
        "Begini Cara Mengurus {layanan} di {singkat}", "Syarat dan Alur {layanan} Terbaru",
        "{singkat} Buka Loket {layanan} di {lokasi_lain}", "{layanan} Kini Selesai dalam {hari_kerja} Hari Kerja",
        "Jadwal Pelayanan {layanan} Pekan Ini", "{layanan} Dapat Diajukan Secara Daring",
    ),
    "kebijakan": (
        "Aturan Baru tentang {aturan} Mulai Berlaku", "Pemerintah Kabupaten Tetapkan {aturan}",
        "Surat Edaran Nomor {nomor} Mengatur {aturan}", "Peraturan Bupati tentang {aturan} Disosialisasikan",
        "{singkat} Jelaskan Ketentuan {aturan}", "Perubahan Ketentuan {aturan} Disepakati",
    ),
    "data": (
        "{indikator} Capai {jumlah} {satuan} hingga Akhir Bulan", "Data {tahun}: {indikator} Naik {persen} Persen",
        "Rekapitulasi {indikator} Triwulan Ini", "{indikator} Turun Dibanding {tahun_lalu}, Ini Angkanya",
        "Statistik {indikator} Kabupaten Arunika {tahun}", "Capaian {program}: {jumlah} {satuan}",
    ),
    "pengumuman": (
        "Pengumuman Perubahan Jadwal {layanan}", "Pengumuman Hasil Seleksi Peserta {acara}",
        "Pemberitahuan: {layanan} Tutup Sementara {hari_nanti}, {nanti}", "Pendaftaran {acara} Dibuka hingga {nanti}",
        "Undangan Terbuka {acara}", "Pengumuman Lelang Barang Inventaris {singkat}",
    ),
    "ajakan": (
        "Ayo {ajakan}", "Mari {ajakan} Mulai Hari Ini", "Warga Diajak {ajakan}",
        "{singkat} Imbau Masyarakat {ajakan}", "Jangan Tunda, Saatnya {ajakan}", "Yuk, Bersama {ajakan}",
    ),
}  # fmt: skip

LEADS: dict[str, tuple[str, ...]] = {
    "kegiatan": (
        "{unit} menyelenggarakan {acara} di {lokasi}, {hari} ({tanggal}). Sebanyak {jumlah} {sasaran} mengikuti "
        "kegiatan yang dimulai pukul {jam} tersebut.",
        "Sebanyak {jumlah} {sasaran} memadati {lokasi_lain} untuk mengikuti {acara} yang digelar {unit} pada {hari} "
        "({tanggal}).",
        "{peran} {unit} membuka secara resmi {acara} di {lokasi}, {hari} ({tanggal}), disaksikan para tamu undangan.",
    ),
    "layanan": (
        "{unit} membuka pelayanan {layanan} bagi warga di {lokasi_lain}. Pemohon cukup datang dengan membawa berkas "
        "asli dan salinannya mulai pukul {jam}.",
        "Warga yang hendak mengurus {layanan} kini tidak perlu menunggu lama. {unit} memangkas waktu penyelesaian "
        "menjadi {hari_kerja} hari kerja sejak berkas dinyatakan lengkap.",
        "Untuk memudahkan pemohon, {unit} menyediakan formulir {layanan} secara daring dan di loket {lokasi}.",
    ),
    "kebijakan": (
        "Pemerintah Kabupaten Arunika menetapkan ketentuan baru mengenai {aturan} melalui surat edaran nomor {nomor} "
        "tahun {tahun}. Ketentuan ini berlaku bagi seluruh {sasaran}.",
        "{unit} menjelaskan isi peraturan tentang {aturan} yang mulai berlaku pada {nanti}. Ada beberapa pasal yang "
        "perlu dicermati oleh {sasaran}.",
        "Ketentuan mengenai {aturan} resmi diubah. Perubahan itu dituangkan dalam keputusan yang ditandatangani pada "
        "{hari} ({tanggal}).",
    ),
    "data": (
        "{unit} mencatat {indikator} mencapai {jumlah} {satuan} hingga akhir bulan lalu. Angka itu berubah {persen} "
        "persen dibandingkan periode yang sama pada {tahun_lalu}.",
        "Hasil pendataan {unit} menunjukkan {indikator} sebesar {jumlah} {satuan}, sedangkan pada {tahun_lalu} "
        "tercatat {jumlah_lalu} {satuan}.",
        "Perkembangan {indikator} di Kabupaten Arunika dirangkum {unit} dalam tabel triwulanan. Nilai terakhir "
        "adalah {jumlah} {satuan}.",
    ),
    "pengumuman": (
        "Diberitahukan kepada seluruh {sasaran} bahwa pelaksanaan {acara} akan berlangsung pada {hari_nanti}, {nanti}, "
        "pukul {jam} bertempat di {lokasi_lain}.",
        "{unit} mengumumkan bahwa pelayanan {layanan} ditutup sementara dan dibuka kembali pada {hari_nanti}, {nanti}.",
        "Berdasarkan hasil rapat panitia, {unit} mengumumkan nama peserta {acara} yang dinyatakan memenuhi syarat. "
        "Daftar ulang paling lambat {nanti}.",
    ),
    "ajakan": (
        "{unit} mengajak seluruh warga {ajakan}. Langkah kecil ini berdampak besar bila dilakukan bersama-sama.",
        "Sudahkah keluarga Anda {ajakan}? {unit} mengimbau {sasaran} untuk memulainya dari lingkungan terdekat.",
        "Mari {ajakan}. Imbauan itu disampaikan {unit} kepada {sasaran} melalui berbagai saluran sejak {hari}.",
    ),
}

DETAILS: dict[str, tuple[str, ...]] = {
    "kegiatan": (
        "Kegiatan diawali dengan menyanyikan lagu kebangsaan, dilanjutkan laporan panitia dan sambutan. Peserta lalu "
        "dibagi ke dalam beberapa kelompok untuk berdiskusi.",
        "Panitia menghadirkan narasumber dari perguruan tinggi dan praktisi. Materi hari pertama menyangkut {program}, "
        "sedangkan hari kedua diisi praktik lapangan.",
        "Peserta tampak antusias. Beberapa di antaranya mengajukan pertanyaan tentang kelanjutan {program} di wilayah "
        "masing-masing.",
        "Pada akhir acara, panitia menyerahkan piagam kepada {sasaran} yang aktif selama kegiatan berlangsung.",
        "Rombongan kemudian meninjau {lokasi_lain} dan berdialog dengan warga sekitar selama kurang lebih satu jam.",
    ),
    "layanan": (
        "Berkas yang perlu disiapkan ialah salinan kartu keluarga, surat pengantar dari desa atau kelurahan, dan formulir "
        "yang telah diisi lengkap.",
        "Alurnya sederhana: pemohon mengambil nomor antrean, menyerahkan berkas di loket, menerima tanda terima, lalu "
        "mengambil hasil sesuai tanggal yang tertera.",
        "Pelayanan {layanan} tidak dipungut biaya. Bila ada petugas yang meminta imbalan, pemohon dapat melapor ke unit "
        "pengaduan.",
        "Loket buka Senin sampai Kamis pukul 08.00 hingga 15.00 dan Jumat pukul 08.00 hingga 11.00.",
        "Pemohon berkebutuhan khusus memperoleh loket tersendiri dan didampingi petugas sejak pintu masuk.",
    ),
    "kebijakan": (
        "Dalam ketentuan yang lama, kewajiban itu hanya berlaku bagi sebagian {sasaran}. Kini cakupannya diperluas dan "
        "disertai sanksi administratif.",
        "Pasal peralihan memberi waktu {hari_kerja} hari kerja untuk menyesuaikan diri. Setelah masa itu lewat, "
        "pengawasan dilakukan oleh tim gabungan.",
        "Naskah lengkap peraturan dapat dibaca pada jaringan dokumentasi dan informasi hukum daerah.",
        "Penyusunan aturan ini melibatkan {sasaran} melalui konsultasi publik sehingga keberatan yang muncul telah "
        "ditampung sejak awal.",
        "Dasar hukumnya ialah undang-undang tentang pemerintahan daerah serta peraturan daerah yang telah ditetapkan "
        "sebelumnya.",
    ),
    "data": (
        "Kecamatan dengan nilai tertinggi mencatat {jumlah} {satuan}, sementara yang terendah {jumlah_lalu} {satuan}. "
        "Selisih itu menjadi bahan evaluasi.",
        "Data dihimpun setiap bulan dari laporan lapangan dan diperiksa ulang sebelum diterbitkan. Tabel lengkap "
        "tersedia dalam format terbuka.",
        "Jika dirinci menurut triwulan, kenaikan terbesar terjadi pada triwulan kedua, yakni {persen} persen.",
        "Penghitungan memakai metode yang sama dengan {tahun_lalu} sehingga kedua angka dapat dibandingkan langsung.",
        "Target {tahun} ditetapkan sebesar {jumlah} {satuan}. Sisa capaian diupayakan melalui {program}.",
    ),
    "pengumuman": (
        "Peserta diharap hadir tiga puluh menit sebelum acara dimulai dengan membawa kartu identitas dan bukti "
        "pendaftaran.",
        "Keputusan panitia bersifat mutlak dan tidak dapat diganggu gugat. Sanggahan administrasi diterima paling "
        "lambat {nanti}.",
        "Bagi yang berhalangan, wajib menyampaikan pemberitahuan tertulis kepada panitia selambat-lambatnya satu hari "
        "sebelumnya.",
        "Formulir pendaftaran dapat diambil di {lokasi} pada jam kerja atau diunduh dari laman resmi.",
        "Demikian pengumuman ini disampaikan untuk diketahui dan dilaksanakan sebagaimana mestinya.",
    ),
    "ajakan": (
        "Mulailah dari rumah sendiri. Ajak anggota keluarga, tetangga, dan teman untuk melakukan hal yang sama setiap "
        "pekan.",
        "Jangan menunggu orang lain bergerak lebih dahulu. Setiap warga dapat mengambil peran sesuai kemampuannya.",
        "Bagikan pengalaman Anda melalui media sosial dan tandai akun resmi kami agar makin banyak orang tergerak.",
        "Kebiasaan baik perlu dijaga. Luangkan waktu sepuluh menit setiap hari dan rasakan manfaatnya dalam sebulan.",
        "Bila menemui kendala, hubungi petugas {singkat}. Kami siap membantu Anda.",
    ),
    "umum": (
        "Program {program} telah berjalan sejak {tahun_lalu} dan menjangkau {jumlah} {sasaran} di seluruh kecamatan.",
        "Langkah ini sejalan dengan rencana pembangunan daerah yang menempatkan {program} sebagai salah satu prioritas.",
        "Anggaran berasal dari pendapatan daerah tahun {tahun} dan dipertanggungjawabkan sesuai ketentuan.",
        "Warga {tempat} menyambut baik upaya tersebut. Mereka berharap hal serupa dapat menjangkau dusun yang jauh.",
        "Selain itu, {unit} bekerja sama dengan perguruan tinggi dan dunia usaha untuk memperluas {program}.",
        "Hingga kini masih ada kendala, antara lain jarak tempuh dan terbatasnya petugas di lapangan.",
        "Evaluasi dilakukan setiap triwulan. Hasilnya dibahas bersama {sasaran} sebelum langkah berikutnya diputuskan.",
        "Di tempat terpisah, perwakilan {sasaran} menyampaikan terima kasih atas perhatian pemerintah daerah.",
    ),
}

QUOTES: tuple[str, ...] = (
    "“Kami ingin {sasaran} merasakan langsung manfaat {program},” kata {peran} {unit}.",
    "“Ini baru permulaan. Tahun depan cakupannya akan kami perluas,” ujar {peran} {unit} di sela kegiatan.",
    "“Kuncinya ada pada kerja sama. Tanpa {sasaran}, {program} tidak akan berjalan,” tutur {peran} {singkat}.",
    "Menurut {peran} {unit}, masukan dari {sasaran} akan menjadi bahan perbaikan.",
    "“Silakan sampaikan kritik dan saran, kami terbuka,” kata {peran} {singkat} menambahkan.",
    "Salah seorang peserta mengaku terbantu. “Penjelasannya mudah dipahami dan petugasnya ramah,” ucapnya.",
    "“Kami mencatat semua usulan dan akan menjawabnya satu per satu,” demikian penjelasan {peran} {unit}.",
)

CLOSINGS: tuple[str, ...] = (
    "Keterangan lebih lanjut dapat diperoleh di kantor {unit} pada jam kerja.",
    "Dengan langkah ini, {unit} berharap {program} makin dikenal luas.",
    "Informasi tambahan akan disampaikan melalui saluran resmi {singkat}.",
    "Tindak lanjutnya akan dibahas kembali bersama {sasaran} bulan depan.",
    "Masyarakat dapat menghubungi {singkat} apabila memerlukan penjelasan.",
)
