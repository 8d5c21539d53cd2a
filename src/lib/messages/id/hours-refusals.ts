type Params = Readonly<Record<string, string | number>>;

/** What refusals about JP say; part of `failures.ts`. */
export const hoursRefusals: Record<string, (params: Params) => string> = {
	'hours-no-agency': () =>
		'Anda belum tercatat bekerja di instansi mana pun, sehingga belum ada yang dapat memeriksa permohonan ini. Hubungi pengelola bangkom instansi Anda.',
	'hours-own': () => 'Permohonan Anda sendiri diperiksa oleh pejabat lain.',
	'hours-decided': () =>
		'Permohonan ini sudah berubah atau sudah diputuskan. Muat ulang halaman untuk melihat keadaannya.',
	'hours-not-returned': () =>
		'Permohonan ini tidak sedang dikembalikan, sehingga tidak dapat dikirim lagi.',
	'hours-reason-missing': () => 'Tulis alasannya, agar yang bersangkutan tahu.',
	'hours-reason-long': (p) => `Alasan paling panjang ${p.most} karakter. Ringkas, lalu kirim lagi.`,
	'hours-own-certificate': (p) =>
		`${p.number} adalah nomor sertifikat Widyapraja untuk “${p.title}”. JP-nya sudah tercatat sendiri di Riwayat JP saat modul-modulnya selesai, sehingga tidak dicatat lagi sebagai pelatihan dari luar.`,
	'hours-signs-unexplained': () =>
		'Ada tanda bahwa pelatihan ini sudah tercatat. Periksa daftarnya; bila memang berbeda, tulis alasannya, lalu setujui.',
	'hours-jp-range': (p) => `Jumlah JP harus lebih dari 0 dan paling banyak ${p.most}.`,
	'hours-days-order': () => 'Tanggal selesai lebih awal daripada tanggal mulai.',
	'hours-day-future': () => 'Tanggal selesai belum tiba. Catatkan pelatihannya setelah selesai.',
	'hours-entry-unknown': () => 'Catatan JP ini tidak ada.',
	'hours-entry-reversed': () => 'Catatan JP ini sudah dibatalkan sebelumnya.',
	'hours-mending-none': () =>
		'Tidak ada yang berubah. Perbaiki isiannya, atau batalkan catatan ini bila memang keliru.',
	'unit-unknown': () => 'Unit kerja ini tidak ada dalam wilayah tugas Anda.',
	'submission-unknown': () => 'Permohonan ini tidak ada.',
	'evidence-missing': () => 'Pilih berkas buktinya.',
	'evidence-many': (p) =>
		`Anda sudah mengunggah ${p.most} berkas dalam 24 jam terakhir. Berkas yang sudah diterima tidak hilang; unggah yang berikutnya besok.`,
	'evidence-empty': () => 'Berkas yang dipilih kosong. Pilih berkas yang benar.',
	'evidence-large': () =>
		'Berkas lebih dari 5 MB. Perkecil ukurannya atau pindai ulang, lalu pilih lagi.',
	'evidence-kind': () =>
		'Isi berkas bukan PDF, JPEG, atau PNG, apa pun namanya. Simpan atau pindai sebagai salah satunya, lalu pilih lagi.',
	'contract-day-unreal': () => 'Isi tanggal yang ada di kalender.',
	'contract-days-order': () => 'Tanggal akhir lebih awal daripada tanggal mulai.',
	'contract-known': () => 'Perjanjian kerja dengan tanggal mulai ini sudah tercatat.',
	'hour-rule-bounds': () => 'Batas paling sedikit lebih besar daripada batas paling banyak.',
	'hour-rule-source': () => 'Tulis dasarnya, misalnya nomor dan tahun keputusan.'
};
