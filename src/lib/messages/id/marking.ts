/** Words of those who mark essays, decide on further chances and run a course's tests. */
export const marking = {
	title: 'Penilaian',
	text: 'Nilai uraian dan proyek peserta menurut rubrik, tanpa melihat nama penulisnya.',
	lead: (count: number) =>
		count === 0
			? 'Tidak ada yang menunggu Anda.'
			: `${count} uraian atau proyek menunggu penilaian Anda.`,
	queue: 'Menunggu penilaian Anda',
	queueHint:
		'Yang paling lama menunggu di atas. Nama penulis tidak ditampilkan. Yang Anda ambil dipegang dua jam, supaya tidak dinilai dua orang sekaligus.',
	first: (count: number) => `Hanya ${count} yang paling lama menunggu ditampilkan.`,
	none: 'Tidak ada yang menunggu',
	noneText: 'Uraian muncul di sini begitu peserta mengirim tesnya, dan proyek begitu dikumpulkan.',
	noDuty: 'Anda belum ditunjuk sebagai penilai',
	noDutyText:
		'Mintalah penyelenggara pelatihan atau admin platform menunjuk Anda sebagai penilai pelatihannya.',
	/** Of an organiser who marks nothing. */
	noMarking:
		'Anda tidak ditunjuk sebagai penilai; uraian dan proyek dinilai oleh petugas pelatihannya.',
	appoint: 'Tunjuk penyelenggara dan penilai',
	appointText: 'Pilih pelatihan, lalu tunjuk siapa yang menyelenggarakan dan menilainya.',
	organised: 'Pelatihan yang Anda selenggarakan',
	chancesWaiting: (count: number) =>
		count === 0
			? 'Tidak ada permintaan kesempatan tambahan yang menunggu.'
			: `${count} permintaan kesempatan tambahan menunggu jawaban Anda.`,
	chancesOpen: 'Jawab permintaan',
	sentAt: 'Dikirim',
	task: 'Kuis, tes, atau proyek',
	readings: { first: 'Pertama', second: 'Kedua', third: 'Ketiga' },
	settled: 'Selesai dinilai',
	settledWithout: 'Sudah berlaku tanpa pembaca berikutnya',
	/** What nobody can read any further; `day` when the first of them is settled as it is. */
	unread: (further: number, unmarked: number, day: string | null): string[] => [
		...(further > 0
			? [
					`${further} uraian atau proyek menunggu pembaca berikutnya, tetapi tidak ada penilai yang belum membacanya. Tunjuk penilai lain; bila tidak, nilai yang ada berlaku, yang pertama mulai ${day}.`
				]
			: []),
		...(unmarked > 0
			? [
					`${unmarked} uraian atau proyek belum dibaca siapa pun, dan tidak ada penilai yang dapat membacanya. Tunjuk penilai: selama itu peserta menunggu.`
				]
			: [])
	],
	further: 'Sudah berlaku, masih boleh dibaca',
	furtherText:
		'Selama sepuluh hari kerja tidak ada pembaca berikutnya, sehingga nilai yang ada berlaku. Pembacaan Anda dapat menaikkan nilainya, tidak menurunkannya.',
	lacking: (readings: number) =>
		`Nilainya berlaku dari ${readings} pembacaan, karena pembaca berikutnya tidak tersedia.`,
	open: { essay: 'Nilai uraian', project: 'Nilai proyek' },
	project: (version: number) => (version === 1 ? 'Proyek' : `Proyek, versi ke-${version}`),
	heldByYou: (until: string) => `Anda pegang sampai ${until}`,
	heldByOther: (until: string) => `Sedang dibaca penilai lain sampai ${until}`,
	marked: 'Yang sudah Anda nilai',
	state: 'Keadaan',
	returned: 'Dikembalikan untuk diperbaiki',
	waitsOthers: (reading: string) => `Menunggu pembacaan ${reading.toLowerCase()}`,
	done: {
		'mark-saved': 'Penilaian tersimpan.',
		'work-given-up': 'Sudah dilepaskan dan dapat diambil penilai lain.',
		'work-settled':
			'Itu sudah selesai dinilai atau dikembalikan oleh penilai lain, sehingga penilaian Anda tidak diperlukan lagi.',
		'work-returned': 'Proyek dikembalikan untuk diperbaiki.'
	},
	work: {
		titles: { essay: 'Nilai uraian', project: 'Nilai proyek' },
		sent: (at: string) => `Dikirim ${at}`,
		hold: {
			take: 'Ambil untuk dinilai',
			taken: (until: string) => `Anda memegangnya sampai ${until}.`,
			takenText: 'Penilai lain melihatnya sedang dibaca dan tidak dapat menilainya.',
			giveUp: 'Lepaskan',
			free: 'Belum Anda ambil',
			freeText:
				'Ambil dulu, supaya selama dua jam tidak ada penilai lain yang menulis penilaian yang sama.',
			other: (until: string) => `Sedang dibaca penilai lain sampai ${until}.`,
			otherText:
				'Sampai waktu itu, atau sampai dilepaskan, ini tidak dapat dinilai. Pilih yang lain di antrean.'
		},
		questions: { essay: 'Soal', project: 'Tugas' },
		texts: { essay: 'Jawaban peserta', project: 'Yang dikumpulkan' },
		noText: 'Tanpa teks.',
		wanted: 'Yang diminta diperbaiki pada versi sebelumnya',
		textGone: 'Teks jawaban ini sudah dihapus atas permintaan penulisnya.',
		rubric: 'Rubrik',
		rubricHint: 'Pilih satu jenjang untuk setiap kriteria.',
		weight: (percent: string) => `bobot ${percent}%`,
		worth: (points: string) => `${points} poin`,
		comment: 'Komentar bagi peserta (boleh kosong)',
		commentHint:
			'Sebutkan yang sudah baik dan satu perbaikan. Peserta membacanya bersama hasilnya; nama Anda tidak ditampilkan.',
		send: 'Simpan penilaian',
		rules:
			'Satu penilaian cukup, kecuali nilainya di bawah Nilai Batas Lulus: pekerjaan itu dibaca penilai kedua. Bila keduanya berselisih lebih dari 20 poin, penilai ketiga menentukan; bila tidak, rata-ratanya yang berlaku. Bila selama sepuluh hari kerja tidak ada pembaca berikutnya, nilai yang ada berlaku.',
		yours: (score: string, at: string) => `Penilaian Anda: ${score}, ${at}`,
		earlier: 'Penilaian Anda sebelumnya',
		because: (reason: string) => `Alasan perubahan: ${reason}`,
		change: 'Ubah penilaian',
		changeText:
			'Perubahan tercatat sebagai penilaian baru beserta alasannya; penilaian lama tetap tersimpan. Kelulusan yang sudah diberikan tidak dicabut.',
		further: {
			text: 'Pembacaan tambahan masih dapat diberikan dengan alasan. Nilainya hanya dapat naik, dan kelulusan yang sudah diberikan tidak dicabut.',
			reason: 'Alasan pembacaan tambahan'
		},
		reason: 'Alasan perubahan',
		reasonHint: 'Hanya terlihat oleh Anda dan pemeriksa.',
		/** Of projects alone. */
		back: {
			title: 'Kembalikan untuk diperbaiki',
			text: 'Peserta mendapat pesan ini tanpa nama Anda dan dapat mengumpulkan versi baru. Versi ini tidak dinilai lagi.',
			words: 'Apa yang perlu diperbaiki',
			hint: 'Sebutkan kriteria mana dan langkah apa.',
			send: 'Kembalikan untuk Perbaikan',
			done: 'Proyek ini sudah dikembalikan untuk diperbaiki.'
		}
	},
	people: {
		title: 'Petugas dan waktu tes',
		lead: 'Pilih pelatihan untuk mengatur penilai, penyelenggara, dan tambahan waktu tesnya.',
		none: 'Belum ada pelatihan',
		noneText:
			'Admin platform menunjuk penyelenggara setiap pelatihan. Mintalah penunjukan bila pelatihan ini tugas Anda.',
		holders: 'Petugas saat ini',
		holdersNone: 'Belum ada yang ditunjuk.',
		tooFew: (count: number) => (count === 0 ? 'Belum ada penilai.' : `Baru ada ${count} penilai.`),
		tooFewText:
			'Uraian dan proyek yang belum mencapai Nilai Batas Lulus perlu dua penilai, dan tiga bila keduanya berselisih.',
		duties: { organiser: 'Penyelenggara', marker: 'Penilai' },
		since: (day: string) => `sejak ${day}`,
		rests: 'Tidak aktif: perannya sudah berakhir.',
		end: 'Akhiri',
		endFor: (name: string) => `Akhiri tugas ${name}`,
		give: 'Tunjuk petugas',
		email: 'Email dinas',
		emailHint: 'Tuliskan lengkap. Orangnya harus berperan kontributor atau penyelenggara.',
		duty: 'Tugas',
		giveButton: 'Tunjuk',
		time: {
			title: 'Tambahan waktu tes',
			text: 'Berlaku pada semua tes berbatas waktu di pelatihan ini, juga pada percobaan yang sedang berjalan. Yang dicatat hanya golongan alasannya.',
			none: 'Belum ada yang mendapat tambahan waktu.',
			held: (factor: string, reason: string) => `${factor} kali waktu biasa · ${reason}`,
			email: 'Email dinas peserta',
			emailHint: 'Tuliskan lengkap. Orangnya harus sudah mengikuti pelatihan ini.',
			factor: 'Waktu',
			factors: (factor: string) => `${factor} kali waktu biasa`,
			reason: 'Alasan',
			choose: 'Pilih alasan',
			reasons: {
				disability: 'Disabilitas',
				health: 'Kesehatan',
				equipment: 'Sarana atau jaringan',
				other: 'Lainnya'
			},
			give: 'Tambah waktu',
			end: 'Akhiri',
			endFor: (name: string) => `Akhiri tambahan waktu ${name}`
		},
		done: {
			'duty-given': 'Petugas ditunjuk.',
			'duty-ended': 'Tugas diakhiri.',
			'time-extended': 'Waktu tes ditambah.',
			'time-ended': 'Tambahan waktu diakhiri.'
		}
	},
	chances: {
		title: 'Kesempatan tambahan',
		lead: 'Peserta yang semua percobaannya terpakai meminta satu percobaan lagi. Namanya tidak ditampilkan; putuskan menurut alasannya.',
		none: 'Tidak ada permintaan yang menunggu',
		noneText: 'Permintaan yang tidak dijawab dalam lima hari kerja dikabulkan dengan sendirinya.',
		noDuty: 'Anda belum ditunjuk sebagai penyelenggara',
		noDutyText: 'Admin platform menunjuk penyelenggara setiap pelatihan.',
		asked: (at: string, attempts: number, number: number) =>
			`Diajukan ${at} · ${attempts} percobaan terpakai · permintaan ke-${number}`,
		reason: 'Alasan peserta',
		reasonGone: 'Alasannya sudah dihapus atas permintaan penulisnya.',
		silence: (at: string) => `Bila tidak dijawab, dikabulkan pada ${at}.`,
		answer: 'Pesan bagi peserta',
		answerHint: 'Wajib bila ditolak: sebutkan apa yang perlu dilakukan peserta.',
		answerFor: (test: string) => `Jawab permintaan ${test}`,
		grant: 'Kabulkan',
		refuse: 'Tolak',
		done: 'Permintaan dijawab.'
	}
};
