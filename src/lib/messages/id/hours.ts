import type { TrainingForm } from '../../server/hours/forms.ts';
import type { Resemblance } from '../../server/hours/duplicates.ts';
import type { Assumption, Doubt } from '../../server/hours/periods.ts';
import type { Duplicate } from '../../server/hours/signs.ts';
import type { SubmissionState } from '../../server/hours/submissions.ts';
import { hourPeople } from './hour-people.ts';

/** A position, its numbers written as the reader's language writes them. */
export interface PositionWords {
	/** `2026`, or null for a year of the work agreement. */
	year: string | null;
	jp: string;
	minimum: string | null;
	maximum: string | null;
	/** Null when nothing is missing. */
	short: string | null;
	/** Null when nothing is too much. */
	over: string | null;
}

/** Words of JP: the learner's pages, the officer's and the rules. */
export const hours = {
	title: 'Capaian JP',
	lead: 'JP (jam pelajaran) dari modul yang selesai dan pelatihan dari luar yang telah disetujui. 1 JP = 45 menit.',
	position: ({ year, jp, minimum, maximum, short, over }: PositionWords): string => {
		const of = year ? `tahun ${year}` : 'masa perjanjian kerja';
		const bound = minimum
			? ` dari ${minimum} JP`
			: maximum
				? ` dari paling banyak ${maximum} JP`
				: ' JP';
		const rest = short
			? ` Kurang ${short}\u00a0JP.`
			: over
				? ` Lebih ${over} JP dari batas; JP tetap tercatat.`
				: minimum
					? ` Kewajiban ${of} terpenuhi.`
					: '';
		return `Capaian JP ${of}: ${jp}${bound}.${rest}`;
	},
	unbounded: 'Bagi jenis kepegawaian Anda belum ada batas JP yang ditetapkan.',
	rule: (source: string) => `Dasar: ${source}.`,
	assumed: {
		'from-post': (from: string) =>
			`Masa perjanjian kerja Anda belum tercatat. Sementara itu tahunnya dihitung mulai ${from}, menurut penempatan pertama Anda. Pengelola bangkom instansi Anda dapat melengkapinya.`,
		'from-january': (from: string) =>
			`Masa perjanjian kerja Anda belum tercatat dan saat itu belum ada penempatan. Tahunnya dihitung mulai ${from}.`,
		'contract-ended': (from: string) =>
			`Perjanjian kerja terakhir yang tercatat sudah berakhir. Tahunnya dihitung mulai ${from}, sehari setelahnya.`
	} satisfies Record<Assumption, (from: string) => string>,
	doubts: {
		'part-time':
			'Saat itu Anda memegang NI PPPK, tetapi tidak tercatat apakah sebagai PPPK atau PPPK Paruh Waktu. Karena itu JP-nya tidak dinilai terhadap batas mana pun.',
		'before-number':
			'Jenis kepegawaian Anda sebelum nomor pertama yang tercatat tidak diketahui. Karena itu JP-nya tidak dinilai terhadap batas mana pun.',
		'present-kind':
			'Yang tercatat hanya jenis kepegawaian Anda sekarang; tahun ini dihitung menurut itu. Bila saat itu Anda PPPK Paruh Waktu, batas ini tidak berlaku.'
	} satisfies Record<Doubt, string>,
	kindSince: (kind: string, since: string) =>
		`Anda ${kind} sejak ${since}. JP sejak awal tahun ikut dihitung.`,
	years: 'Tahun lain',
	year: (year: string) => `Tahun ${year}`,
	allYears: 'Semua tahun',
	allTotal: (jp: string) => `Seluruhnya tercatat ${jp} JP.`,
	ledgerOf: (of: string) => `Riwayat JP, ${of.charAt(0).toLowerCase()}${of.slice(1)}`,
	when: 'Tanggal',
	what: 'Kegiatan',
	form: 'Bentuk',
	jpColumn: 'JP',
	total: 'Jumlah',
	sources: {
		module: 'Modul pelatihan',
		external: 'Permohonan dan bukti',
		project: 'Proyek',
		reversal: 'Pembatalan'
	},
	certificate: (number: string) => `Sertifikat ${number}`,
	reversalOf: (title: string) => `Pembatalan: ${title}`,
	reversed: 'Dibatalkan',
	because: (reason: string) => `Alasan: ${reason}`,
	empty: 'Belum ada JP pada masa ini',
	emptyText:
		'JP tercatat sendiri setiap kali satu modul selesai. Pelatihan di tempat lain dapat Anda catatkan dengan buktinya.',
	toCatalogue: 'Buka Katalog Pelatihan',
	record: 'Catat pelatihan dari luar',
	downloadPdf: 'Unduh PDF',
	downloadPdfNumbered: 'Unduh PDF dengan nomor lengkap',
	download: 'Unduh CSV',
	print: 'Cetak',
	printed: (day: string) => `Keadaan ${day}`,
	printHint: 'Halaman ini juga dapat dicetak dengan menu Cetak pada peramban Anda.',
	statement: 'Riwayat JP',
	holder: 'Nama',
	agency: 'Instansi',
	unit: 'Unit kerja',
	post: 'Jabatan',
	number: 'NIP/NI PPPK',
	home: 'Buka Capaian JP',
	submissions: 'Permohonan saya',
	pastSubmissions: (count: number) => `Permohonan yang sudah selesai (${count})`,
	states: {
		submitted: 'Diajukan',
		returned: 'Dikembalikan',
		approved: 'Disetujui',
		withdrawn: 'Ditarik'
	} satisfies Record<SubmissionState, string>,
	stateText: {
		submitted: 'Menunggu pemeriksaan pengelola bangkom instansi Anda.',
		returned: 'Perbaiki sesuai alasannya, lalu kirim lagi.',
		approved: 'JP sudah tercatat di Riwayat JP.',
		withdrawn: 'Anda menarik permohonan ini; tidak ada JP yang tercatat.'
	} satisfies Record<SubmissionState, string>,
	done: {
		'hours-sent': 'Permohonan terkirim. Hasilnya tampil di halaman ini.',
		'hours-withdrawn': 'Permohonan ditarik.'
	},
	/** The form for a training from elsewhere. */
	entry: {
		lead: 'Untuk pelatihan di luar Widyapraja yang sudah selesai. JP tercatat setelah pengelola bangkom instansi Anda memeriksa buktinya.',
		title: 'Nama pelatihan',
		titleHint: 'Seperti tertulis pada sertifikat.',
		organiser: 'Penyelenggara',
		form: 'Bentuk pelatihan',
		choose: 'Pilih bentuk',
		classical: 'Klasikal',
		nonclassical: 'Nonklasikal',
		startedOn: 'Tanggal mulai',
		endedOn: 'Tanggal selesai',
		dateHint: 'Pada peramban berbahasa Inggris, bulan ditulis sebelum hari.',
		endedOnHint: 'Menentukan tahun JP-nya.',
		jp: 'Jumlah JP',
		jpHint: '1 JP = 45 menit. Contoh: 8 atau 7,5.',
		certificate: 'Nomor sertifikat atau surat keterangan',
		evidence: 'Berkas bukti',
		evidenceHint: 'PDF, JPEG, atau PNG, paling besar 5 MB. Tidak dibuka untuk umum.',
		evidenceKept: (type: string, size: string) =>
			`Berkas ${type} (${size}) sudah diterima. Pilih berkas lain hanya bila ingin menggantinya.`,
		duplicatesTitle: 'Mungkin sudah tercatat',
		distinct: 'Sudah saya periksa: ini pelatihan yang berbeda.',
		send: 'Kirim',
		resend: 'Kirim lagi',
		mend: 'Perbaiki permohonan'
	},
	duplicate: {
		signs: {
			'own-certificate': 'nomornya nomor sertifikat Widyapraja',
			certificate: 'nomor sertifikat sama',
			evidence: 'isi berkas bukti sama persis',
			'own-course': 'pelatihan Widyapraja yang namanya sama atau mirip',
			'title-and-days': 'nama mirip dan tanggalnya beririsan'
		} satisfies Record<Resemblance, string>,
		standings: {
			own: 'JP-nya tercatat sendiri per modul',
			recorded: 'sudah tercatat di Riwayat JP',
			reversed: 'pernah tercatat, lalu dibatalkan',
			asked: 'masih diajukan',
			elsewhere: 'dikirim semasa bertugas di tempat lain'
		} satisfies Record<Duplicate['standing'], string>,
		untold: 'Permohonan lain',
		because: (signs: string) => `Tandanya: ${signs}.`
	},
	evidence: (type: string, size: string) => `Unduh bukti (${type}, ${size})`,
	evidenceTypes: { 'application/pdf': 'PDF', 'image/jpeg': 'JPEG', 'image/png': 'PNG' },
	mistakes: {
		title: 'Tulis nama pelatihannya.',
		organiser: 'Tulis penyelenggaranya.',
		form: 'Pilih bentuk pelatihannya.',
		startedOn: 'Isi tanggal mulai yang ada di kalender.',
		endedOn: 'Isi tanggal selesai yang ada di kalender.',
		jp: 'Isi jumlah JP dengan angka, misalnya 8 atau 7,5.',
		certificate: 'Tulis nomor sertifikat atau surat keterangannya.',
		evidence: 'Pilih berkas buktinya.',
		distinct:
			'Pelatihan ini mungkin sudah tercatat. Periksa daftarnya; bila memang berbeda, beri tanda lalu kirim lagi.'
	},
	submission: {
		facts: 'Isi permohonan',
		days: 'Tanggal',
		jp: 'Jumlah JP',
		history: 'Riwayat permohonan',
		versionSent: (number: number, when: string) => `Kiriman ${number}: ${when}`,
		decided: (state: string, when: string) => `${state} ${when}`,
		/** Of an approval over signs that it is recorded already. */
		weighed: (reason: string) => `Catatan pemeriksa: ${reason}`,
		withdraw: 'Tarik permohonan',
		withdrawText: 'Bila permohonan keliru, tarik sebelum diperiksa.',
		reversedTitle: 'Pencatatan ini sudah dibatalkan pejabat yang berwenang',
		reversedText: 'Yang berlaku sekarang, juga gantinya bila ada, tampil di Riwayat JP.'
	},
	/** The officer's pages. */
	review: {
		title: 'Konfirmasi JP',
		lead: 'Permohonan pencatatan pelatihan dari luar dalam wilayah tugas Anda.',
		cardText: 'Periksa bukti pelatihan dari luar, setujui atau kembalikan.',
		state: 'Status',
		anyState: 'Semua status',
		unit: 'Unit kerja',
		anyUnit: 'Semua unit kerja',
		year: 'Tahun selesai',
		anyYear: 'Semua tahun',
		filter: 'Tampilkan',
		found: (count: string) => `${count} permohonan`,
		none: 'Tidak ada permohonan dengan saringan ini',
		noneText:
			'Ubah saringan, atau kembali lagi nanti. Permohonan Anda sendiri diperiksa pejabat lain.',
		person: 'Pegawai',
		moved: 'Pegawai yang sudah pindah instansi',
		training: 'Pelatihan',
		from: (who: string) => `Pemohon: ${who}`,
		sent: 'Dikirim',
		pages: 'Halaman permohonan',
		opened: 'Pembukaan permohonan ini tercatat dan dapat dilihat oleh yang bersangkutan.',
		duplicatesTitle: 'Periksa: mungkin sudah tercatat',
		ownCertificate:
			'Tidak dapat disetujui: nomor ini nomor sertifikat Widyapraja, dan JP-nya tercatat sendiri saat modulnya selesai. Kembalikan dengan penjelasan itu.',
		distinct: 'Mengapa ini pelatihan yang berbeda',
		distinctHint:
			'Wajib, karena ada tanda di atas. Tersimpan bersama keputusan dan terbaca oleh pemohon.',
		decide: 'Keputusan',
		approve: 'Setujui dan catat JP',
		approveText: (jp: string, year: string) =>
			`${jp} JP dicatat pada Riwayat JP pegawai ini untuk tanggal ${year}.`,
		giveBack: 'Kembalikan untuk Perbaikan',
		reason: 'Apa yang harus diperbaiki',
		reasonHint: 'Terbaca oleh pemohon.',
		/** Above what was typed in vain. */
		unsent: 'Alasan yang Anda tulis tidak terkirim',
		reverse: 'Batalkan pencatatan',
		reverseText:
			'Bila JP tercatat keliru: pencatatan semula tetap ada, dan barisnya dibatalkan dengan alasan ini.',
		reverseReason: 'Alasan pembatalan',
		done: {
			'hours-approved': 'Disetujui. JP sudah tercatat.',
			'hours-returned': 'Dikembalikan kepada pemohon.',
			'hours-reversed': 'Pencatatan dibatalkan.'
		}
	},
	/** The officer's pages about people. */
	people: hourPeople,
	/** Work agreements, beside an officer's view of a person. */
	contracts: {
		title: 'Masa perjanjian kerja',
		text: 'JP PPPK dihitung per tahun perjanjian kerja. Tanpa catatan ini tahunnya dihitung sejak penempatan pertama.',
		none: 'Belum ada yang tercatat.',
		until: (from: string, until: string | null) =>
			until ? `${from} s.d. ${until}` : `sejak ${from}, tanggal akhir belum dicatat`,
		startsOn: 'Mulai berlaku',
		endsOn: 'Berlaku sampai dengan',
		endsOnHint: 'Kosongkan bila belum diketahui.',
		add: 'Catat perjanjian kerja',
		strike: 'Hapus',
		struckNamed: (from: string) => `Hapus perjanjian kerja mulai ${from}`,
		done: { recorded: 'Perjanjian kerja tercatat.', struck: 'Perjanjian kerja dihapus.' }
	},
	/** The administrator's page. */
	rules: {
		title: 'Aturan JP',
		text: 'Batas JP per jenis pegawai dan masa berlakunya.',
		lead: 'Aturan yang berlaku sampai aturan berikutnya bagi jenis pegawai yang sama dimulai. Yang lama tidak diubah.',
		kind: 'Jenis pegawai',
		minimum: 'Paling sedikit',
		maximum: 'Paling banyak',
		basis: 'Dihitung per',
		bases: { 'calendar-year': 'tahun kalender', 'contract-year': 'tahun perjanjian kerja' },
		from: 'Berlaku sejak',
		until: 'Sampai',
		source: 'Dasar',
		unbounded: 'tanpa batas',
		open: 'seterusnya',
		inForce: 'berlaku hari ini',
		statutory: 'bawaan, menurut peraturan',
		setOn: (day: string) => `ditetapkan ${day}`,
		set: 'Tetapkan aturan baru',
		boundHint: 'Dalam JP. Kosongkan bila tanpa batas.',
		fromHint:
			'Berlaku bagi tahun yang dimulai pada tanggal ini atau sesudahnya; tahun yang sedang berjalan tetap menurut aturan semula. Untuk tahun kalender, isi 1 Januari.',
		sourceHint: 'Misalnya nomor dan tahun keputusan.',
		submit: 'Tetapkan',
		done: 'Aturan ditetapkan.',
		boundMistake: 'Isi JP dengan angka lebih dari 0, misalnya 20 atau 7,5.',
		fromMistake: 'Isi tanggal yang ada di kalender.'
	},
	forms: {
		'pelatihan-struktural': 'Pelatihan struktural kepemimpinan',
		'pelatihan-manajerial': 'Pelatihan manajerial',
		'pelatihan-teknis': 'Pelatihan teknis',
		'pelatihan-fungsional': 'Pelatihan fungsional',
		'pelatihan-sosial-kultural': 'Pelatihan sosial kultural',
		seminar: 'Seminar, konferensi, atau sarasehan',
		workshop: 'Lokakarya (workshop)',
		kursus: 'Kursus',
		penataran: 'Penataran',
		'bimbingan-teknis': 'Bimbingan teknis',
		sosialisasi: 'Sosialisasi',
		'klasikal-lain': 'Klasikal lainnya',
		coaching: 'Coaching',
		mentoring: 'Mentoring',
		'e-learning': 'E-learning',
		'pelatihan-jarak-jauh': 'Pelatihan jarak jauh',
		detasering: 'Detasering',
		'pembelajaran-alam-terbuka': 'Pembelajaran alam terbuka',
		'patok-banding': 'Patok banding',
		pertukaran: 'Pertukaran dengan BUMN, BUMD, atau swasta',
		'belajar-mandiri': 'Belajar mandiri',
		'komunitas-belajar': 'Komunitas belajar',
		'bimbingan-di-tempat-kerja': 'Bimbingan di tempat kerja',
		magang: 'Magang atau praktik kerja',
		'nonklasikal-lain': 'Nonklasikal lainnya'
	} satisfies Record<TrainingForm, string>
};
