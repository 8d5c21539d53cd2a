/** What reviewers and contributors do with the questions of a course. */
export const review = {
	title: 'Telaah',
	lead: 'Mutu Butir Soal, Penilaian Ulang, dan hasil survei pada pelatihan yang menjadi tugas Anda.',
	none: 'Belum ada pelatihan untuk Anda telaah',
	noneText:
		'Di sini tampil pelatihan milik instansi atau perguruan tinggi tempat peran Anda berlaku. Bila ada yang kurang, sampaikan kepada admin platform.',
	courses: 'Pelatihan',
	course: 'Pelatihan',
	tests: 'Kuis dan tes',
	items: {
		title: 'Butir Soal',
		open: 'Lihat mutu butir',
		lead: (least: string) =>
			`Angka dihitung dari percobaan pertama setiap orang dan baru tampil setelah ${least} orang mengerjakan butirnya. Tidak ada nama atau jawaban perorangan.`,
		none: 'Pelatihan ini belum mempunyai butir untuk kuis atau tes',
		noneText: 'Tulis butir di kuis.md atau di folder bank/, lalu terbitkan edisinya.',
		tooFew: 'Angka belum dapat ditampilkan',
		tooFewText: (most: string, missing: string) =>
			`Butir yang paling sering dikerjakan baru dijawab ${most} orang. Kurang ${missing} orang lagi.`,
		sift: 'Saring butir',
		file: 'Berkas',
		allFiles: 'Semua berkas',
		show: 'Tampilkan',
		count: (items: string) => `${items} butir`,
		item: 'Butir dan letaknya',
		test: 'Kuis atau tes',
		people: 'Orang',
		difficulty: 'Tingkat kesukaran',
		discrimination: 'Daya beda',
		choices: 'Pilihan',
		hints: 'Petunjuk',
		withheld: '(sedikit)',
		pages: 'Halaman daftar butir',
		key: 'Kunci:',
		missing: (people: string) => `Kurang ${people} orang lagi.`,
		kinds: {
			single: 'pilihan ganda',
			multiple: 'pilihan ganda kompleks',
			'true-false': 'benar-salah',
			situational: 'situasi',
			numeric: 'angka',
			short: 'isian singkat',
			match: 'menjodohkan',
			order: 'mengurutkan',
			essay: 'uraian'
		},
		hint: {
			negative: 'Daya beda negatif: periksa kunci',
			outdone: 'Pilihan lain lebih sering dipilih daripada kunci: periksa kunci',
			low: 'Daya beda rendah: periksa apakah soalnya jelas',
			easy: 'Hampir semua benar: soal terlalu mudah',
			hard: 'Hampir semua salah: periksa kunci dan materinya',
			unchosen: 'Pengecoh tidak dipilih siapa pun'
		},
		meaning: 'Arti angka',
		meanings: [
			'Tingkat kesukaran adalah rata-rata perolehan pada butir, dari 0 (semua salah) sampai 1 (semua benar): makin tinggi makin mudah.',
			'Daya beda adalah korelasi butir dengan butir lain pada tes yang sama, dari −1 sampai 1. Butir yang baik lebih sering dijawab benar oleh orang yang nilainya tinggi; di bawah 0,2 perlu dilihat lagi, dan yang negatif sering berarti kuncinya salah.',
			'Bagian pilihan yang menyangkut kurang dari lima orang ditulis “(sedikit)” agar tidak menunjuk seseorang, bersama angka lain yang dapat membukanya. Angka diperbarui setiap sepuluh orang, setelah seluruh jawaban mereka dinilai.'
		]
	},
	survey: {
		title: 'Hasil survei',
		open: 'Lihat hasil',
		lead: (ratings: string, remarks: string) =>
			`Survei diisi tanpa nama. Supaya jawaban seseorang tidak dapat dikenali, angka bertambah setiap ${ratings} jawaban dan catatan setiap ${remarks} jawaban, paling cepat sehari setelah dikirim.`,
		none: 'Belum ada yang mengirim survei',
		noneText:
			'Peserta menemukan survei di akhir daftar materi, bila pelatihannya meminta survei. Hasilnya tampil di sini.',
		choose: 'Pilih edisi',
		edition: 'Edisi',
		option: (number: string, answers: string) => `${number} (${answers} jawaban)`,
		show: 'Tampilkan',
		tooFew: 'Hasil belum dapat ditampilkan',
		tooFewText: (answers: string, least: string) =>
			`Baru ${answers} orang mengirim survei edisi ini. Hasil tampil setelah ada ${least} jawaban yang dikirim sebelum hari ini.`,
		answers: (answers: string, told: string) =>
			answers === told
				? `${answers} orang mengirim survei edisi ini.`
				: `${answers} orang mengirim survei edisi ini; angka di bawah mencakup ${told} jawaban pertama.`,
		ratings: 'Penilaian setiap pernyataan',
		statement: 'Pernyataan',
		mean: 'Rata-rata',
		outOf: (mean: string) => `${mean} dari 5`,
		people: 'Jawaban',
		remarks: {
			helpful: 'Yang paling membantu',
			missing: 'Yang kurang atau perlu diperbaiki'
		},
		noRemarks: (least: string) =>
			`Belum ada catatan yang dapat ditampilkan. Catatan tampil setiap ${least} jawaban, tanpa urutan.`
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
		/** Of scores that fewer than five people share. */
		few: '(kurang dari lima orang)',
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
