/** Words of the author's preview (`npm run courses -- preview`). */
export const preview = {
	title: 'Pratinjau',
	coursesTitle: 'Pelatihan di folder ini',
	coursesText: 'Pilih pelatihan yang ingin dilihat. Halaman mengikuti berkas yang disimpan.',
	glossary: 'Glosarium',
	glossaryEmpty: 'Belum ada istilah',
	glossaryEmptyText: 'Tulis istilah dan penjelasannya di glossary.md.',
	begin: 'Buka materi pertama',
	unreadable: (file: string) => `${file} belum dapat ditampilkan`,
	unreadableText: 'Perbaiki yang disebut di bawah ini, lalu simpan. Halaman ini akan menyusul.',
	panel: {
		title: 'Pemeriksaan',
		reload: 'Muat ulang',
		lost: 'Pratinjau tidak menjawab. Jalankan lagi perintahnya; halaman ini akan menyambung sendiri.',
		none: 'Tidak ada masalah',
		noneHere: 'Tidak ada masalah di berkas ini.',
		here: 'Berkas ini',
		others: 'Berkas lain',
		all: 'Semua berkas',
		filter: 'Tampilkan',
		severities: { error: 'Kesalahan', assessment: 'Masalah soal', warning: 'Peringatan' },
		counts: {
			error: (count: number) => `${count} kesalahan`,
			assessment: (count: number) => `${count} masalah soal`,
			warning: (count: number) => `${count} peringatan`
		}
	},
	totals: {
		title: 'Ukuran',
		lesson: 'Materi ini',
		course: 'Seluruh pelatihan',
		words: 'Kata',
		minutes: 'Menit',
		minutesValue: (minutes: string, least: string, most: string) =>
			`${minutes} (semestinya ${least}–${most})`,
		jp: 'JP',
		jpValue: (parts: string, course: string) =>
			`${parts} dari modul dan proyek, ${course} menurut course.md`,
		moduleValue: (jp: string, minutes: string, most: string) =>
			`${jp} JP, ${minutes} dari ${most} menit`,
		text: 'Teks halaman',
		withImages: 'Dengan gambar',
		weight: (size: string, most: string) => `${size} dari paling banyak ${most}`,
		over: 'di luar batas'
	},
	keys: {
		title: 'Kunci Jawaban',
		hint: 'Hanya tampil di pratinjau; peserta tidak pernah menerimanya.',
		facts: (objective: string, level: string) => `Tujuan ${objective}, jenjang ${level}`,
		forget: 'Kosongkan jawaban percobaan'
	}
};
