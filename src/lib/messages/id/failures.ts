import { authoringRefusals } from './authoring-refusals.ts';
import { certificateRefusals } from './certificate-refusals.ts';
import { hoursRefusals } from './hours-refusals.ts';
import { identityRefusals } from './identity-refusals.ts';

type Params = Readonly<Record<string, string | number>>;

/** What a refusal or a fault says to the reader, and the remedy. Keyed by the refusal's code. */
export const failures = {
	titles: {
		'not-found': 'Halaman tidak ditemukan',
		forbidden: 'Anda tidak berwenang membuka halaman ini',
		conflict: 'Permintaan tidak dapat dijalankan',
		invalid: 'Isian tidak dapat diterima',
		fault: 'Terjadi gangguan pada sistem'
	},
	remedies: {
		'not-found':
			'Alamatnya mungkin salah ketik, atau isinya sudah dipindahkan. Mulai lagi dari beranda atau katalog.',
		forbidden:
			'Bila Anda memerlukannya untuk tugas, mintalah peran yang sesuai kepada admin instansi Anda.',
		conflict: 'Muat ulang halaman sebelumnya, lalu coba lagi.',
		invalid: 'Kembali ke halaman sebelumnya dan perbaiki isian.',
		fault:
			'Coba lagi beberapa saat lagi. Bila tetap terjadi, sampaikan kode di bawah ini kepada admin.'
	},
	faultCode: 'Kode gangguan',
	signedOut: 'Sesi Anda sudah berakhir',
	signedOutText:
		'Kiriman ini belum tersimpan. Salin isian di bawah, masuk lagi, lalu tempelkan di halaman semula.',
	typed: 'Isian Anda',
	toHome: 'Ke beranda',
	toCatalogue: 'Ke katalog pelatihan',
	notAForm: 'Kiriman ini bukan formulir, sehingga tidak dapat dibaca.',
	tooLarge: 'Kiriman terlalu besar. Perkecil isinya, lalu kirim ulang.',
	crossSite:
		'Formulir ini dikirim dari alamat lain sehingga ditolak demi keamanan. Buka halamannya langsung di situs ini, lalu kirim ulang.',
	methodNotAllowed:
		'Halaman ini tidak menerima kiriman seperti itu. Kembali, lalu gunakan tombol yang tersedia.',
	codes: {
		...certificateRefusals,
		...identityRefusals,
		...authoringRefusals,
		...hoursRefusals,
		'text-long': (p) => `Isian paling panjang ${p.most} karakter. Ringkas, lalu kirim lagi.`,
		'ability-missing': () => 'Peran Anda tidak mencakup tindakan ini.',
		'file-unknown': () => 'Berkas ini tidak ada.',
		'course-unknown': () => 'Pelatihan ini tidak ada di katalog.',
		'lesson-unknown': () => 'Materi ini tidak ada dalam edisi pelatihan yang Anda ikuti.',
		'check-unknown': () => 'Pertanyaan ini tidak ada dalam materi.',
		'choice-unknown': () =>
			'Pilihan yang dikirim tidak ada pada pertanyaan ini. Muat ulang halaman, lalu jawab lagi.',
		'choice-missing': () => 'Pilih jawaban terlebih dahulu, lalu kirim.',
		'answer-missing': () => 'Tulis jawaban terlebih dahulu, lalu kirim.',
		'answer-incomplete': () =>
			'Jawaban belum lengkap. Pilih jawaban untuk setiap baris, lalu kirim.',
		'positions-repeat': () =>
			'Dua langkah mendapat urutan yang sama. Beri setiap langkah urutan yang berbeda.',
		'answer-not-number': () => 'Jawaban harus berupa angka, misalnya 2,5.',
		'answer-too-long': (p: Params) =>
			`Jawaban terlalu panjang. Tulis paling banyak ${p.most} karakter.`,
		'event-malformed': () => 'Kiriman tidak lengkap. Muat ulang halaman, lalu kirim lagi.',
		'event-reused': () =>
			'Jawaban ini tidak disimpan karena formulirnya sudah terkirim sebelumnya. Muat ulang halaman, lalu jawab lagi.',
		'place-unknown': () =>
			'Bagian yang dipilih tidak ada dalam materi. Muat ulang halaman, lalu pilih lagi.',
		'survey-unknown': () => 'Pelatihan ini tidak memiliki survei evaluasi.',
		'survey-incomplete': () => 'Pilih angka 1 sampai 5 untuk setiap pernyataan, lalu kirim.',
		'module-unknown': () => 'Modul ini tidak ada dalam edisi pelatihan yang Anda ikuti.',
		'note-empty': () => 'Catatan masih kosong. Tulis isinya, lalu simpan.',
		'note-long': (p: Params) =>
			`Catatan memuat ${p.length} karakter; paling banyak ${p.most}. Pendekkan atau bagi menjadi dua.`,
		'search-too-slow': () =>
			'Pencarian ini terlalu berat untuk dijawab. Cari dengan kata yang lebih sedikit atau lebih khusus.',
		'note-reused': () =>
			'Formulir ini sudah terkirim sebelumnya dengan isi lain. Isian Anda masih ada; simpan lagi sebagai catatan baru.',
		'note-unknown': () => 'Catatan ini tidak ada di materi ini.',
		'notes-all-full': (p: Params) =>
			`Anda sudah mempunyai ${p.most} catatan, batas bagi satu orang. Unduh catatan Anda, hapus yang tidak diperlukan lagi, lalu simpan ini.`,
		'notes-full': (p: Params) =>
			`Materi ini sudah memuat ${p.most} catatan Anda. Hapus yang tidak diperlukan, lalu simpan lagi.`,
		'test-unknown': () => 'Kuis atau tes ini tidak ada dalam edisi pelatihan yang Anda ikuti.',
		'test-unfillable': () =>
			'Soal untuk tes ini belum cukup. Sampaikan kepada penyelenggara pelatihan.',
		'test-passed': () => 'Anda sudah lulus kuis atau tes ini; hasilnya tetap berlaku.',
		'attempt-unknown': () => 'Percobaan ini tidak ada. Muat ulang halaman.',
		'attempt-question-unknown': () =>
			'Ada jawaban untuk soal yang tidak termasuk percobaan ini. Muat ulang halaman, lalu jawab lagi.',
		'attempt-closed': () =>
			'Percobaan ini sudah dikirim, mungkin dari tab atau perangkat lain. Jawaban terakhir ini tidak ikut dinilai.',
		'attempt-waiting': () =>
			'Percobaan berikutnya belum dapat dimulai. Muat ulang halaman untuk melihat waktunya.',
		'attempt-marking': () => 'Percobaan sebelumnya masih menunggu penilaian.',
		'attempts-used-up': () => 'Semua kesempatan untuk kuis atau tes ini sudah dipakai.',
		'project-unknown': () => 'Edisi pelatihan yang Anda ikuti tidak mempunyai proyek.',
		'hand-in-unknown': () => 'Draf ini tidak ada. Muat ulang halaman.',
		'hand-in-closed': () =>
			'Proyek ini sudah dikumpulkan, mungkin dari tab atau perangkat lain, sehingga tidak dapat diubah lagi.',
		'hand-in-empty': () => 'Draf masih kosong. Tulis isinya atau tambahkan berkas, lalu kumpulkan.',
		'hand-in-unchanged': () =>
			'Draf ini masih sama dengan versi yang dikembalikan. Perbaiki dahulu, lalu kumpulkan.',
		'hand-in-text-long': (p: Params) =>
			`Isi proyek memuat ${p.length} karakter; paling banyak ${p.most}. Pendekkan, atau pindahkan sebagian ke berkas PDF.`,
		'hand-in-files-full': (p: Params) =>
			`Sudah ada ${p.most} berkas. Keluarkan salah satunya, lalu tambahkan lagi.`,
		'draft-changed': () =>
			'Draf ini sudah berubah di tab atau perangkat lain. Isian Anda masih ada di bawah, bersama yang tersimpan; simpan sekali lagi bila isian ini yang Anda pakai.',
		'return-words-missing': () => 'Tulis apa yang perlu diperbaiki, lalu kembalikan.',
		'return-words-long': (p: Params) =>
			`Pesan terlalu panjang. Tulis paling banyak ${p.most} karakter.`,
		'work-unknown': () =>
			'Uraian atau proyek ini tidak ada dalam antrean Anda, atau sudah selesai dinilai.',
		'work-settled': () => 'Ini sudah selesai dinilai, atau sudah dikembalikan oleh penilai lain.',
		'work-held': () =>
			'Penilai lain sedang membacanya. Isian Anda masih ada di halaman ini; simpan lagi sesudah waktu yang tertulis.',
		'work-marked': () =>
			'Anda sudah menilai ini, mungkin dari tab lain. Muat ulang halaman untuk melihat penilaian terakhir Anda.',
		'mark-incomplete': () => 'Pilih satu jenjang untuk setiap kriteria, lalu simpan.',
		'mark-reason-missing': () => 'Tulis alasan perubahan, lalu simpan.',
		'rubric-missing': () =>
			'Soal uraian atau proyek ini tidak mempunyai rubrik, sehingga belum dapat dinilai. Sampaikan kepada penulis pelatihan.',
		'duty-unknown': () => 'Tugas ini tidak ada dalam wewenang Anda.',
		'duty-person-unknown': () =>
			'Tidak ada pegawai dengan email dinas ini yang perannya sesuai. Penilai harus berperan kontributor atau penyelenggara; penyelenggara pelatihan harus berperan penyelenggara.',
		'mark-comment-long': (p: Params) =>
			`Komentar terlalu panjang. Tulis paling banyak ${p.most} karakter.`,
		'mark-reason-long': (p: Params) =>
			`Alasan terlalu panjang. Tulis paling banyak ${p.most} karakter.`,
		'chance-needless': () =>
			'Permintaan ini tidak diperlukan: masih ada kesempatan, atau Anda sudah lulus. Muat ulang halaman.',
		'chance-reason-missing': () => 'Tulis alasannya, lalu kirim.',
		'chance-decided': () =>
			'Permintaan ini sudah dijawab, mungkin oleh penyelenggara lain atau karena waktunya habis.',
		'chance-unknown': () => 'Permintaan ini tidak ada.',
		'chance-reason-long': (p: Params) =>
			`Alasan terlalu panjang. Tulis paling banyak ${p.most} karakter.`,
		'attempt-time-up': () =>
			'Waktu untuk percobaan ini sudah habis; yang dijawab sebelumnya telah dikirim. Jawaban terakhir ini tidak ikut dinilai.',
		'extension-person-unknown': () =>
			'Tidak ada peserta pelatihan ini dengan email dinas tersebut. Periksa ejaannya; orangnya harus sudah mengikuti pelatihan.',
		'extension-reason': () => 'Pilih alasannya. Yang dicatat hanya golongannya.',
		'extension-held': () =>
			'Orang ini sudah mendapat tambahan waktu lain. Akhiri yang lama, lalu tambahkan lagi.',
		'extension-unknown': () => 'Tambahan waktu ini tidak ada dalam wewenang Anda.',
		'correction-nothing': () =>
			'Tidak ada kunci jawaban yang perlu dinilai ulang: edisi terbaru menilai sama seperti yang berlaku sekarang.',
		'correction-unsettled': () =>
			'Penilaian ulang sebelumnya masih berjalan. Tunggu sebentar, lalu coba lagi.',
		'correction-reason': () =>
			'Tulis alasannya dengan 10 sampai 1.000 karakter. Peserta yang nilainya berubah akan membacanya.',
		'correction-changed': () =>
			'Kunci atau edisinya berubah sejak halaman ini dibuka. Periksa lagi tabelnya, lalu putuskan.',
		'correction-unknown': () => 'Keputusan penilaian ulang ini tidak ada pada pelatihan ini.',
		'correction-undone': () => 'Keputusan ini sudah dibatalkan sebelumnya.',
		'not-enrolled': () => 'Anda belum mengikuti pelatihan ini. Ikuti dahulu dari katalog.',
		'checks-remain': (p: Params) =>
			`Materi ini selesai setelah semua pertanyaan terjawab benar. Tersisa ${p.count} pertanyaan.`
	} as Record<string, (params: Params) => string>
};
