import type { ProjectState } from '../../server/assessment/project-state.ts';

/** The project of a course, which may be handed in alone. */
export const project = {
	/** Where it stands in the list of lessons. */
	part: 'Proyek',
	optional: 'Opsional',
	length: (minutes: number) => `perkiraan ${minutes} menit`,
	mark: (score: string) => `Nilai Batas Lulus ${score}`,
	lead: (jp: string) =>
		`Proyek ini sukarela: pelatihan dan sertifikatnya tidak menunggunya. Bila lulus, Anda memperoleh ${jp} JP tersendiri.`,
	team: (size: number | null) =>
		`Proyek ini dikerjakan dalam tim${size === null ? '' : ` (${size} orang)`} saat pelatihan dijalankan sebagai angkatan. Selama belum ada angkatan, Anda boleh mengerjakan dan mengumpulkannya sendiri, tanpa tenggat.`,
	task: 'Tugas',
	rubric: 'Rubrik',
	rubricLead: 'Penilai memakai rubrik ini. Bacalah sebelum mulai.',
	criterion: 'Kriteria',
	weight: 'Bobot',
	states: {
		'not-started': 'Belum dimulai',
		draft: 'Draf',
		waiting: 'Menunggu penilaian',
		returned: 'Perlu diperbaiki',
		failed: 'Belum lulus',
		passed: 'Lulus'
	} satisfies Record<ProjectState, string>,
	notices: {
		waiting: 'Proyek sudah dikumpulkan dan menunggu penilaian.',
		waitingText: 'Isinya tidak dapat diubah lagi, kecuali penilai mengembalikannya.',
		returned: 'Proyek dikembalikan untuk diperbaiki.',
		returnedText: (number: number) =>
			`Perbaiki draf di bawah, lalu kumpulkan sebagai versi ke-${number}. Versi sebelumnya tetap tersimpan.`,
		failed: (score: string, mark: string) =>
			`Belum lulus. Nilai proyek ${score}; Nilai Batas Lulus ${mark}.`,
		failedText: 'Anda dapat memperbaikinya bila penilai mengembalikannya.',
		passed: (jp: string, day: string) => `Proyek lulus: ${jp} JP tercatat pada ${day}.`,
		passedLink: 'Buka Capaian JP'
	},
	form: {
		title: 'Draf Anda',
		changed: (at: string) => `Tersimpan ${at}.`,
		alone: 'Penilai membaca tanpa nama Anda.',
		warning:
			'Jangan menulis nama, NIP, kontak, atau data pribadi siapa pun, termasuk nama Anda dan instansi Anda. Periksa juga isi berkas, dan properti dokumennya (nama pembuat).',
		text: 'Isi proyek',
		textHint: (most: string) => `Paling banyak ${most} karakter.`,
		files: 'Berkas',
		noFiles: 'Belum ada berkas.',
		file: (nth: number, type: string, size: string) => `Berkas ${nth} (${type}, ${size})`,
		fileGone: (nth: number) => `Berkas ${nth} sudah dihapus`,
		remove: 'Keluarkan',
		removeFile: (nth: number) => `Keluarkan berkas ${nth}`,
		add: 'Tambah berkas (boleh kosong)',
		addHint: (most: number) =>
			`PDF, JPEG, atau PNG, paling besar 5 MB; paling banyak ${most} berkas. Nama berkas tidak disimpan.`,
		save: 'Simpan Draf',
		review: 'Kumpulkan',
		reviewHint: 'Anda memeriksa isinya sekali lagi sebelum benar-benar dikumpulkan.',
		saved: 'Draf tersimpan.',
		savedAt: (time: string) => `Draf tersimpan pukul ${time}.`,
		unsaved:
			'Draf belum tersimpan karena koneksi terputus. Isian Anda tetap ada di perangkat ini dan dikirim lagi saat tersambung.',
		restored:
			'Isian yang belum tersimpan ditampilkan kembali. Draf ini sudah berubah di tempat lain; simpan bila isian ini yang Anda pakai.',
		stored: 'Yang tersimpan sekarang',
		late: 'Isian yang tidak tersimpan',
		lateText: 'Salinlah bila Anda masih memerlukannya.'
	},
	confirm: {
		title: 'Kumpulkan proyek ini?',
		text: 'Sesudah ini isinya tidak dapat diubah.',
		check:
			'Perubahan hanya mungkin bila penilai mengembalikannya untuk diperbaiki. Pastikan tidak ada nama atau data pribadi di dalam teks dan berkas.',
		noText: 'Tanpa teks; hanya berkas.',
		yes: 'Ya, kumpulkan',
		no: 'Kembali ke draf'
	},
	versions: 'Yang sudah dikumpulkan',
	version: (number: number) => `Versi ke-${number}`,
	handedIn: (at: string) => `Dikumpulkan ${at}`,
	show: 'Tampilkan isinya',
	textGone: 'Tanpa teks.',
	returned: (at: string) => `Dikembalikan ${at}`,
	/** Where the words of who sent it back were erased. */
	returnedGone: 'Pesannya sudah dihapus.',
	waits: 'Menunggu penilaian.',
	result: (score: string) => `Nilai ${score}`,
	toCourse: 'Kembali ke daftar materi',
	/** On the home page. */
	home: {
		returned: (title: string) => `Proyek “${title}” dikembalikan untuk diperbaiki.`,
		open: 'Buka proyek'
	}
};
