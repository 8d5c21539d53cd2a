type Params = Readonly<Record<string, string | number>>;

/** The parts of a question, scenario or block, as a form names them. */
const parts: Record<string, string> = {
	attributes: 'Keterangan di baris pembuka',
	prompt: 'Pertanyaan',
	options: 'Pilihan',
	value: 'Kunci angka',
	accepted: 'Jawaban yang diterima',
	pairs: 'Pasangan',
	steps: 'Langkah',
	rubric: 'Rubrik',
	rationale: 'Pembahasan',
	text: 'Kasus',
	questions: 'Soal dalam kasus',
	body: 'Isi blok'
};

/** Why a change to a course's text is not made, and how to go on. */
export const authoringRefusals: Record<string, (params: Params) => string> = {
	'block-unknown': () =>
		'Bagian ini tidak ada lagi dalam berkas. Muat ulang halaman, lalu ulangi perubahan.',
	'block-empty': () => 'Isinya kosong. Tulis sesuatu, atau hapus bagian ini.',
	'block-not-separate': () =>
		'Perubahan ini akan mengubah bagian lain. Periksa apakah ada blok (:::) atau kode (```) yang belum ditutup.',
	'directive-unwritable': (p) =>
		`${parts[String(p.part)] ?? 'Blok ini'} tidak dapat ditulis seperti itu. Periksa apakah ada blok (:::) atau kode (\`\`\`) yang belum ditutup.`,
	'directive-unreadable': () => 'Teks ini bukan satu blok yang utuh. Suntinglah sebagai teks.',
	'question-unwritable': (p) =>
		`${parts[String(p.part)] ?? 'Soal ini'} tidak dapat ditulis seperti itu. Sederhanakan isinya: mulai dengan kalimat, bukan tabel, kutipan, atau kode.`,
	'question-unreadable': () =>
		'Soal ini memuat hal yang tidak dapat ditampilkan dalam formulir. Suntinglah sebagai teks.',
	'field-unwritable': (p) =>
		`Kolom "${p.field}" tidak dapat ditulis tanpa mengubah kolom lain. Suntinglah keterangan berkas sebagai teks.`,
	'fields-unwritable': () => 'Keterangan berkas belum lengkap atau tidak dapat ditulis.',
	'term-unwritable': () =>
		'Istilah dan penjelasannya masing-masing satu baris, dan istilah tidak boleh diawali tanda baca.',
	'term-unknown': () => 'Istilah ini tidak ada lagi dalam glosarium. Muat ulang halaman.'
};
