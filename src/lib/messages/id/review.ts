/** What reviewers and contributors do with the questions of a course. */
export const review = {
	title: 'Telaah',
	lead: 'Mutu Butir Soal dan Penilaian Ulang pada pelatihan yang menjadi tugas Anda.',
	none: 'Belum ada pelatihan untuk Anda telaah',
	noneText:
		'Di sini tampil pelatihan milik instansi atau perguruan tinggi tempat peran Anda berlaku. Bila ada yang kurang, sampaikan kepada admin platform.',
	courses: 'Pelatihan',
	course: 'Pelatihan',
	tests: 'Kuis dan tes',
	items: {
		title: 'Butir Soal',
		open: 'Lihat mutu butir'
	},
	regrade: {
		title: 'Penilaian Ulang',
		open: 'Periksa kunci',
		lead: 'Bila edisi terbaru memperbaiki Kunci Jawaban soal yang isinya sama, jawaban pada edisi lama dapat dinilai ulang dengan kunci yang benar. Nilai dapat naik atau turun; kelulusan yang sudah diperoleh tetap berlaku.',
		proposed: (from: string, to: string) => `Kunci yang berubah dari edisi ${from} ke ${to}`,
		summary: (attempts: string, passes: string, keeps: string) =>
			`${attempts} percobaan dinilai ulang: ${passes} menjadi lulus, ${keeps} turun di bawah Nilai Batas Lulus tetapi tetap lulus. Belum ada yang diubah.`,
		shifts: 'Perubahan nilai',
		test: 'Kuis atau tes',
		from: 'Nilai kini',
		to: 'Menjadi',
		attempts: 'Percobaan',
		effect: 'Akibat',
		effects: {
			passes: 'menjadi lulus',
			keeps: 'tetap lulus',
			none: 'nilai berubah',
			same: 'nilai tetap'
		},
		waits: 'menunggu',
		each: (count: string) => `${count} percobaan yang hasilnya berubah, satu per satu`,
		change: (test: string, from: string, to: string) => `${test}: ${from} menjadi ${to}`,
		reason: 'Alasan Penilaian Ulang',
		reasonHint:
			'10 sampai 1.000 karakter. Peserta yang hasilnya berubah membacanya, jadi jangan menyebut nama orang atau kunci jawabannya.',
		apply: 'Terapkan Penilaian Ulang',
		nothing: 'Tidak ada kunci yang perlu dinilai ulang',
		nothingText:
			'Edisi terbaru menilai sama seperti yang berlaku sekarang. Perbaiki kunci di berkas pelatihan dan terbitkan edisi baru, lalu kembali ke sini.',
		reworded: 'Kunci yang berubah bersama soalnya',
		rewordedText: (ids: string) =>
			`${ids}: soal atau pilihannya ikut berubah, sehingga jawaban pada edisi lama tidak dapat dinilai dengan kunci baru.`,
		decisions: 'Keputusan sebelumnya',
		kinds: {
			mend: (from: string, to: string) => `Kunci edisi ${from} dinilai dengan kunci edisi ${to}`,
			undo: (from: string, to: string) =>
				`Pembatalan: kunci edisi ${from} kembali berlaku, bukan kunci edisi ${to}`
		},
		undone: 'sudah dibatalkan',
		settled: (attempts: string) => `${attempts} percobaan dinilai ulang`,
		unsettled: 'sedang berjalan',
		questions: 'Soal:',
		undoOpen: 'Batalkan…',
		undoTitle: 'Batalkan Penilaian Ulang',
		undoText: (ids: string) =>
			`Setiap nilai kembali seperti sebelum keputusan tentang ${ids}. Kelulusan yang sudah diperoleh karenanya tetap berlaku.`,
		undoReason: 'Alasan pembatalan',
		undo: 'Batalkan Penilaian Ulang',
		keep: 'Tidak jadi',
		done: {
			'keys-mended': 'Penilaian Ulang diterapkan. Peserta yang hasilnya berubah diberi tahu.',
			'mending-undone': 'Penilaian Ulang dibatalkan. Setiap nilai kembali seperti sebelumnya.'
		}
	}
};
