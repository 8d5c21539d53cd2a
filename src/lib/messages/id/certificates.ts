/** Certificates: the public page, checking one, the holder's own. */
export const certificates = {
	state: {
		/** Of the one that a changed document gives itself out for. */
		validOriginal: 'Sertifikat yang asli terdaftar dan masih berlaku.',
		valid: 'Sertifikat ini terdaftar dan masih berlaku.',
		expired: (day: string) => `Masa berlaku sertifikat ini berakhir pada ${day}.`,
		revoked: (day: string) => `Sertifikat ini telah dicabut pada ${day}.`,
		replaced: (day: string) => `Sertifikat ini digantikan oleh sertifikat lain pada ${day}.`,
		preparing: 'Sertifikat ini sedang disiapkan.',
		causes: {
			mistaken: 'Sebab: diterbitkan keliru.',
			fraudulent: 'Sebab: diperoleh dengan curang.',
			requested: 'Sebab: atas permintaan pemegang.'
		} as Readonly<Record<string, string>>,
		because: (reason: string) => `Alasan: ${reason}`,
		notAnymore:
			'Yang tertulis di bawah ini adalah isi saat terbit; sertifikatnya tidak berlaku lagi.',
		notExpired:
			'Yang tertulis di bawah ini adalah isi saat terbit. Masa berlakunya sudah lewat, tetapi sertifikat ini tidak dicabut.',
		replacement: 'Buka sertifikat penggantinya',
		replacementAwaited: 'Sertifikat penggantinya sedang disiapkan.',
		replaces: 'Sertifikat ini menggantikan atau memperpanjang sertifikat sebelumnya.',
		previous: 'Buka sertifikat sebelumnya',
		preparingText:
			'Sertifikat baru diterbitkan sesudah pemegangnya memeriksa nama dan gelar. Muat ulang halaman ini beberapa saat lagi.'
	},
	page: {
		sample: 'CONTOH – bukan sertifikat resmi',
		sampleText:
			'Sertifikat ini dibuat pemasangan uji coba Widyapraja untuk memperlihatkan cara kerjanya. Orang, instansi, dan hasilnya rekaan.',
		title: (course: string) => `Sertifikat ${course}`,
		awaited: 'Sertifikat pelatihan',
		givenTo: 'Diberikan kepada',
		certified: 'Yang disahkan',
		number: 'Nomor sertifikat',
		course: 'Pelatihan',
		courseIs: (title: string, code: string) => `${title} (${code})`,
		edition: 'Edisi',
		extent: 'Lama',
		extentIs: (jp: string) => `${jp} JP (1 JP = 45 menit)`,
		when: 'Waktu',
		issued: 'Tanggal terbit',
		issuedIn: 'Tempat terbit',
		validUntil: 'Berlaku sampai',
		validForever: 'Tanpa batas waktu',
		organiser: 'Penyelenggara',
		providers: 'Bersama',
		signatory: 'Penanda tangan',
		qualification: 'Kualifikasi',
		qualificationShared: (band: string) => `${band} (dibagikan oleh pemegang sertifikat)`,
		legal: 'Dasar hukum, keadaan saat terbit',
		legalNone: 'Tidak ada yang dikutip.',
		legalStatus: {
			berlaku: 'berlaku',
			diubah: 'berlaku dengan perubahan',
			dicabut: 'dicabut',
			'belum-berlaku': 'belum berlaku'
		} as Readonly<Record<string, string>>,
		technical: 'Rincian teknis',
		release: 'Sidik isi pelatihan',
		modules: 'Modul dan tujuan pembelajaran',
		module: 'Modul',
		jp: 'JP',
		objectives: 'Tujuan pembelajaran',
		objectivesNone: 'Tidak ada tujuan yang diuji.',
		met: 'Tercapai',
		notMet: 'Belum tercapai',
		sum: 'Jumlah',
		competencies: 'Kompetensi yang didukung',
		competency: (name: string, level: number) => `${name}, tingkat ${level}`,
		evidence: 'Bukti pembelajaran ini mendukung penilaian, dan tidak menggantikan uji kompetensi.',
		own: 'Memeriksa sendiri',
		ownText:
			'Pemegang memiliki kredensial digital yang menyebut hal yang sama dan dapat diperiksa tanpa server ini. Mintalah PDF atau JSON-nya. Halaman ini tidak menampilkan NIP.',
		verifier: 'Periksa tanpa jaringan',
		checkAnother: 'Periksa dokumen atau sertifikat lain'
	},
	check: {
		title: 'Cek Keaslian Sertifikat',
		description:
			'Periksa apakah sebuah sertifikat pelatihan terdaftar, masih berlaku, dan tidak diubah.',
		lead: 'Pilih salah satu cara. Anda tidak perlu masuk.',
		again: 'Periksa yang lain',
		byNumber: 'Dengan nomor dan nama',
		number: 'Nomor sertifikat',
		numberHint: 'Tertulis pada sertifikat, misalnya 00123/SPBE-101/KEM/XI/2026.',
		name: 'Nama pemegang',
		nameHint: 'Gelar, huruf besar, dan spasi tidak berpengaruh.',
		findButton: 'Cari sertifikat',
		byDocument: 'Dengan berkas PDF atau JSON',
		document: 'Berkas sertifikat',
		documentHint:
			'PDF sertifikat atau kredensial JSON, paling besar 5 MB. Berkas Anda hanya diperiksa: tidak ada bagiannya yang disimpan.',
		checkButton: 'Periksa berkas',
		byCode: 'Dengan kode QR',
		code: 'Alamat atau kode',
		codeHint:
			'Pindai kode QR pada sertifikat dengan kamera ponsel; ponsel membuka halamannya langsung. Atau tempel di sini alamat atau kode yang terbaca.',
		openButton: 'Buka sertifikat',
		photo: 'Foto atau pindaian kode QR',
		photoHint:
			'Pilih gambarnya. Kode QR dibaca di perangkat Anda sendiri; gambarnya tidak dikirim.',
		photoReading: 'Membaca gambar …',
		photoUnread:
			'Tidak ada kode QR yang terbaca pada gambar ini. Potret kode QR-nya lebih dekat dan terang, atau ketik alamat yang tercetak di sebelahnya.',
		photoElsewhere:
			'Hanya punya foto atau hasil pindai? Peramban ini tidak dapat membaca gambar. Buka gambarnya di ponsel dan baca kode QR-nya dengan kamera atau galeri, lalu tempel yang terbaca di atas; atau ketik alamat yang tercetak di sebelah kode QR.',
		offline: 'Tanpa jaringan',
		offlineText:
			'Verifikator adalah satu berkas HTML yang memeriksa tanda tangan pada perangkat Anda sendiri, juga saat jaringan mati.',
		offlineLink: 'Unduh verifikator',
		mistakes: {
			number: 'Isi nomor sertifikat',
			name: 'Isi nama pemegang sertifikat',
			notFound:
				'Tidak ada sertifikat dengan nomor dan nama itu. Periksa keduanya: nomor lengkap dengan garis miring, nama tanpa singkatan.',
			code: 'Tempel alamat atau kode sertifikat',
			codeUnknown:
				'Tidak ada sertifikat dengan kode itu. Kode terdiri atas 26 huruf dan angka; pindai ulang, atau cari dengan nomor dan nama.'
		},
		unreadable: {
			empty: 'Pilih berkas PDF atau JSON terlebih dahulu.',
			large:
				'Berkas lebih besar dari 5 MB, jadi tidak diperiksa. Sertifikat kami jauh lebih kecil.',
			'bare-paper':
				'PDF ini tidak membawa kredensial digital. Mungkin hasil cetak ulang, pindaian, atau bukan sertifikat kami. Pindai kode QR-nya, atau cari dengan nomor dan nama.',
			'beyond-measure':
				'PDF ini jauh lebih rumit daripada sertifikat kami, jadi tidak diperiksa. Kirim berkas asli yang Anda terima, atau cari dengan nomor dan nama.',
			'other-file':
				'Berkas ini bukan PDF dan bukan kredensial JSON. Pilih berkas sertifikat yang Anda terima.',
			malformed:
				'Isi berkas ini bukan kredensial sertifikat yang ditandatangani, atau rusak. Mintalah berkas aslinya, atau cari dengan nomor dan nama.',
			doubled:
				'Kredensial ini menyebut satu bagian dua kali, sehingga pembaca yang berbeda dapat membaca isi yang berbeda. Kredensial kami tidak pernah begitu: mintalah berkas aslinya.',
			'other-kind':
				'Berkas ini kami tanda tangani, tetapi bukan sertifikat; mungkin daftar pencabutan. Pilih PDF atau JSON sertifikatnya.'
		} as Record<
			| 'empty'
			| 'large'
			| 'bare-paper'
			| 'beyond-measure'
			| 'other-file'
			| 'malformed'
			| 'doubled'
			| 'other-kind',
			string
		>,
		result: 'Hasil pemeriksaan',
		genuine: 'Dokumen ini asli: isinya sama dengan yang disahkan.',
		changed: 'Dokumen ini telah diubah.',
		changedText: (count: number) =>
			`${count} bagian berbeda dari yang disahkan. Yang berlaku adalah yang disahkan.`,
		signatureBroken:
			'Isinya sama dengan yang disahkan, tetapi tanda tangan digitalnya rusak. Mintalah berkas aslinya.',
		paperSame: 'Berkas PDF-nya sama persis dengan yang diterbitkan.',
		paperExtended: 'Berkas ini ditambahi sesudah terbit: jangan percaya yang tercetak.',
		paperExtendedText:
			'Kredensial di dalamnya asli. Tambahannya tidak kami periksa: mungkin tanda tangan elektronik, mungkin pula halaman yang digambar ulang. Yang disahkan hanya yang tertulis di bawah ini.',
		paperOther:
			'Kredensial di dalamnya asli, tetapi berkas PDF-nya tidak sama dengan yang diterbitkan. Jangan percaya yang tercetak; bandingkan dengan yang disahkan di bawah ini.',
		paperChanged: 'Berkas PDF ini telah diubah sesudah terbit.',
		foreign: 'Dokumen ini tidak diterbitkan di sini.',
		foreignText:
			'Tanda tangannya bukan dari kunci kami, dan nomornya tidak terdaftar atas nama itu. Bila terbitan lembaga lain, periksalah pada lembaga itu.',
		unregistered: 'Tanda tangannya asli, tetapi sertifikat ini tidak ada dalam daftar kami.',
		unregisteredText:
			'Pencabutan dan masa berlakunya tidak dapat dipastikan. Sampaikan kepada penyelenggara.',
		withdrawn: (since: string) => `Kunci yang menandatanganinya dinyatakan bocor sejak ${since}.`,
		withdrawnUnknown:
			'Orang lain dapat membuat tanda tangan yang sama, juga dengan tanggal mundur. Karena sertifikat ini tidak ada dalam daftar kami, jangan mempercayainya.',
		withdrawnKnown:
			'Sertifikat ini terbit sesudah itu. Yang berlaku hanyalah yang tercatat dalam daftar kami di bawah ini.',
		differences: 'Yang disahkan dan yang tertulis pada dokumen',
		part: 'Bagian',
		certified: 'Yang disahkan',
		told: 'Pada dokumen ini',
		nothing: '(tidak ada)',
		concealed: '(sidik, tidak ditampilkan)',
		open: 'Buka halaman sertifikatnya',
		kept: 'Berkas yang Anda kirim sudah dibuang.'
	},
	claims: {
		name: 'Nama pemegang',
		number: 'Nomor sertifikat',
		course: 'Pelatihan',
		courseCode: 'Kode pelatihan',
		edition: 'Edisi',
		description: 'Keterangan pelatihan',
		jp: 'JP',
		startedOn: 'Mulai',
		completedOn: 'Selesai',
		issuedOn: 'Tanggal terbit',
		validUntil: 'Berlaku sampai',
		organiser: 'Penyelenggara',
		issuer: 'Pengenal penerbit',
		criteria: 'Syarat, penanda tangan, dan dasar hukum',
		module: 'Modul',
		moduleJp: 'Keterangan modul',
		objectives: 'Tujuan pembelajaran',
		competency: 'Kompetensi yang didukung',
		competencyNote: 'Keterangan kompetensi',
		release: 'Sidik isi pelatihan',
		code: 'Alamat sertifikat',
		numberHash: 'Sidik NIP/NI PPPK',
		status: 'Tempat pencabutan',
		other: 'Bagian lain'
	},
	nth: (claim: string, nth: number) => `${claim} ${nth}`,
	verifier: {
		title: 'Verifikator sertifikat',
		lead: 'Halaman ini memeriksa sertifikat di perangkat Anda sendiri. Tidak ada yang dikirim ke mana pun, dan jaringan boleh mati. Simpan halaman ini sebagai berkas untuk dipakai nanti.',
		noScript:
			'Verifikator memerlukan JavaScript. Tanpa JavaScript, pakai halaman Cek Keaslian Sertifikat.',
		choose: 'Berkas sertifikat',
		hint: 'PDF sertifikat atau kredensial JSON.',
		working: 'Memeriksa …',
		unreadable: 'Berkas ini tidak dapat diperiksa.',
		valid: 'Tanda tangannya asli. Isi di bawah ini sama dengan yang disahkan.',
		paper: 'Yang tercetak pada PDF tidak diperiksa.',
		paperText:
			'Yang disahkan hanya isi di bawah ini. Bila yang tercetak berbeda, jangan percaya yang tercetak.',
		withdrawnText:
			'Orang lain dapat membuat tanda tangan yang sama, juga dengan tanggal mundur. Hanya daftar penerbit yang dapat memastikan: buka halaman Cek Keaslian Sertifikat.',
		unchecked: 'Pencabutan tidak diperiksa.',
		uncheckedText:
			'Tanpa jaringan, halaman ini tidak dapat mengetahui apakah sertifikat sudah dicabut atau digantikan. Untuk itu buka halaman Cek Keaslian Sertifikat.',
		keysUntil: (moment: string) => `Kunci di dalam halaman ini mutakhir sampai ${moment}.`,
		expired: (day: string, today: string) =>
			`Masa berlakunya berakhir pada ${day}, menurut jam perangkat ini (${today}).`,
		notExpired: (day: string) => `Masa berlakunya sampai ${day}.`,
		changed: 'Berkas ini telah diubah, atau rusak.',
		changedText:
			'Isinya tidak sama dengan yang ditandatangani, jadi tidak ditampilkan. Untuk melihat yang disahkan, periksa berkas ini di halaman Cek Keaslian Sertifikat.',
		unknownKey: 'Penerbitnya tidak dikenal.',
		unknownKeyText:
			'Berkas ini tidak ditandatangani dengan kunci yang ada di halaman ini. Mungkin terbitan lain, palsu, atau ditandatangani dengan kunci yang lebih baru: unduh verifikator terbaru, lalu periksa lagi.'
	},
	own: {
		title: 'Sertifikat Saya',
		emptyTitle: 'Belum ada sertifikat',
		emptyText:
			'Sertifikat diperoleh saat pelatihan yang mempunyai Tes Akhir selesai dan Tes Akhirnya lulus. Halaman pelatihan di katalog menyebut ada tidaknya sertifikat.',
		toCatalogue: 'Katalog Pelatihan',
		states: {
			'awaiting-confirmation': 'Menunggu pemeriksaan nama',
			preparing: 'Sedang disiapkan',
			valid: 'Berlaku',
			expired: 'Kedaluwarsa',
			revoked: 'Dicabut',
			replaced: 'Digantikan',
			void: 'Dibatalkan'
		},
		facts: (number: string, jp: string) => `Nomor ${number} · ${jp} JP`,
		awarded: (day: string) => `Diperoleh ${day}`,
		issued: (day: string) => `Terbit ${day}`,
		validUntil: (day: string) => `berlaku sampai ${day}`,
		confirmTitle: 'Periksa nama dan gelar',
		confirmText:
			'Sertifikat ditulis persis seperti ini dan tidak dapat diubah sesudah terbit. Nama harus sama dengan nama Anda yang tercatat; gelar Anda tulis sendiri.',
		titleBefore: 'Gelar di depan nama',
		titleBeforeHint: 'Misalnya Dr. atau Ir. Boleh kosong.',
		name: 'Nama tanpa gelar',
		titleAfter: 'Gelar di belakang nama',
		titleAfterHint: 'Misalnya S.Sos., M.A.P. Boleh kosong.',
		look: 'Lihat dulu',
		lookFor: (course: string) => `Lihat dulu nama pada sertifikat ${course}`,
		sureTitle: 'Begini nama Anda akan tertulis',
		sureText: 'Setelah ini nama dan gelar tidak dapat diubah lagi.',
		change: 'Ubah',
		confirm: 'Nama dan gelar sudah benar',
		confirmFor: (course: string) => `Nama dan gelar sudah benar: ${course}`,
		preparingText: 'Biasanya selesai dalam beberapa menit. Muat ulang halaman ini nanti.',
		delayedText:
			'Penerbitannya tertunda karena gangguan pada server. Nama Anda sudah tercatat dan tidak perlu diisi lagi; sertifikat terbit dengan sendirinya setelah gangguan diatasi. Pengelola sistem melihat hal ini di halaman Keadaan Sistem.',
		voidText: 'Sertifikat ini tidak jadi diterbitkan.',
		replacementBelow: 'Penggantinya ada di halaman ini.',
		objection: 'Bila Anda berkeberatan',
		objectionText: (organiser: string) =>
			`Sampaikan keberatan tertulis kepada ${organiser} paling lama 21 hari kerja sejak keputusan ini diberitahukan (UU 30/2014, Pasal 77). Sebutkan nomor sertifikat dan alasan Anda. Bila keberatan diterima, Anda mendapat sertifikat baru.`,
		open: 'Buka sertifikat',
		openFor: (course: string) => `Buka sertifikat ${course}`,
		pdf: 'Unduh PDF',
		pdfFor: (course: string) => `Unduh PDF ${course}`,
		json: 'Unduh kredensial digital (JSON)',
		jsonFor: (course: string) => `Unduh kredensial digital (JSON) ${course}`,
		pdfNote: 'PDF memuat NIP dan jabatan Anda. Untuk membagikan, pakai tautan publik.',
		link: 'Tautan publik',
		linkHint: 'Siapa pun yang mendapat tautan ini dapat memeriksa sertifikat Anda, tanpa NIP.',
		share: {
			shown: (band: string) => `Kualifikasi “${band}” terlihat di halaman publik.`,
			hidden: (band: string) => `Kualifikasi “${band}” tidak terlihat oleh orang lain.`,
			begin: 'Bagikan kualifikasi',
			beginFor: (course: string) => `Bagikan kualifikasi ${course}`,
			end: 'Tarik kembali',
			endFor: (course: string) => `Tarik kembali kualifikasi ${course}`
		},
		done: {
			'certificate-confirmed': 'Nama dan gelar sudah tercatat. Sertifikat sedang disiapkan.',
			'score-shared': 'Kualifikasi sekarang terlihat di halaman publik.',
			'score-withdrawn': 'Kualifikasi tidak lagi terlihat di halaman publik.'
		},
		follows: (number: string) => `Menggantikan atau memperpanjang sertifikat nomor ${number}.`,
		renewableFrom: (day: string) =>
			`Dapat diperpanjang mulai ${day}: kerjakan lagi Tes Akhir pelatihannya. Bila lulus, Anda mendapat sertifikat baru.`,
		/** Of one that was revoked. */
		renewableAnew:
			'Untuk mendapat sertifikat baru, kerjakan lagi Tes Akhir pelatihannya sampai lulus.',
		renewableNow:
			'Dapat diperpanjang sekarang: kerjakan lagi Tes Akhir pelatihannya. Bila lulus, Anda mendapat sertifikat baru.',
		toCourse: 'Buka pelatihannya',
		onCourse: 'Lihat sertifikat Anda',
		/** After a course that gives training hours alone. */
		none: 'Pelatihan ini memberi JP, tanpa sertifikat.',
		awaitingTitle: 'Sertifikat Anda menunggu pemeriksaan nama',
		awaitingText:
			'Sertifikat diterbitkan sesudah Anda memeriksa penulisan nama dan gelar. Yang tertulis tidak dapat diubah sesudahnya.',
		checkName: 'Periksa nama dan gelar'
	}
};
