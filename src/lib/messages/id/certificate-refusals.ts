type Params = Readonly<Record<string, string | number>>;

/** What the rules of awarding and issuing say no to, and how to go on. */
export const certificateRefusals: Record<string, (params: Params) => string> = {
	'certificate-unknown': () =>
		'Sertifikat ini tidak ada. Periksa alamat atau kodenya, atau cari dengan nomor dan nama di halaman Cek Keaslian Sertifikat.',
	'checks-later': (p) =>
		`Terlalu banyak pemeriksaan yang tidak menemukan apa pun dari jaringan ini. Tunggu ${p.minutes} menit, atau pindai kode QR pada sertifikatnya.`,
	'award-unknown': () => 'Sertifikat ini tidak ada.',
	'award-closed': () =>
		'Sertifikat ini sudah dicabut atau diganti, sehingga namanya tidak dapat dikonfirmasi lagi.',
	'award-confirmed': () =>
		'Nama dan gelar pada sertifikat ini sudah dikonfirmasi. Bila ada yang keliru, mintalah penggantian kepada penyelenggara.',
	'award-name-differs': () =>
		'Nama berbeda dari nama Anda yang tercatat. Betulkan huruf besar atau gelarnya saja; bila nama yang tercatat keliru, mintalah admin instansi membetulkannya, lalu konfirmasi lagi.',
	'award-titles-long': (p) => `Gelar terlalu panjang. Tulis paling banyak ${p.most} karakter.`,
	'revocation-reason': (p) =>
		`Tulis alasannya, paling banyak ${p.most} karakter. Alasan ini dapat dibaca siapa pun yang memeriksa sertifikat.`,
	'award-revoked': () => 'Sertifikat ini sudah dicabut atau diganti sebelumnya.',
	'status-list-unknown': () => 'Daftar status ini tidak ada.',
	'issuer-unknown': () => 'Penerbit ini belum pernah menerbitkan sertifikat.',
	'key-secret-short': (p) => `KEY_SECRET terlalu pendek: sedikitnya ${p.least} karakter.`,
	'key-secret-wrong': () =>
		'KEY_SECRET bukan rahasia yang membungkus kunci penanda tangan. Sampaikan kepada admin platform.'
};
