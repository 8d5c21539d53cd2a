/** Words of those who keep certificates, and who say who signs them. */
export const keeping = {
	title: 'Penerbitan Sertifikat',
	text: 'Cari sertifikat yang diselenggarakan instansi Anda, lalu ganti, cabut, atau pulihkan.',
	lead: 'Sertifikat yang diselenggarakan instansi Anda, yang terbaru di atas.',
	query: 'Nomor atau kode sertifikat',
	queryHint:
		'Boleh sebagian dari nomor, misalnya 00123/SPBE, atau kode 26 huruf dan angka di sebelah kode QR.',
	search: 'Cari',
	found: (count: string) => `${count} sertifikat`,
	foundFor: (count: string, query: string) => `${count} sertifikat dengan “${query}”`,
	most: (count: number) =>
		`Hanya ${count} yang pertama ditampilkan. Tulis nomor yang lebih lengkap.`,
	all: 'Tampilkan semua',
	none: 'Belum ada sertifikat',
	noneText:
		'Sertifikat muncul di sini begitu peserta menyelesaikan pelatihan yang diselenggarakan instansi Anda. Peran Anda harus berlaku untuk seluruh instansi.',
	nobody: 'Tidak ada yang cocok',
	nobodyText:
		'Periksa nomor atau kodenya. Anda hanya menemukan sertifikat yang diselenggarakan instansi Anda.',
	number: 'Nomor',
	holder: 'Pemegang',
	course: 'Pelatihan',
	awarded: 'Diperoleh',
	state: 'Keadaan',
	pages: 'Halaman daftar sertifikat',
	public: 'Buka halaman publiknya',
	unissued: 'Sertifikat ini belum terbit: pemegang belum menyatakan nama dan gelarnya benar.',
	waiting: 'Sertifikat ini sedang disiapkan dan terbit dalam beberapa menit.',
	void: 'Sertifikat ini tidak jadi diterbitkan; nomornya tidak dipakai lagi.',
	own: 'Ini sertifikat Anda sendiri. Keputusan tentangnya diambil orang lain.',
	previous: (number: string) => `Menggantikan atau melanjutkan nomor ${number}`,
	next: (number: string) => `Dilanjutkan oleh nomor ${number}`,
	history: 'Riwayat',
	events: {
		awarded: (number: string) => `Diperoleh dengan nomor ${number}`,
		confirmed: 'Nama dan gelar dinyatakan benar oleh pemegang',
		issued: 'Diterbitkan: ditandatangani dan dicetak',
		revoked: 'Dicabut',
		replaced: 'Digantikan',
		void: 'Dibatalkan sebelum terbit',
		restored: 'Dipulihkan dengan sertifikat baru',
		by: (name: string) => `oleh ${name}`,
		nameless: 'oleh pejabat yang namanya sudah dihapus'
	},
	decide: 'Keputusan',
	noActs: 'Tidak ada yang dapat diputuskan lagi tentang sertifikat ini.',
	causes: {
		mistaken: 'Diterbitkan keliru',
		fraudulent: 'Diperoleh dengan curang',
		requested: 'Atas permintaan pemegang'
	},
	acts: {
		revoke: {
			link: 'Cabut sertifikat',
			linkText:
				'Sertifikat tidak berlaku lagi. Untuk nama atau gelar yang keliru, pakai penggantian.',
			title: 'Cabut sertifikat',
			text: 'Isi sertifikat tetap tersimpan dan tetap dapat dibaca; yang berubah adalah keadaannya.',
			undoing: 'Pencabutan tidak dapat dibatalkan.',
			undoingText:
				'Bila kemudian terbukti keliru, pemegang hanya dapat diberi sertifikat baru dengan nomor lain.',
			confirm: 'Cabut sertifikat ini'
		},
		replace: {
			link: 'Ganti dengan yang benar',
			linkText: 'Sertifikat baru bernomor lain mengambil tempatnya; keduanya saling menyebut.',
			title: 'Ganti sertifikat',
			text: 'Penggantinya memuat nama yang sekarang tercatat pada data pegawai dan penanda tangan hari ini. Isi yang lain tetap. Pemegang memeriksa nama dan menulis gelarnya sebelum pengganti terbit.',
			undoing: 'Penggantian tidak dapat dibatalkan.',
			undoingText:
				'Sertifikat lama langsung tidak berlaku, dan penggantinya terbit sesudah pemegang menyatakan namanya benar.',
			confirm: 'Ganti sertifikat ini'
		},
		restore: {
			link: 'Pulihkan dengan sertifikat baru',
			linkText:
				'Untuk pencabutan yang ternyata keliru, misalnya karena keberatan pemegang diterima.',
			title: 'Pulihkan sertifikat',
			text: 'Pemegang mendapat sertifikat baru dengan nomor lain dan isi yang sama, dengan nama yang sekarang tercatat. Pencabutan yang lama tetap tercatat.',
			undoing: 'Pemulihan tidak dapat dibatalkan.',
			undoingText: 'Sertifikat barunya hanya dapat dicabut lagi dengan alasan sendiri.',
			confirm: 'Pulihkan sertifikat ini'
		}
	},
	names: 'Nama pemegang',
	certified: 'Pada sertifikat ini',
	recorded: 'Pada data pegawai',
	erased: 'Nama sudah dihapus',
	sameName:
		'Keduanya sama. Bila yang keliru hanya gelarnya, pemegang menulis ulang gelarnya pada penggantinya. Bila namanya keliru, betulkan dahulu data pegawainya.',
	correctRecord:
		'Nama pada data pegawai dibetulkan oleh admin atau pengelola bangkom instansi tempat pemegang bekerja, di Pengguna & Peran.',
	openRecord: 'Buka data pegawai pemegang',
	cause: 'Sebab',
	chooseCause: 'Pilih sebabnya',
	causeHint: 'Diterbitkan keliru berarti syaratnya belum terpenuhi atau orangnya salah.',
	reason: 'Alasan',
	reasonHint:
		'Dibaca siapa pun yang memeriksa sertifikat, juga pemegangnya. Jangan tulis NIP, NIK, atau hal pribadi. Paling banyak 500 karakter.',
	reasonHintRestore:
		'Dibaca pemegang dan pejabat yang memeriksa riwayatnya. Jangan tulis NIP atau NIK.',
	goOn: 'Lanjut: periksa dahulu',
	check: 'Periksa sebelum memutuskan',
	willShow: 'Halaman publik sertifikat ini akan menyebut:',
	jpStays: 'JP yang sudah tercatat tidak ikut terhapus.',
	told: (name: string) => `${name} diberi tahu lewat surat dan di Sertifikat Saya.`,
	change: 'Ubah isian',
	cancel: 'Batal',
	done: {
		'certificate-revoked': 'Sertifikat dicabut. Pemegang diberi tahu lewat surat.',
		'certificate-replaced':
			'Ini penggantinya. Pemegang diberi tahu lewat surat; sertifikat terbit sesudah ia menyatakan namanya benar.',
		'certificate-restored':
			'Ini sertifikat barunya. Pemegang diberi tahu lewat surat; sertifikat terbit sesudah ia menyatakan namanya benar.'
	},
	signatory: {
		title: 'Penanda Tangan Sertifikat',
		text: 'Jabatan dan nama penanda tangan serta tempat terbit, menurut penyelenggara dan tanggal berlakunya.',
		lead: 'Yang ditetapkan di sini tertulis pada sertifikat yang diperoleh sejak tanggal berlakunya. Sertifikat yang sudah ada tidak berubah.',
		organiser: 'Penyelenggara',
		show: 'Tampilkan',
		choose: 'Pilih penyelenggara',
		inForce: 'Berlaku hari ini',
		usual: 'bawaan',
		post: 'Jabatan penanda tangan',
		postHint: 'Seperti harus tertulis, misalnya Kepala Badan Kepegawaian dan Pengembangan SDM.',
		name: 'Nama penanda tangan',
		nameHint: 'Dengan gelar, tanpa NIP. Kosongkan bila jabatannya saja.',
		place: 'Tempat terbit',
		placeHint: 'Kota, misalnya Wonosobo. Kosongkan bila tidak disebut.',
		from: 'Berlaku mulai',
		fromHint: 'Hari ini atau sesudahnya. Penetapan terakhir untuk hari yang sama yang berlaku.',
		fromMistake: 'Isi tanggal yang ada di kalender',
		set: 'Tetapkan penanda tangan',
		submit: 'Tetapkan',
		entries: 'Yang ditetapkan',
		none: 'Belum ada yang ditetapkan: jabatan bawaan yang dipakai, tanpa nama dan tempat.',
		setOn: 'Ditetapkan',
		nothing: 'tidak disebut',
		done: 'Penanda tangan ditetapkan.'
	}
};
