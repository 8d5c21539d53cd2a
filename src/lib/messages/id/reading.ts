/** Words of what surrounds reading: glossary, table of contents, notes and bookmarks, sizes, printing. */
export const reading = {
	/** What opening it costs, e.g. `± 34 KB, termasuk gambar`. */
	weight: (size: string, pictures: number) =>
		pictures > 0 ? `± ${size}, termasuk gambar` : `± ${size}`,
	/** The same where there is little room. */
	weightShort: (size: string) => `± ${size}`,
	weightHint: 'Ukuran unduhan (±) sudah termasuk gambar.',
	toc: {
		title: 'Isi materi ini',
		count: (sections: number) => `${sections} bagian`
	},
	terms: {
		hint: 'Ketuk istilah bergaris titik-titik di dalam teks untuk membaca artinya.',
		toGlossary: 'Glosarium pelatihan',
		open: 'Lihat di glosarium',
		close: 'Tutup'
	},
	glossary: {
		title: 'Glosarium',
		titleOf: (course: string) => `Glosarium ${course}`,
		description: (course: string) => `Istilah yang dipakai dalam pelatihan ${course} dan artinya.`,
		count: (terms: number) => `${terms} istilah`,
		search: 'Cari istilah',
		submit: 'Cari',
		letters: 'Langsung ke huruf',
		usedIn: 'Dipakai di:',
		found: (found: number, all: number, query: string) =>
			`${found} dari ${all} istilah memuat “${query}”.`,
		all: 'Tampilkan semua istilah',
		nothing: (query: string) => `Tidak ada istilah yang memuat “${query}”`,
		nothingText: 'Periksa ejaannya, atau cari dengan kata lain.',
		empty: 'Pelatihan ini tidak memuat glosarium',
		emptyText: 'Arti istilah dijelaskan langsung di dalam materinya.',
		toCourse: 'Kembali ke pelatihan'
	},
	bookmark: {
		mark: 'Tandai',
		/** For those who cannot see which heading the button stands beside. */
		section: (title: string) => `bagian ${title}`,
		lesson: 'materi ini'
	},
	notes: {
		title: 'Catatan Saya',
		titleIn: (lesson: string) => `Catatan untuk ${lesson}`,
		private: 'Hanya Anda yang dapat membaca catatan dan tanda Anda.',
		inLesson: 'Catatan Anda',
		open: (count: number) => (count > 0 ? `Catatan (${count})` : 'Catatan'),
		read: (count: number) => `Baca ${count} catatan Anda di materi ini`,
		write: 'Tulis catatan',
		text: 'Isi catatan',
		textHint: (most: string) => `Paling banyak ${most} karakter.`,
		section: 'Bagian',
		wholeLesson: 'Seluruh materi',
		formerSection: (title: string) => `${title} (bagian edisi lama)`,
		save: 'Simpan catatan',
		noteOn: (about: string) => `catatan tentang ${about}`,
		change: 'Ubah',
		saveChange: 'Simpan perubahan',
		delete: 'Hapus',
		deleteSure: 'Catatan yang dihapus tidak dapat dikembalikan.',
		deleteYes: 'Ya, hapus catatan ini',
		writtenAt: (moment: string) => `Ditulis ${moment}`,
		changedAt: (moment: string) => `diubah ${moment}`,
		about: (section: string) => `Tentang bagian: ${section}`,
		sectionGone: 'Bagian ini tidak ada lagi pada edisi yang Anda ikuti.',
		lessonGone: 'Materi ini tidak ada lagi pada edisi yang Anda ikuti.',
		conflict: 'Catatan ini sudah diubah di halaman atau perangkat lain.',
		conflictText:
			'Tidak ada yang hilang: di bawah ini versi yang tersimpan, dan isian Anda tetap ada di formulir. Gabungkan seperlunya, lalu simpan.',
		storedVersion: (moment: string) => `Versi yang tersimpan (${moment})`,
		yours: 'Isian Anda',
		gone: 'Catatan ini sudah dihapus di halaman lain. Isian Anda tetap ada di bawah; simpan sebagai catatan baru bila masih diperlukan.',
		signedOut: 'Catatan belum tersimpan karena Anda sudah keluar',
		signedOutText:
			'Isian Anda tetap ada di bawah. Masuk dahulu lewat tautan ini, yang terbuka di tab baru, lalu kembali ke sini dan simpan lagi.',
		signIn: 'Masuk di tab baru',
		done: {
			'note-added': 'Catatan tersimpan.',
			'note-changed': 'Perubahan tersimpan.',
			'note-deleted': 'Catatan dihapus.'
		},
		pages: 'Halaman catatan',
		bookmarks: 'Yang Anda tandai',
		notesTitle: 'Catatan',
		wholeLessonMarked: 'Seluruh materi ini',
		unmark: 'Hapus tanda',
		noneHere: 'Belum ada catatan di materi ini',
		noneHereText: 'Tulis yang pertama di bawah ini.',
		toLesson: 'Kembali ke materi',
		toAll: 'Semua catatan saya',
		empty: 'Belum ada catatan atau tanda',
		emptyText:
			'Saat membaca materi, tekan “Tandai” di samping judul atau tulis catatan di akhir materi. Semuanya terkumpul di sini.',
		search: 'Cari dalam catatan',
		submit: 'Cari',
		found: (found: number, all: number, query: string) =>
			`${found} dari ${all} catatan dan tanda memuat “${query}”.`,
		nothing: (query: string) => `Tidak ada yang memuat “${query}”`,
		nothingText: 'Cari dengan kata lain, atau tampilkan semuanya.',
		all: 'Tampilkan semua',
		export: 'Unduh catatan',
		exportMarkdown: 'Markdown (.md)',
		exportText: 'Teks biasa (.txt)',
		manage: 'Tulis atau ubah',
		exportedOn: (moment: string) => `Diunduh ${moment}`
	},
	module: {
		print: 'Cetak modul',
		button: 'Cetak halaman ini',
		hint: 'Halaman ini disusun untuk dicetak. Pakai menu Cetak pada peramban Anda (Ctrl+P).',
		edition: (edition: string) => `Edisi ${edition}`,
		printedOn: (day: string) => `Dicetak ${day}`,
		lesson: (number: number) => `Materi ${number}`,
		answer: 'Jawaban Anda',
		contents: 'Isi modul',
		terms: 'Glosarium',
		regulations: 'Peraturan yang dikutip',
		regulationsOn: (day: string) => `Status menurut catatan Widyapraja pada ${day}.`,
		licence: (licence: string) => `Lisensi isi: ${licence}`,
		toOutline: 'Kembali ke daftar materi'
	}
};
