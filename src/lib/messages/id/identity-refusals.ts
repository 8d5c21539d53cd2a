type Params = Readonly<Record<string, string | number>>;

/** What the rules of identity and access say no to, and how to go on. */
export const identityRefusals: Record<string, (params: Params) => string> = {
	'sign-in-refused': () =>
		'NIP/NI PPPK, email, atau kata sandi tidak sesuai. Periksa kembali, atau gunakan Lupa kata sandi.',
	'sign-in-busy': () => 'Banyak orang sedang masuk. Tunggu beberapa detik, lalu coba lagi.',
	'try-later': (p) =>
		`Terlalu banyak percobaan yang gagal. Coba lagi dalam ${p.minutes} menit, atau hubungi pengelola bangkom instansi Anda.`,
	'current-password-wrong': () => 'Kata sandi sekarang tidak sesuai. Ketik ulang.',
	'recovery-link-spent': () => 'Tautan ini tidak berlaku lagi. Mintalah tautan yang baru.',
	'recovery-code-wrong': () =>
		'Kode tidak sesuai atau tidak berlaku lagi. Periksa NIP atau email dan kodenya, atau mintalah kode baru.',
	'password-too-short': () => 'Kata sandi terlalu pendek. Gunakan paling sedikit 10 karakter.',
	'password-too-long': () => 'Kata sandi terlalu panjang. Gunakan paling banyak 128 karakter.',
	'password-only-digits': () =>
		'Kata sandi hanya berisi angka, sehingga mudah ditebak. Tambahkan beberapa kata.',
	'password-common': () =>
		'Kata sandi ini sering dipakai orang, sehingga mudah ditebak. Gabungkan beberapa kata yang tidak berhubungan.',
	'password-personal': () =>
		'Kata sandi memuat nama, email, NIP, atau tanggal lahir Anda. Gunakan kata lain.',
	'grant-needs-agency': () => 'Peran ini diberikan untuk satu instansi. Pilih instansinya.',
	'grant-has-no-agency': () => 'Peran ini berlaku di seluruh platform. Pilih “Seluruh platform”.',
	'grant-has-no-unit': () => 'Peran ini tidak dibatasi pada unit kerja. Pilih seluruh instansi.',
	'grant-unit-elsewhere': () => 'Instansi atau unit kerja itu tidak ada. Pilih lagi dari daftar.',
	'date-unreal': () => 'Tanggal itu tidak ada dalam kalender. Periksa hari dan bulannya.',
	'grant-ends-in-past': () => 'Tanggal akhir sudah lewat. Pilih hari ini atau sesudahnya.',
	'grant-already-held': () =>
		'Orang ini sudah memegang peran itu di tempat yang sama dengan tanggal akhir lain. Cabut dahulu yang lama.',
	'grant-unknown': () => 'Peran ini tidak ditemukan.',
	'last-platform-admin': () =>
		'Ini admin platform yang terakhir. Beri peran itu kepada orang lain terlebih dahulu.',
	'person-unknown': () => 'Halaman tidak ditemukan',
	'person-outranks': () =>
		'Orang ini memegang peran di luar wewenang Anda. Mintalah bantuan admin platform.',
	'own-account': () => 'Akun sendiri tidak dapat ditutup. Mintalah admin lain melakukannya.',
	'own-name': () =>
		'Nama sendiri tidak dapat dibetulkan sendiri. Mintalah pejabat lain melakukannya.',
	'name-long': (p) =>
		`Nama paling banyak ${p.name} karakter, gelar di depan atau di belakang paling banyak ${p.titles} karakter.`,
	'account-closed': () => 'Akun ini ditutup. Buka kembali terlebih dahulu.',
	'email-taken': () => 'Email ini sudah dipakai akun lain.',
	'number-taken': () => 'Nomor ini sudah dipakai akun lain.',
	'email-malformed': () => 'Alamat email tidak lengkap. Contoh bentuknya: nama@instansi.go.id.',
	'name-missing': () => 'Nama belum diisi.',
	'number-not-18-digits': () => 'NIP/NI PPPK harus 18 angka.',
	'number-birth-date': () => 'Delapan angka pertama NIP/NI PPPK bukan tanggal lahir yang wajar.',
	'number-appointment-year': () => 'Tahun pengangkatan (angka ke-9 s.d. 12) tidak wajar.',
	'number-sex': () => 'Angka ke-15 NIP/NI PPPK harus 1 atau 2.',
	'number-sequence': () => 'Tiga angka terakhir NIP/NI PPPK tidak boleh 000.'
};
