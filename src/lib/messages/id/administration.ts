/** Words of the administration pages. */
export const administration = {
	title: 'Administrasi',
	lead: 'Pilih bagian yang hendak Anda urus.',
	people: {
		title: 'Pengguna & Peran',
		text: 'Cari orang, beri dan cabut peran, terbitkan kode kata sandi, tutup akun.',
		/** For those who may only look. */
		findText: 'Cari orang dan lihat data kepegawaiannya.',
		query: 'Nama, email, atau NIP/NI PPPK',
		queryHint: 'Paling sedikit tiga huruf. NIP boleh lengkap atau beberapa angka terakhir saja.',
		search: 'Cari',
		tooShort: 'Tuliskan paling sedikit tiga huruf atau angka.',
		results: (count: number) => `${count} orang ditemukan`,
		most: (count: number) => `Hanya ${count} yang pertama ditampilkan. Persempit pencarian.`,
		nobody: 'Tidak ada yang cocok',
		nobodyText:
			'Periksa ejaan, atau cari dengan email. Anda hanya menemukan orang dalam wilayah tugas Anda.',
		name: 'Nama',
		number: 'NIP/NI PPPK',
		agency: 'Instansi dan unit kerja',
		closed: 'akun ditutup'
	},
	person: {
		record: 'Data pegawai',
		created: 'Akun dibuat',
		closedOn: (day: string) => `Akun ditutup ${day}. Orang ini tidak dapat masuk.`,
		viewed: 'Pembukaan data ini tercatat dan dapat dilihat oleh yang bersangkutan.',
		correctName: 'Betulkan nama dan gelar',
		correctNameText:
			'Begini nama tertulis pada data pegawai dan pada sertifikat baru. Sertifikat yang sudah terbit tidak berubah; untuk itu ada penggantian.',
		saveName: 'Simpan nama',
		posts: 'Riwayat jabatan',
		postsEmpty: 'Belum ada jabatan yang tercatat.',
		period: (from: string, until: string | null) =>
			until ? `${from} s.d. ${until}` : `sejak ${from}`,
		roles: 'Peran',
		rolesEmpty: 'Peserta, tanpa peran lain.',
		role: 'Peran',
		place: 'Berlaku di',
		everywhere: 'Seluruh platform',
		wholeAgency: (agency: string) => `${agency} (seluruh instansi)`,
		inUnit: (agency: string, unit: string) => `${agency} › ${unit}`,
		placeHint: 'Peran pada unit kerja berlaku juga bagi unit di bawahnya.',
		endsOn: 'Berlaku sampai dengan',
		endsOnHint: 'Kosongkan bila tanpa batas waktu.',
		until: (day: string) => `sampai dengan ${day}`,
		grantedOn: (day: string) => `Diberikan ${day}`,
		withdrawnOn: (day: string) => `Dicabut ${day}`,
		ended: 'Telah berakhir',
		inForce: 'Berlaku',
		grant: 'Beri peran',
		grantTitle: 'Beri peran baru',
		withdraw: 'Cabut',
		withdrawNamed: (role: string) => `Cabut peran ${role}`,
		access: 'Akses akun',
		codeText:
			'Untuk orang yang lupa kata sandi dan tidak dapat memakai email. Pastikan dahulu bahwa Anda berbicara dengan orangnya.',
		issueCode: 'Terbitkan kode sekali pakai',
		codeTitle: 'Kode sekali pakai',
		codeShown:
			'Kode ini hanya tampil satu kali dan berlaku 24 jam. Sampaikan langsung kepada orangnya; kode yang lebih lama tidak berlaku lagi.',
		codeWhere: 'Orang itu membuka halaman Lupa kata sandi dan memilih “Saya sudah mempunyai kode”.',
		close: 'Tutup akun',
		closeText:
			'Semua sesi berakhir dan orang ini tidak dapat masuk. Riwayat belajar tetap tersimpan; akun dapat dibuka kembali.',
		reopen: 'Buka kembali akun',
		done: {
			'name-corrected': 'Nama dan gelar dibetulkan.',
			granted: 'Peran diberikan.',
			withdrawn: 'Peran dicabut.',
			closed: 'Akun ditutup.',
			reopened: 'Akun dibuka kembali.'
		}
	},
	roles: {
		supervisor: 'Atasan langsung',
		'hr-officer': 'Pengelola bangkom',
		contributor: 'Kontributor',
		reviewer: 'Penelaah',
		organiser: 'Penyelenggara',
		leader: 'Pimpinan',
		auditor: 'Auditor',
		'agency-admin': 'Admin instansi',
		'platform-admin': 'Admin platform'
	},
	regulations: {
		title: 'Peraturan',
		text: 'Keadaan peraturan hari ini, dan materi serta soal yang mengutipnya.',
		none: 'Belum ada peraturan',
		noneText: 'Peraturan masuk ke sini dari regulations.yaml ketika pelatihan diterbitkan.',
		lead: (count: number, stale: number) =>
			stale > 0
				? `${count} peraturan; ${stale} di antaranya terakhir diperiksa lebih dari setahun lalu.`
				: `${count} peraturan, semuanya diperiksa dalam setahun terakhir.`,
		instrument: 'Peraturan',
		state: 'Keadaan hari ini',
		lastChecked: 'Terakhir diperiksa',
		lessons: 'Materi',
		items: 'Soal',
		countsHint: 'Materi dan soal dihitung pada edisi terbaru setiap pelatihan.',
		stale: 'Perlu diperiksa lagi',
		staleText:
			'Sudah lebih dari setahun. Cocokkan dengan naskah resmi, lalu perbarui lastChecked di regulations.yaml.',
		checkedOn: (day: string) => `Terakhir diperiksa ${day}`,
		source: (where: string) => `Sumber yang dicatat: ${where}`,
		note: (text: string) => `Catatan: ${text}`,
		sift: 'Saring kutipan',
		article: 'Pasal',
		articleHint:
			'Misalnya Pasal 4 atau pasal-4-ayat-2. Yang di bawahnya ikut ditampilkan. Kosongkan untuk semua.',
		allEditions: 'Termasuk edisi lama',
		show: 'Tampilkan',
		places: (count: number, article: string | null) =>
			article ? `${count} kutipan ${article}` : `${count} kutipan`,
		nowhere: 'Tidak ada yang mengutip',
		nowhereText: 'Kosongkan pasal, atau sertakan edisi lama.',
		olderEdition: 'Edisi lama; pesertanya tetap memakai edisi ini.',
		outside: (path: string) =>
			path === 'glossary.md' ? 'Glosarium' : path === 'course.md' ? 'Pengantar pelatihan' : path,
		lesson: 'Materi',
		line: 'Berkas dan baris',
		placesIn: (course: string, edition: string) => `Kutipan dalam ${course}, edisi ${edition}`,
		certificates: 'Sertifikat dari edisi yang mengutipnya',
		noCertificates: 'Belum ada sertifikat dari edisi yang mengutipnya.',
		course: 'Pelatihan',
		edition: 'Edisi',
		given: 'Banyaknya',
		whole: 'Seluruh peraturan',
		inItem: (id: string) => `soal ${id}`
	},
	health: {
		title: 'Keadaan Sistem',
		text: 'Basis data, migrasi, surat, edisi pelatihan, dan ruang penyimpanan.',
		item: 'Bagian',
		value: 'Keadaan',
		good: 'Baik',
		attention: 'Perlu perhatian',
		database: 'Basis data',
		databaseValue: (version: string, size: string) => `PostgreSQL ${version}, ${size}`,
		migrations: 'Migrasi',
		migrationsValue: (applied: number, pending: number) =>
			pending > 0 ? `${applied} diterapkan, ${pending} belum` : `${applied} diterapkan, lengkap`,
		mails: 'Surat',
		mailsValue: (waiting: string, failed: string) => `${waiting} menunggu, ${failed} gagal`,
		held: (count: string) => `${count} surat ditahan sejak pemulihan dari cadangan`,
		heldText:
			'Surat ini belum terkirim saat cadangan dibuat. Sebagian mungkin sudah terkirim sesudahnya; putuskan apakah semuanya dikirim atau dibatalkan.',
		sendHeld: 'Kirim semua',
		withdrawHeld: 'Batalkan semua …',
		withdrawSure: (count: string) => `Batalkan ${count} surat untuk selamanya?`,
		withdrawText:
			'Isi dan alamatnya dihapus; surat ini tidak dapat dikirim lagi. Yang menunggu kode atau tautan harus memintanya kembali.',
		withdrawYes: 'Ya, batalkan semuanya',
		withdrawNo: 'Jangan dibatalkan',
		done: {
			'held-sent': 'Surat yang ditahan sekarang dikirim.',
			'held-withdrawn': 'Surat yang ditahan sudah dibatalkan.'
		},
		restored: (restored: string, snapshot: string) =>
			`Dipulihkan ${restored} dari cadangan ${snapshot}`,
		restoredText:
			'Yang terjadi di antara kedua waktu itu tidak ada lagi di sini. Periksa, dan ulangi bila perlu:',
		restoredTodo: [
			'Sertifikat yang dicabut atau diganti sejak cadangan dibuat: cabut atau ganti lagi. Selama belum, sertifikat itu dinyatakan berlaku.',
			'Kunci penanda tangan yang diganti atau dinyatakan bocor sejak itu: nyatakan lagi dengan keys revoke. Kunci lama tidak dipakai lagi; yang baru dibuat saat penerbitan berikutnya.',
			'Sertifikat yang terbit sejak itu ada di tangan pemegangnya, tetapi tidak ada lagi dalam daftar ini. Yang belum terbit saat cadangan dibuat mendapat nomor baru dan disebut digantikan.',
			'Peran, akun, dan kata sandi yang diubah sejak itu: ubah lagi.'
		],
		restoredDone: 'Sudah diperiksa',
		certificates: 'Sertifikat',
		certificatesValue: (waiting: string, failed: string, last: string | null) =>
			[`${waiting} menunggu diterbitkan, ${failed} di antaranya gagal`, last]
				.filter(Boolean)
				.join('. '),
		lastFailure: (moment: string, why: string) =>
			`Terakhir ${moment} (${why}); selengkapnya di catatan server`,
		obstacles: {
			'origin-missing': {
				title: 'Sertifikat tidak diterbitkan: ORIGIN belum ditetapkan',
				text: 'Alamat resmi server tercantum selamanya pada setiap sertifikat. Tetapkan ORIGIN (https://nama.server), lalu jalankan ulang; yang menunggu terbit dengan sendirinya.'
			},
			'key-secret-short': {
				title: 'Sertifikat tidak diterbitkan: KEY_SECRET terlalu pendek',
				text: 'Tetapkan KEY_SECRET paling sedikit 32 karakter, lalu jalankan ulang; yang menunggu terbit dengan sendirinya.'
			},
			'key-secret-wrong': {
				title: 'Sertifikat tidak diterbitkan: KEY_SECRET bukan yang semula',
				text: 'Kunci penanda tangan tersimpan dengan KEY_SECRET yang lain. Kembalikan nilai semula; bila hilang, buat kunci baru dengan npm run admin -- keys rotate. Sertifikat yang sudah terbit tetap dapat diperiksa.'
			},
			delayed: {
				title: 'Sertifikat menunggu lebih dari 15 menit',
				text: 'Penerbitannya dicoba lagi, makin lama makin jarang. Sebabnya tertulis di log server: cari “a certificate was not issued” atau “housekeeping”.'
			}
		},
		releases: 'Edisi pelatihan',
		releasesValue: (count: string) => `${count} terbit`,
		accounts: 'Akun',
		accountsValue: (open: string, sessions: string) => `${open} terbuka, ${sessions} sesi aktif`,
		version: 'Versi',
		versionValue: (version: string, node: string) => `Widyapraja ${version}, Node ${node}`,
		uptime: 'Berjalan sejak',
		memory: 'Memori proses',
		disk: 'Ruang penyimpanan',
		diskValue: (free: string, total: string) => `${free} tersisa dari ${total}`
	}
};
