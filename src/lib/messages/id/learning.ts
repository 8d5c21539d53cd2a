export const learning = {
	outlineTitle: 'Daftar materi',
	/** The same in few words, beside a title. */
	outlineCount: (done: number, all: number) => `${done} dari ${all} selesai`,
	outlineProgress: (done: number, all: number) => `${done} dari ${all} materi selesai`,
	states: {
		'not-started': 'Belum dimulai',
		'in-progress': 'Sedang berjalan',
		done: 'Selesai',
		marking: 'Menunggu penilaian',
		waiting: 'Menunggu jeda',
		'used-up': 'Kesempatan habis'
	},
	/** Why nothing can be done about a quiz or test just now, and when something can. */
	waits: {
		marking: (test: string) => `${test} menunggu penilaian. Hasilnya tampil di sini.`,
		waiting: (test: string, until: string | null) =>
			until ? `${test} dapat diulang pada ${until}.` : `${test} menunggu jeda.`,
		'used-up': (test: string, until: string | null) =>
			until
				? `Permintaan kesempatan tambahan untuk ${test} menunggu jawaban, paling lambat ${until}.`
				: `Kesempatan untuk ${test} habis. Mintalah kesempatan tambahan di halamannya.`
	},
	courseRule: 'Pelatihan ini selesai bila semua materinya selesai.',
	begin: 'Mulai',
	goOn: 'Lanjutkan',
	courseDone: 'Semua materi pada edisi ini sudah Anda selesaikan.',
	toCoursePage: 'Tentang pelatihan ini',
	lessonMinutes: (minutes: number) => `Perkiraan ${minutes} menit`,
	objectives: 'Tujuan Pembelajaran',
	terms: 'Istilah di materi ini',
	legal: { title: 'Dasar hukum', count: (instruments: number) => `${instruments} peraturan` },
	rule: (open: number, all: number) =>
		open === 0
			? `Selesai: ${all} dari ${all} pertanyaan terjawab benar.`
			: `Materi ini selesai bila ${all} pertanyaan di dalamnya terjawab benar, tanpa batas percobaan. Sisa: ${open}.`,
	ruleDeclared: 'Materi ini selesai bila Anda menandainya selesai di akhir halaman.',
	ruleDeclaredDone: 'Materi ini sudah Anda tandai selesai.',
	declare: 'Tandai selesai',
	scenario: 'Kasus',
	steps: {
		nav: 'Materi sebelum dan sesudah',
		previous: 'Sebelumnya',
		next: 'Berikutnya',
		last: 'Ini materi terakhir'
	},
	finishCourse: 'Kembali ke daftar materi',
	check: {
		title: 'Cek pemahaman',
		hints: {
			single: 'Pilih satu jawaban.',
			'true-false': 'Pilih satu jawaban.',
			multiple: 'Pilih semua jawaban yang benar.',
			situational: 'Pilih tindakan yang paling tepat.',
			numeric: 'Tulis angkanya; pakai koma untuk desimal.',
			short: 'Tulis jawaban singkat.',
			match: 'Pilih pasangan untuk setiap baris.',
			order: 'Beri nomor urut pada setiap langkah.',
			essay: 'Soal uraian dikerjakan di dalam tes.'
		},
		submit: 'Periksa jawaban',
		submitAgain: 'Periksa lagi',
		correct: 'Benar',
		incorrect: 'Belum tepat',
		optionCorrect: 'Pilihan ini tepat',
		optionIncorrect: 'Pilihan ini belum tepat',
		chosen: 'jawaban Anda',
		choose: 'Pilih…',
		position: (step: number) => `Urutan langkah di baris ${step}`,
		typed: 'Jawaban',
		explanation: 'Pembahasan',
		afterCorrect: (tries: number) =>
			tries === 1 ? 'Terjawab pada percobaan pertama.' : `Terjawab pada percobaan ke-${tries}.`,
		afterIncorrect: (kind: string): string => {
			if (kind === 'match' || kind === 'order') return 'Perbaiki baris yang bertanda silang.';
			return kind === 'numeric' || kind === 'short'
				? 'Baca lagi bagian di atas, lalu coba lagi.'
				: 'Baca pembahasan pilihan Anda, lalu coba lagi.';
		},
		queued: 'Koneksi terputus. Jawaban disimpan di perangkat dan dikirim saat tersambung kembali.',
		sending: 'Mengirim…'
	},
	/** Answers kept on the device; the script puts number and title in place of {…}. */
	unsent: {
		pending: (count: string) =>
			`Belum terkirim: ${count} jawaban. Dikirim saat tersambung kembali.`,
		refused: (lesson: string) =>
			`Satu jawaban di materi ${lesson} ditolak: muat ulang lalu jawab lagi.`,
		leaving: (count: string) =>
			`${count} jawaban belum terkirim dan akan hilang bila Anda keluar sekarang.`,
		dismiss: 'Tutup',
		unmarked: 'Tanda belum tersimpan karena koneksi terputus. Coba lagi setelah tersambung.'
	},
	/** A note that is typed and not saved yet. */
	draft: {
		unsaved:
			'Catatan belum tersimpan karena koneksi terputus. Isian Anda tetap ada di perangkat ini; simpan lagi setelah tersambung.',
		restored: 'Isian yang belum tersimpan ditampilkan kembali.',
		losing: 'Isian catatan yang belum tersimpan akan hilang bila Anda keluar sekarang.'
	}
};
