type Params = Readonly<Record<string, string | number>>;

/** What the rules of awarding and issuing say no to, and how to go on. */
export const certificateRefusals: Record<string, (params: Params) => string> = {
	'certificate-unknown': () =>
		'Sertifikat ini tidak ada. Periksa alamat atau kodenya, atau cari dengan nomor dan nama di halaman Cek Keaslian Sertifikat.',
	'checks-later': (p) =>
		`Terlalu banyak pemeriksaan yang tidak menemukan apa pun dari jaringan ini. Tunggu ${p.minutes} menit, atau pindai kode QR pada sertifikatnya.`,
	'checks-busy': () => 'Sedang banyak berkas yang diperiksa. Kirim ulang sebentar lagi.',
	'award-unknown': () => 'Sertifikat ini tidak ada.',
	'award-closed': () =>
		'Sertifikat ini sudah dicabut atau diganti, sehingga namanya tidak dapat dikonfirmasi lagi.',
	'award-confirmed': () =>
		'Nama dan gelar pada sertifikat ini sudah dikonfirmasi. Bila ada yang keliru, mintalah penggantian kepada penyelenggara.',
	'award-name-differs': () =>
		'Nama berbeda dari nama Anda yang tercatat. Betulkan huruf besar atau gelarnya saja; bila nama yang tercatat keliru, mintalah admin instansi membetulkannya, lalu konfirmasi lagi.',
	'award-titles-long': (p) => `Gelar terlalu panjang. Tulis paling banyak ${p.most} karakter.`,
	'award-title-before': (p) =>
		`“${p.odd}” tidak kami kenal sebagai gelar di depan nama. Tulis singkatannya, misalnya Prof. Dr. Ir., atau kosongkan. Bila gelar Anda memang begitu, mintalah admin instansi mencatatnya: gelar yang tercatat selalu diterima.`,
	'award-title-after': (p) =>
		`“${p.odd}” tidak kami kenal sebagai gelar di belakang nama. Tulis singkatannya dan pisahkan dengan koma, misalnya S.Sos., M.A.P., atau kosongkan. Bila gelar Anda memang begitu, mintalah admin instansi mencatatnya: gelar yang tercatat selalu diterima.`,
	'revocation-reason': (p) =>
		`Tulis alasannya, paling banyak ${p.most} karakter. Alasan ini dapat dibaca siapa pun yang memeriksa sertifikat.`,
	'award-revoked': () =>
		'Sertifikat ini sudah dicabut atau diganti sebelumnya, mungkin oleh pejabat lain. Muat ulang halamannya untuk melihat keputusannya.',
	'award-own': () => 'Ini sertifikat Anda sendiri. Mintalah pejabat lain memutuskannya.',
	'award-unissued': () =>
		'Sertifikat ini belum terbit, sehingga tidak perlu diganti: nama dan gelarnya masih dapat dibetulkan sebelum pemegang menyatakannya benar.',
	'award-expired': () =>
		'Masa berlaku sertifikat ini sudah lewat, sehingga tidak ada yang dapat mengambil tempatnya.',
	'award-standing': () => 'Sertifikat ini tidak dicabut, sehingga tidak perlu dipulihkan.',
	'award-followed': () =>
		'Sertifikat ini sudah dilanjutkan oleh sertifikat lain. Muat ulang halamannya untuk melihatnya.',
	'revocation-number': () =>
		'Alasan ini memuat angka yang tampak seperti NIP atau NIK. Hapus angkanya: alasan dapat dibaca siapa pun.',
	'revocation-cause': () => 'Pilih sebab pencabutan.',
	'signatory-post': () => 'Isi jabatan penanda tangan.',
	'signatory-day-past': () =>
		'Tanggal ini sudah lewat. Sertifikat yang sudah ada tidak berubah, jadi pilih hari ini atau sesudahnya.',
	'signatory-long': (p) => `Isian ini terlalu panjang. Tulis paling banyak ${p.most} karakter.`,
	'signatory-number': () =>
		'Isian ini memuat angka yang tampak seperti NIP atau NIK. Hapus angkanya: isian ini tertulis di halaman publik.',
	'organiser-unknown': () => 'Penyelenggara ini tidak ada dalam wewenang Anda.',
	'status-list-unknown': () => 'Daftar status ini tidak ada.',
	'issuer-unknown': () => 'Penerbit ini belum pernah menerbitkan sertifikat.',
	'issuer-taken': () =>
		'Kode penyelenggara ini sudah dipakai penerbit lain. Sampaikan kepada admin platform.',
	'key-unknown': () => 'Kunci ini tidak dikenal. Lihat keys list.',
	'key-revoked': () => 'Kunci ini sudah dinyatakan bocor sebelumnya.',
	'key-since': () => 'Waktunya harus sesudah kunci dibuat dan tidak boleh di masa depan.',
	'key-retired': () => 'Kunci ini baru saja diganti. Ulangi.',
	'key-secret-short': (p) => `KEY_SECRET terlalu pendek: sedikitnya ${p.least} karakter.`,
	'key-secret-wrong': () =>
		'KEY_SECRET bukan rahasia yang membungkus kunci penanda tangan. Sampaikan kepada admin platform.'
};
