/**
 * What stands on paper beside the facts. Papers of the state are in Indonesian whatever the reader's language
 * (UU 24/2009, Pasal 27), so these have no English twin and are no part of the interface's catalogue.
 */
export const certificatePaper = {
	heading: 'SERTIFIKAT',
	sample: 'CONTOH – bukan sertifikat resmi',
	sampleMark: 'CONTOH',
	documentTitle: (number: string, name: string) => `Sertifikat ${number} – ${name}`,
	subject: (course: string) => `Sertifikat pelatihan ${course}`,
	number: (number: string) => `Nomor ${number}`,
	with: (providers: string) => `bersama ${providers}`,
	givenTo: 'diberikan kepada',
	employeeNumber: (kind: 'nip' | 'ni-pppk' | null, number: string) =>
		`${kind === 'nip' ? 'NIP' : kind === 'ni-pppk' ? 'NI PPPK' : 'NIP/NI PPPK'} ${number}`,
	completed: 'yang telah menyelesaikan pelatihan',
	edition: (code: string, edition: string) => `Kode ${code} · Edisi ${edition}`,
	when: 'Waktu',
	extent: 'Lama',
	extentIs: (number: string, words: string) => `${number} (${words}) Jam Pelajaran`,
	form: 'Bentuk',
	formIs: 'Pelatihan nonklasikal, e-learning',
	qualification: 'Kualifikasi',
	validUntil: (day: string) => `Berlaku sampai ${day}`,
	validForever: 'Berlaku tanpa batas waktu',
	issued: (day: string) => `Diterbitkan secara elektronik, ${day}`,
	issuedIn: (place: string, day: string) => `${place}, ${day}`,
	signaturePlace: 'Tempat tanda tangan elektronik (TTE) BSrE',
	check: 'Periksa keaslian sertifikat ini',
	checkNote:
		'Kode QR menuju halaman pemeriksaan. Kekuatan hukum sertifikat ini ditentukan oleh tanda tangan elektronik pada berkas PDF.',
	qrSays: (address: string) => `Kode QR menuju ${address}`,
	page: (page: number, pages: number) => `Halaman ${page} dari ${pages}`,
	annexOf: (number: string, name: string) => `Lampiran sertifikat nomor ${number} · ${name}`,
	modules: 'Mata Pelatihan dan Tujuan yang Dicapai',
	moduleNumber: 'No.',
	module: 'Mata Pelatihan',
	objectives: 'Tujuan pembelajaran yang dicapai',
	noObjectives: 'Belum ada tujuan pembelajaran yang terbukti dicapai.',
	jp: 'JP',
	sum: 'Jumlah',
	jpMeans: '1 JP (Jam Pelajaran) setara dengan 45 menit.',
	details: 'Keterangan',
	fullName: 'Nama lengkap',
	post: 'Jabatan',
	unit: 'Unit kerja',
	agency: 'Instansi',
	course: 'Pelatihan',
	organiser: 'Penyelenggara',
	providers: 'Bersama',
	signatory: 'Penanda tangan',
	competencies: 'Kompetensi yang didukung',
	competency: (name: string, level: string) => `${name}, tingkat ${level}`,
	evidence: 'Bukti pembelajaran ini mendukung penilaian, dan tidak menggantikan uji kompetensi.',
	legal: 'Dasar hukum, keadaan saat terbit',
	legalIs: (short: string, status: string) => `${short} (${status})`,
	legalStatus: {
		berlaku: 'berlaku',
		diubah: 'berlaku dengan perubahan',
		dicabut: 'dicabut',
		'belum-berlaku': 'belum berlaku'
	} as Readonly<Record<string, string>>,
	release: 'Edisi pelatihan',
	releaseIs: (edition: string, hash: string) => `Edisi ${edition}, sidik isi ${hash}`,
	offline: 'Memeriksa tanpa server',
	offlineIs: (address: string) =>
		`Berkas PDF ini membawa kredensial digital kredensial.json (Open Badges 3.0) sebagai lampiran. Unduh verifikator dari ${address}, matikan jaringan bila perlu, lalu buka berkas PDF ini di dalamnya: satu huruf yang berubah pada kredensial akan ketahuan. Pencabutan hanya dapat diperiksa lewat jaringan.`,
	attachment: 'Kredensial digital yang ditandatangani (Open Badges 3.0)'
};

