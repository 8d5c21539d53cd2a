/** Quizzes and tests. */
export const test = {
	/** Tests before and after all modules. */
	parts: { pretest: 'Sebelum mulai', posttest: 'Sesudah semua modul' },
	courseRule:
		'Pelatihan ini selesai bila semua materinya selesai, serta kuis dan tesnya mencapai Nilai Batas Lulus.',
	length: (questions: number, minutes: number) => `${questions} soal · perkiraan ${minutes} menit`,
	mark: (score: string) => `Nilai Batas Lulus ${score}`,
	noMark: 'Tidak ada nilai yang harus dicapai',
	attempts: (most: number | null, waitHours: number): string => {
		const times = most === null ? 'Boleh diulang' : `Paling banyak ${most} kesempatan`;
		return waitHours > 0 ? `${times}, dengan jeda ${waitHours} jam` : times;
	},
	/** Before the first attempt. */
	pretest:
		'Tes ini mengukur titik awal Anda dan dikerjakan satu kali. Hasilnya tidak menentukan kelulusan.',
	drawn: 'Soal diambil dari bank soal, sehingga percobaan berikutnya memuat soal lain.',
	keeps:
		'Jawaban tersimpan selama Anda mengerjakan. Anda boleh berhenti dan melanjutkannya nanti, juga di perangkat lain.',
	begin: 'Mulai',
	beginAgain: (left: number | null) =>
		left === null ? 'Ulangi' : `Ulangi (sisa kesempatan: ${left})`,
	waiting: (until: string) => `Percobaan berikutnya dapat dimulai pada ${until}.`,
	usedUp: {
		title: 'Semua kesempatan sudah dipakai.',
		text: 'Baca lagi materi untuk tujuan yang belum tercapai di atas.'
	},
	/** Where a time limit is declared. */
	time: {
		limit: (minutes: number) => `Batas waktu ${minutes} menit`,
		left: (minutes: number) =>
			minutes === 0
				? 'Waktu habis'
				: minutes === 1
					? 'Sisa waktu: kurang dari 1 menit'
					: `Sisa waktu: ${minutes} menit`,
		soon: (minutes: number) =>
			minutes === 1
				? 'Sisa waktu kurang dari 1 menit. Jawaban yang sudah diberikan dikirim saat waktu habis.'
				: `Sisa waktu ${minutes} menit.`,
		/** `minutes`: the limit, which is also how long all pauses may last together. */
		rule: (minutes: number) =>
			`Waktu berjalan selama halaman ini terbuka dan tersambung, juga ketika Anda membuka halaman lain. Koneksi yang terputus tidak dihitung, paling lama ${minutes} menit seluruhnya; sesudah itu waktu berjalan terus. Jadi percobaan berakhir paling lambat ${2 * minutes} menit sesudah dimulai, juga tanpa koneksi atau tanpa JavaScript. Saat waktu habis, jawaban yang sudah tersimpan dikirim; yang datang kemudian tidak dinilai. Bila Anda memerlukan waktu lebih, mintalah kepada penyelenggara pelatihan.`,
		latest: (moment: string) => `Berakhir paling lambat ${moment}, juga bila koneksi terputus.`,
		over: 'Waktu habis. Jawaban yang sudah diberikan telah dikirim.',
		late: 'Isian yang datang terlambat',
		lateText:
			'Isian ini datang setelah percobaannya dikirim, sehingga tidak ikut dinilai. Salinlah bila Anda masih memerlukannya.'
	},
	/** Asking for one more attempt. */
	chance: {
		title: 'Minta kesempatan tambahan',
		text: (until: string) =>
			`Penyelenggara pelatihan menjawab dalam lima hari kerja. Permintaan yang tidak dijawab dikabulkan dengan sendirinya, untuk permintaan hari ini pada ${until}.`,
		reason: 'Alasan Anda',
		reasonHint:
			'Tuliskan apa yang menghambat dan apa yang sudah Anda pelajari lagi. Penyelenggara membacanya tanpa nama Anda.',
		ask: 'Ajukan kesempatan tambahan',
		waiting: 'Permintaan kesempatan tambahan terkirim.',
		waitingText: (asked: string, until: string) =>
			`Diajukan ${asked}. Bila tidak dijawab, Anda dapat memulai percobaan tambahan pada ${until}.`,
		granted: 'Permintaan kesempatan tambahan dikabulkan.',
		refused: 'Permintaan kesempatan tambahan ditolak.',
		because: (reason: string) => `Alasan penyelenggara: ${reason}`
	},
	history: 'Semua percobaan',
	attempt: (number: number, score: string, at: string) =>
		`Percobaan ke-${number}: nilai ${score}, dimulai ${at}`,
	question: (number: number, all: number) => `Soal ${number} dari ${all}`,
	scenario: 'Kasus',
	save: 'Simpan jawaban',
	send: 'Kirim',
	answered: (count: string, all: string) => `${count} dari ${all} soal dijawab.`,
	sendHint: 'Setelah dikirim, jawaban tidak dapat diubah lagi.',
	saved: 'Jawaban tersimpan.',
	savedAt: (time: string) => `Jawaban tersimpan pukul ${time}.`,
	unsaved:
		'Jawaban belum tersimpan karena koneksi terputus. Isian Anda masih ada di halaman ini dan dikirim lagi saat tersambung.',
	/** Where a question was answered one way here and another way on another device. */
	other: {
		title:
			'Soal ini juga dijawab di perangkat lain. Yang berlaku adalah jawaban yang tampil; jawaban lainnya ada di bawah soalnya:',
		elsewhere: 'Di perangkat lain Anda menjawab:',
		here: 'Jawaban di atas diberikan di perangkat lain. Di sini Anda menjawab:',
		choose: 'Pakai jawaban ini',
		unused: 'Isian yang tidak dipakai',
		unusedText:
			'Soalnya juga dijawab di perangkat lain, dan jawaban itulah yang dikirim. Salinlah isian Anda bila masih diperlukan.'
	},
	/** What this device kept and the server never got. */
	left: {
		title: 'Teks yang tidak ikut terkirim',
		text: 'Teks ini tertinggal di perangkat ini dan tidak ikut dinilai. Salinlah bila Anda masih memerlukannya; sesudah halaman ini ditutup, teks ini dihapus.'
	},
	/** Above why something was not taken. */
	refused: 'Jawaban tidak dapat disimpan',
	essay: 'Tulis jawaban Anda. Jawaban ini dinilai oleh penilai.',
	empty: {
		title: (count: number) => `${count} soal belum dijawab lengkap`,
		text: 'Soal itu bernilai nol bila dikirim seperti ini. Jawaban lain sudah tersimpan.',
		send: 'Kirim seperti ini',
		/** Beside the number of such a question. */
		mark: 'belum lengkap'
	},
	result: {
		title: (number: number) => `Hasil percobaan ke-${number}`,
		pending: 'Menunggu penilaian.',
		pendingText:
			'Uraian dibaca penilai dan hasilnya tampil di halaman ini. Bagian lain pelatihan dapat Anda lanjutkan.',
		/** Why a test, unlike a quiz, does not lay its answers open. */
		closed: 'Jawaban tes tidak ditampilkan agar soalnya tetap dapat dipakai.',
		scored: (score: string) => `Nilai Anda ${score}.`,
		passed: (score: string) => `Lulus. Nilai Anda ${score}.`,
		passKept: (score: string) => `Lulus. Kelulusan dari nilai ${score} tetap berlaku.`,
		failed: (score: string, mark: string) =>
			`Belum lulus. Nilai Anda ${score}; Nilai Batas Lulus ${mark}.`,
		regraded: (day: string, from: string, to: string) =>
			`Nilai dihitung ulang pada ${day}: dari ${from} menjadi ${to}.`,
		regradedSame: (day: string) => `Nilai dihitung ulang pada ${day} dan tidak berubah.`,
		regradedBecause: (reason: string) => `Alasan: ${reason}`,
		objectives: 'Hasil per tujuan',
		earned: (earned: string, possible: string, pending: number) =>
			`${earned} dari ${possible} soal${pending > 0 ? `, ${pending} menunggu penilaian` : ''}`,
		readAgain: 'Baca lagi:',
		answers: 'Jawaban Anda dan pembahasannya',
		essay: (number: number, score: string) => `Uraian pada soal ${number}: nilai ${score}`,
		/** Of a work that was settled without a reading it awaited. */
		lacking: (readings: number) =>
			`Nilai ini berlaku dari ${readings} pembacaan, karena pembaca berikutnya tidak tersedia selama sepuluh hari kerja. Pembacaan tambahan masih mungkin dan hanya dapat menaikkan nilai.`,
		marker: (nth: number) => `Penilai ke-${nth}`,
		comment: 'Komentar penilai',
		waits: 'Menunggu penilaian',
		partly: 'Sebagian tepat',
		unanswered: 'Tidak dijawab'
	}
};
