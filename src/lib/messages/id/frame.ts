/** Words of the frame around every page. */
export const frame = {
	productName: 'Widyapraja',
	tagline: 'Pelatihan bagi aparatur sipil negara',
	breadcrumb: 'Anda berada di',
	home: 'Beranda',
	catalogue: 'Katalog Pelatihan',
	signIn: 'Masuk',
	profile: 'Profil Pegawai',
	notes: 'Catatan Saya',
	hours: 'Capaian',
	hoursReview: 'Konfirmasi JP',
	certificates: 'Sertifikat Saya',
	checkShort: 'Cek Sertifikat',
	checkCertificate: 'Cek Keaslian Sertifikat',
	administration: 'Administrasi',
	marking: 'Penilaian',
	privacy: 'Pemberitahuan Privasi',
	guides: 'Panduan',
	courseFormat: 'Format Pelatihan',
	trialBanner: 'Ini instalasi percobaan. Semua orang, instansi, dan nomor adalah data contoh.',
	/** Labels of the site header, its menu and the display settings. */
	header: {
		skip: 'Langsung ke isi',
		display: 'Tampilan',
		mainNavigation: 'Menu utama',
		search: 'Cari',
		searchAll: 'Cari pelatihan, materi, dan istilah',
		account: 'Akun',
		signOut: 'Keluar',
		signIn: 'Masuk',
		theme: 'Warna',
		themes: { auto: 'Otomatis', light: 'Terang', dark: 'Gelap' },
		text: 'Ukuran teks',
		texts: { normal: 'Biasa', large: 'Besar', larger: 'Sangat besar' },
		contrast: 'Kontras',
		contrasts: { normal: 'Biasa', more: 'Tinggi' },
		language: 'Bahasa',
		apply: 'Terapkan'
	},
	footer: {
		footerNavigation: 'Tautan kaki halaman',
		about:
			'Widyapraja, pelatihan bagi aparatur sipil negara. Lisensi setiap materi tertulis di halaman pelatihannya.'
	},
	errorSummary: 'Ada yang perlu diperbaiki',
	optional: 'boleh kosong',
	back: 'Kembali',
	minutes: (count: number) => `${count} menit`,
	jp: (count: string) => `${count} JP`
};