export const statementPaper = {
	heading: 'RIWAYAT JP',
	periods: {
		year: (year: string) => `Tahun ${year}`,
		contract: 'Tahun perjanjian kerja',
		all: 'Semua tahun'
	},
	headingOf: (period: string, days: string) => `${period} (${days})`,
	documentTitle: (period: string, name: string) =>
		`Riwayat JP, ${period.charAt(0).toLowerCase()}${period.slice(1)} – ${name}`,
	subject: 'Riwayat jam pelajaran pengembangan kompetensi',
	name: 'Nama',
	employeeNumber: 'NIP/NI PPPK',
	none: 'tidak ada',
	agency: 'Instansi',
	unit: 'Unit kerja',
	post: 'Jabatan',
	day: 'Tanggal',
	activity: 'Kegiatan',
	form: 'Bentuk',
	organiser: 'Penyelenggara',
	jp: 'JP',
	evidence: 'Nomor bukti',
	sum: 'Jumlah',
	empty: 'Belum ada JP yang tercatat pada masa ini.',
	rule: 'Ketentuan',
	bases: { 'calendar-year': 'setahun', 'contract-year': 'setahun perjanjian kerja' },
	least: (jp: string, basis: string, kind: string) =>
		`Paling sedikit ${jp} JP ${basis} bagi ${kind}`,
	most: (jp: string, basis: string, kind: string) => `Paling banyak ${jp} JP ${basis} bagi ${kind}`,
	between: (least: string, most: string, basis: string, kind: string) =>
		`Paling sedikit ${least} dan paling banyak ${most} JP ${basis} bagi ${kind}`,
	unbounded: (kind: string) => `Belum ada batas JP yang ditetapkan bagi ${kind}`,
	source: 'Dasar',
	remark: 'Catatan',
	assumed: {
		'from-post':
			'Masa perjanjian kerja belum tercatat; tahunnya dihitung sejak penempatan pertama.',
		'from-january': 'Masa perjanjian kerja belum tercatat; tahunnya dihitung sejak awal tahun.',
		'contract-ended':
			'Perjanjian kerja terakhir yang tercatat sudah berakhir; tahunnya dihitung sejak sehari setelahnya.'
	},
	doubts: {
		'part-time':
			'Tidak tercatat apakah saat itu PPPK atau PPPK Paruh Waktu, sehingga tidak dinilai terhadap batas JP.',
		'before-number':
			'Jenis kepegawaian saat itu tidak tercatat, sehingga tidak dinilai terhadap batas JP.',
		'present-kind': 'Dihitung menurut jenis kepegawaian sekarang; yang dahulu tidak tercatat.'
	},
	position: 'Capaian',
	reached: (jp: string, required: string) => `${jp} dari ${required} JP. Ketentuan terpenuhi.`,
	short: (jp: string, required: string, missing: string) =>
		`${jp} dari ${required} JP. Kurang ${missing} JP.`,
	withinMost: (jp: string, most: string) => `${jp} dari paling banyak ${most} JP.`,
	beyondMost: (jp: string, most: string, over: string) =>
		`${jp} dari paling banyak ${most} JP. Lebih ${over} JP.`,
	noRule: (jp: string) => `${jp} JP tercatat.`,
	jpMeans: '1 JP (Jam Pelajaran) setara dengan 45 menit.',
	reversalOf: (activity: string) => `Pembatalan: ${activity}`,
	note: 'Dokumen ini dibuat oleh sistem Widyapraja dari catatan JP pada tanggal di bawah, dan bukan sertifikat. Keaslian tiap kegiatan diperiksa melalui nomor buktinya.',
	printed: (day: string) => `Dibuat ${day}`,
	page: (page: number, pages: number) => `Halaman ${page} dari ${pages}`
};
