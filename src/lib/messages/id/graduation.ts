/** What completing a course still asks, what was reached, and the evaluation survey. */
export const graduation = {
	missing: {
		title: 'Yang masih harus diselesaikan',
		/** Of many lessons the first are named. */
		more: (count: number) => `dan ${count} lainnya`,
		lessons: 'Materi',
		quizzes: 'Kuis',
		ends: 'Di akhir'
	},
	/** Beside the rule of lessons and tests. */
	surveyRule: 'Survei evaluasinya juga perlu dikirim.',
	moduleDone: (jp: string, day: string) => `Modul selesai pada ${day}: ${jp} JP`,
	courseDone: (day: string) => `Pelatihan ini Anda selesaikan pada ${day}.`,
	/** Leads to a quiz or test that waits. */
	openTest: 'Buka hasilnya',
	score: (score: string) => `Nilai Tes Akhir: ${score}`,
	renewal: {
		later: (until: string, from: string) =>
			`Sertifikat Anda berlaku sampai ${until}. Mulai ${from} Anda dapat memperpanjangnya: kerjakan lagi Tes Akhir.`,
		now: (until: string) =>
			`Sertifikat Anda berlaku sampai ${until}. Untuk memperpanjangnya, kerjakan lagi Tes Akhir; bila lulus, Anda mendapat sertifikat baru.`,
		ended:
			'Sertifikat Anda tidak berlaku lagi. Untuk mendapat sertifikat baru, kerjakan lagi Tes Akhir sampai lulus.',
		begin: 'Buka Tes Akhir'
	},
	gain: (share: string) => `Peningkatan Nilai: ${share}`,
	/** Points of 100: what was to be gained after the test before the course, and what was. */
	gainHint: (room: string, gained: string) =>
		`Dari ${room} poin yang masih dapat diraih sejak Tes Awal, Anda meraih ${gained}.`,
	/** After the test at the end was passed, or the survey sent. */
	allDone: 'Semua syarat pelatihan ini sudah terpenuhi.',
	surveyLeft: 'Tinggal satu langkah: Survei Evaluasi.',
	toSurvey: 'Isi Survei Evaluasi',
	partsLeft: (count: number) => `Masih ada ${count} bagian pelatihan yang perlu diselesaikan.`,
	toParts: 'Lihat yang masih harus diselesaikan',
	survey: {
		title: 'Survei Evaluasi',
		lead: 'Pendapat Anda dipakai untuk memperbaiki pelatihan ini. Isinya disimpan tanpa nama: yang dicatat atas nama Anda hanya bahwa survei sudah dikirim. Penulis dan penyelenggara melihat gabungan sedikitnya lima jawaban, serta catatan tanpa nama dan tanggal.',
		required: 'Survei ini syarat untuk menyelesaikan pelatihan.',
		voluntary: 'Survei ini sukarela.',
		/** The same in few words, in the outline. */
		asked: { wajib: 'syarat penyelesaian', sukarela: 'sukarela' },
		scale: '1 berarti sangat tidak setuju, 5 berarti sangat setuju.',
		ends: ['sangat tidak setuju', 'sangat setuju'],
		statements: {
			relevant: 'Isi pelatihan sesuai dengan tugas saya.',
			clear: 'Materinya jelas dan mudah diikuti.',
			length: 'Waktu yang saya perlukan sesuai dengan yang tertulis.',
			practice: 'Contoh dan latihannya membantu saya memahami materi.',
			'fair-test': 'Pertanyaan, kuis, dan tesnya mengukur apa yang diajarkan.',
			technical: 'Halaman pelatihan dapat dibuka dan dipakai tanpa kendala.',
			'will-use': 'Saya akan menerapkan yang saya pelajari dalam pekerjaan.',
			recommend: 'Saya menyarankan pelatihan ini kepada rekan kerja.'
		},
		unchosen: 'Belum dipilih',
		unrated: (statement: string) => `Pilih angka untuk “${statement}”`,
		helpful: 'Apa yang paling membantu Anda? (boleh dikosongkan)',
		missing: 'Apa yang kurang atau perlu diperbaiki? (boleh dikosongkan)',
		remarkHint: 'Jangan menulis nama atau data pribadi siapa pun.',
		tooLong: (most: string) => `Tulis paling banyak ${most} karakter.`,
		send: 'Kirim',
		sent: 'Survei sudah Anda kirim. Terima kasih.',
		toCourse: 'Kembali ke daftar materi'
	}
};
