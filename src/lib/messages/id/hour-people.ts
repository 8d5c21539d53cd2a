import type { Assumption, Doubt } from '../../server/hours/periods.ts';
import type { Standing } from '../../server/hours/position.ts';

/** Words of the pages on which an officer reads people's JP; part of `hours.ts`. */
export const hourPeople = {
	title: 'Capaian JP Pegawai',
	lead: 'Capaian JP setiap pegawai dalam wilayah tugas Anda, menurut aturan bagi jenis kepegawaiannya.',
	cardText: 'Siapa yang sudah memenuhi JP tahun ini, siapa yang belum, dan berapa kurangnya.',
	pages: 'Halaman JP',
	standings: {
		short: 'Belum memenuhi',
		met: 'Memenuhi',
		over: 'Melebihi batas',
		free: 'Tanpa kewajiban'
	} satisfies Record<Standing, string>,
	freeText:
		'Tanpa kewajiban: aturannya tidak menyebut batas paling sedikit, atau belum ditetapkan, dan batas paling banyak tidak terlampaui.',
	summary: (met: string, asked: string) =>
		`${met} dari ${asked} pegawai yang mempunyai kewajiban JP sudah memenuhi.`,
	summaryNone: 'Belum ada pegawai yang mempunyai kewajiban JP di sini.',
	allOf: (count: string) => `Semua pegawai: ${count}`,
	countOf: (standing: string, count: string) => `${standing}: ${count}`,
	filters: 'Saringan',
	unit: 'Unit kerja',
	everyUnit: 'Semua unit kerja',
	standing: 'Keadaan',
	anyStanding: 'Semua keadaan',
	year: 'Tahun',
	untilToday: (year: string) => `${year}, sampai hari ini`,
	order: 'Urutan',
	orders: { name: 'Nama', jp: 'JP terbanyak', short: 'Kekurangan terbesar' },
	filter: 'Tampilkan',
	byUnit: 'Menurut unit kerja',
	byUnitOf: (unit: string) => `Di bawah ${unit}`,
	directly: 'Langsung di unit ini',
	directlyInAgency: 'Langsung di instansi',
	people: 'Pegawai',
	up: (unit: string) => `Ke ${unit}`,
	found: (count: string) => `${count} pegawai`,
	sortedBy: 'diurutkan',
	jp: 'JP',
	short: 'Kurang',
	rule: 'Aturan dan masa',
	least: (jp: string) => `paling sedikit ${jp} JP`,
	most: (jp: string) => `paling banyak ${jp} JP`,
	unbounded: 'tanpa batas',
	rules: 'Dasar aturan',
	basis: (kind: string, bound: string, source: string) => `${kind}: ${bound}. Dasar: ${source}.`,
	none: 'Tidak ada pegawai dengan saringan ini',
	noneText: 'Ubah saringan atau pilih unit kerja lain.',
	pagesOf: 'Halaman daftar pegawai',
	listed: 'Siapa yang ditampilkan di sini tersimpan dalam jejak audit.',
	download: 'Unduh CSV',
	downloadHint:
		'Berisi pegawai dengan saringan ini, tanpa NIP/NI PPPK. Setiap pegawai di dalamnya dapat melihat bahwa capaiannya diunduh.',
	search: 'Cari pegawai',
	query: 'Nama, email dinas, atau NIP/NI PPPK',
	queryHint: 'Paling sedikit tiga huruf. Nomor boleh beberapa angka terakhirnya.',
	searchButton: 'Cari',
	tooShort: 'Tulis paling sedikit tiga huruf atau angka.',
	nobody: 'Tidak ada pegawai yang cocok dalam wilayah tugas Anda',
	nobodyText: 'Periksa ejaannya, atau cari dengan NIP/NI PPPK.',
	unnamed: 'Nama sudah dihapus',
	open: 'Buka Riwayat JP pegawai ini',
	/** One person's ledger. */
	ledger: {
		title: 'Riwayat JP',
		emptyText:
			'JP tercatat sendiri setiap kali satu modul selesai, dan dari luar setelah permohonannya disetujui.',
		opened: 'Pembukaan halaman ini tercatat dan dapat dilihat oleh yang bersangkutan.',
		movedText:
			'Pegawai ini sekarang bertugas di instansi atau unit lain. Yang tampil hanya JP yang tercatat selama bertugas di sini.',
		recordedBy: 'Dicatat oleh',
		byPlatform: 'Sistem, saat modul selesai',
		byOfficer: 'Pejabat di luar wilayah tugas Anda',
		at: (day: string) => `pada ${day}`,
		elsewhere: 'Tercatat di instansi lain; koreksinya oleh instansi itu.',
		mend: 'Koreksi',
		mendNamed: (title: string) => `Koreksi ${title}`,
		contract: 'Lengkapi masa perjanjian kerja',
		done: {
			'hours-reversed': 'Catatan dibatalkan. Baris semula dan alasannya tetap tersimpan.',
			'hours-mended': 'Catatan diperbaiki. Baris semula dan alasannya tetap tersimpan.'
		}
	},
	/** Mending or taking back one entry. */
	correction: {
		title: 'Koreksi catatan JP',
		lead: 'Catatan semula tidak diubah: catatan itu dibatalkan dengan alasan Anda, dan bila diperbaiki, gantinya dicatat di sampingnya. Yang bersangkutan dapat membaca alasannya.',
		entry: 'Catatan sekarang',
		mend: 'Perbaiki',
		mendText: 'Ubah yang keliru saja. Selebihnya tetap.',
		earnedOn: 'Tanggal selesai',
		reason: 'Alasan',
		reasonHint: 'Terbaca oleh pegawai yang bersangkutan.',
		confirmMend: 'Sudah saya periksa: catatan semula dibatalkan dan diganti dengan isian ini.',
		submitMend: 'Simpan perbaikan',
		reverse: 'Batalkan seluruhnya',
		reverseText: (jp: string) =>
			`${jp} JP dikurangkan dari Riwayat JP pegawai ini, tanpa pengganti.`,
		confirmReverse: 'Sudah saya periksa: JP ini memang tidak seharusnya tercatat.',
		submitReverse: 'Batalkan catatan',
		unconfirmed: 'Beri tanda bahwa Anda sudah memeriksanya.'
	},
	/** What `hours` says to the person themselves, said of somebody else. */
	unboundedOf: 'Bagi jenis kepegawaian ini belum ada batas JP yang ditetapkan.',
	assumed: {
		'from-post': (from: string) =>
			`Masa perjanjian kerjanya belum tercatat. Sementara itu tahunnya dihitung mulai ${from}, menurut penempatan pertama yang tercatat di sini.`,
		'from-january': (from: string) =>
			`Masa perjanjian kerjanya belum tercatat dan saat itu belum ada penempatan. Tahunnya dihitung mulai ${from}.`,
		'contract-ended': (from: string) =>
			`Perjanjian kerja terakhir yang tercatat sudah berakhir. Tahunnya dihitung mulai ${from}, sehari setelahnya.`
	} satisfies Record<Assumption, (from: string) => string>,
	doubts: {
		'part-time':
			'Saat itu pegawai ini memegang NI PPPK, tetapi tidak tercatat apakah sebagai PPPK atau PPPK Paruh Waktu. Karena itu JP-nya tidak dinilai terhadap batas mana pun.',
		'before-number':
			'Jenis kepegawaiannya sebelum nomor pertama yang tercatat tidak diketahui. Karena itu JP-nya tidak dinilai terhadap batas mana pun.',
		'present-kind':
			'Yang tercatat hanya jenis kepegawaiannya sekarang; tahun ini dihitung menurut itu. Bila saat itu PPPK Paruh Waktu, batas ini tidak berlaku.'
	} satisfies Record<Doubt, string>,
	kindSince: (kind: string, since: string) =>
		`${kind} sejak ${since}. JP sejak awal tahun ikut dihitung.`
};
