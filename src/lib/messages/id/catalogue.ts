export const catalogue = {
	title: 'Katalog Pelatihan',
	description:
		'Daftar pelatihan Widyapraja bagi ASN: isi, jam pelajaran, syarat, dan cara mengikutinya.',
	lead: 'Semua pelatihan dapat diikuti oleh ASN dari instansi mana pun.',
	empty: 'Belum ada pelatihan yang terbit',
	emptyText: 'Pelatihan tampil di sini setelah diterbitkan. Silakan periksa kembali nanti.',
	edition: (number: string) => `Edisi ${number}`,
	publishedOn: (day: string) => `terbit ${day}`,
	provider: 'Penyelenggara',
	authors: 'Penyusun',
	reviewers: 'Penelaah Materi',
	jp: 'Jam pelajaran',
	jpValue: (jp: string, minutes: string) => `${jp} JP (sekitar ${minutes} menit)`,
	cost: 'Biaya',
	costFree: 'Tanpa biaya',
	form: 'Bentuk',
	formOnline: 'Daring mandiri, kapan saja',
	prerequisites: 'Prasyarat',
	prerequisitesNone: 'Tidak ada',
	audience: 'Sasaran',
	assessment: 'Penilaian',
	assessmentText:
		'Setiap materi selesai bila semua pertanyaannya terjawab benar, tanpa batas percobaan.',
	/** In short, for the facts. */
	assessmentIs: (tests: readonly ('quiz' | 'pretest' | 'posttest')[]): string => {
		const quizzes = tests.filter((kind) => kind === 'quiz').length;
		return [
			'Pertanyaan di setiap materi',
			...(quizzes > 0 ? [`${quizzes} kuis modul`] : []),
			...(tests.includes('pretest') ? ['Tes Awal'] : []),
			...(tests.includes('posttest') ? ['Tes Akhir'] : [])
		].join(', ');
	},
	certificate: 'Sertifikat',
	certificateIs: (months: number | null) =>
		months === null
			? 'Ya, sesudah lulus Tes Akhir; tanpa batas waktu'
			: `Ya, sesudah lulus Tes Akhir; berlaku ${months} bulan`,
	certificateNone: 'Tidak ada; JP-nya tercatat di Capaian JP',
	completion: 'Cara menyelesaikan',
	lessonsTitle: 'Materi',
	once: 'Satu kali dan boleh dilewati',
	noTimeLimit: 'Tanpa batas waktu',
	licence: 'Lisensi materi',
	competencies: 'Kompetensi yang didukung',
	competencyLevel: (level: number) => `tingkat ${level}`,
	competenciesHint: 'Lulus pelatihan adalah bukti pendukung, bukan penetapan tingkat kompetensi.',
	contents: 'Isi pelatihan',
	objectives: 'Setelah modul ini Anda mampu',
	lessons: (count: number) => `${count} materi`,
	moduleSummary: (jp: string, lessons: number) => `${jp} JP, ${lessons} materi`,
	minutesSum: (minutes: string, jp: string) =>
		`Jumlah waktu materi, aktivitas, kuis, dan tes: ${minutes} menit untuk ${jp} JP (1 JP = 45 menit).`,
	releaseNotes: 'Catatan edisi',
	enrol: 'Ikuti Pelatihan',
	enrolHint: 'Anda dapat berhenti dan melanjutkan kapan saja.',
	signInToEnrol: 'Masuk untuk mengikuti',
	goOn: 'Lanjutkan belajar',
	enrolledSince: (day: string) => `Anda mengikuti pelatihan ini sejak ${day}.`,
	otherEdition: (mine: string, newest: string) =>
		`Anda mengikuti edisi ${mine}; edisi terbaru adalah ${newest}. Edisi Anda tetap berlaku.`,
	facts: 'Ringkasan pelatihan'
};
