import * as v from 'valibot';

// YAML is read with every scalar as text (so that 2026.10 stays 2026.10 and "no" stays a word);
// these schemas say what each text must look like. The description of each field is its documentation.

const words = (description: string, most = 400) =>
	v.pipe(
		v.string(),
		v.trim(),
		v.nonEmpty('tidak boleh kosong'),
		v.maxLength(most, `paling panjang ${most} karakter`),
		v.description(description)
	);

const number = (description: string, least: number, most: number) =>
	v.pipe(
		v.string(),
		v.regex(/^\d{1,6}(?:\.\d{1,3})?$/, 'harus berupa angka'),
		v.transform(Number),
		v.minValue(least, `paling kecil ${least}`),
		v.maxValue(most, `paling besar ${most}`),
		v.description(description)
	);

const whole = (description: string, least: number, most: number) =>
	v.pipe(
		number(description, least, most),
		v.integer('harus bilangan bulat'),
		v.description(description)
	);

const id = (description: string) =>
	v.pipe(
		v.string(),
		v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'hanya huruf kecil, angka, dan tanda hubung'),
		v.maxLength(80, 'paling panjang 80 karakter'),
		v.description(description)
	);

const list = <const Item extends v.GenericSchema>(item: Item, description: string) =>
	v.pipe(v.array(item), v.maxLength(200, 'paling banyak 200 butir'), v.description(description));

const day = (description: string) =>
	v.pipe(v.string(), v.isoDate('tulis tanggal sebagai TTTT-BB-HH'), v.description(description));

const level = v.pipe(
	v.picklist(['C1', 'C2', 'C3', 'C4', 'C5', 'C6'], 'harus salah satu dari C1 sampai C6'),
	v.description('Jenjang kognitif menurut taksonomi Bloom: C1 mengingat … C6 mencipta.')
);

const competencies = v.optional(
	list(
		v.strictObject({
			id: id('Id kompetensi dari competencies.yaml.'),
			level: whole('Tingkat yang didukung, salah satu dari tangga kompetensinya.', 1, 9)
		}),
		'Kompetensi yang didukung; lulus adalah bukti pendukung, bukan penetapan tingkat.'
	),
	[]
);

/** Ids that stood in an earlier edition and are carried on here: progress made under them counts for what replaces them. */
const replaces = (what: string) =>
	v.optional(
		list(
			id(`Pengenal ${what} yang digantikan.`),
			`Pengenal ${what} edisi terdahulu yang digantikan; kemajuan peserta ikut pindah.`
		),
		[]
	);

const retired = v.optional(
	list(
		v.strictObject({
			id: id('Pengenal modul, materi, tujuan, atau soal yang dihentikan.'),
			reason: words('Mengapa dihentikan, dalam kalimat untuk peserta.', 400)
		}),
		'Yang pernah terbit dan kini dihentikan tanpa pengganti.'
	),
	[]
);

/** Front matter of `course.md`. */
export const courseFields = v.strictObject({
	title: words('Judul pelatihan, tanpa nomor.', 160),
	code: v.pipe(
		v.string(),
		v.regex(/^[A-Z0-9]+(?:-[A-Z0-9]+)*$/, 'hanya huruf besar, angka, dan tanda hubung'),
		v.description('Kode pelatihan, misalnya SPBE-101.')
	),
	edition: v.pipe(
		v.string(),
		v.regex(/^20\d\d\.[1-9]\d{0,2}$/, 'tulis sebagai tahun.nomor, misalnya 2026.1'),
		v.description(
			'Nomor edisi: tahun dan urutan, misalnya 2026.1. Isi yang berubah harus memakai nomor baru.'
		)
	),
	notes: words('Catatan edisi: apa yang baru pada edisi ini, dalam kalimat untuk peserta.', 4000),
	owner: v.optional(words('Instansi atau universitas pemilik.', 160)),
	summary: words('Satu atau dua kalimat untuk katalog.', 600),
	audience: words('Untuk siapa pelatihan ini.', 600),
	language: v.pipe(
		v.string(),
		v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?$/, 'harus kode bahasa, misalnya id'),
		v.description('Bahasa isi (BCP 47).')
	),
	jp: number('Jam pelajaran seluruh pelatihan; 1 JP = 45 menit.', 0.5, 400),
	topics: v.optional(
		list(
			words('Nama topik, misalnya Pelindungan data; sama persis dengan pelatihan lain.', 60),
			'Topik pelatihan, untuk menyaring katalog dan hasil pencarian.'
		),
		[]
	),
	providers: list(words('Nama penyelenggara.', 160), 'Penyelenggara.'),
	authors: v.optional(list(words('Nama penulis.', 160), 'Penulis.'), []),
	reviewers: v.optional(list(words('Nama penelaah.', 160), 'Penelaah.'), []),
	licence: words('Lisensi isi, misalnya CC-BY-SA-4.0.', 80),
	competencies,
	prerequisites: v.optional(
		list(id('Id pelatihan.'), 'Pelatihan yang sebaiknya selesai lebih dahulu.'),
		[]
	),
	pass: v.optional(
		v.pipe(
			v.strictObject({
				quiz: v.optional(number('Nilai lulus kuis modul, 0–100.', 0, 100)),
				posttest: v.optional(number('Nilai lulus Tes Akhir, 0–100.', 0, 100)),
				assignment: v.optional(number('Nilai lulus tugas, 0–100.', 0, 100))
			}),
			v.description('Batas lulus. Yang tidak dinyatakan tidak diminta.')
		)
	),
	attempts: v.optional(whole('Banyaknya percobaan tes.', 1, 20)),
	waitHours: v.optional(whole('Jam tunggu antarpercobaan.', 0, 720)),
	survey: v.optional(
		v.pipe(
			v.picklist(['wajib', 'sukarela'], 'harus wajib atau sukarela'),
			v.description(
				'Survei evaluasi di akhir pelatihan: wajib (syarat selesai) atau sukarela. Bila kosong, tidak ada survei.'
			)
		)
	),
	validity: v.optional(
		v.pipe(
			v.string(),
			v.regex(/^(?:none|[1-9]\d{0,2})$/, 'tulis jumlah bulan atau none'),
			v.transform((text) => (text === 'none' ? null : Number(text))),
			v.description('Masa berlaku sertifikat dalam bulan, atau none.')
		)
	),
	diklatKind: v.optional(whole('Jenis diklat SIASN, 1–10.', 1, 10)),
	retired
});

/** Front matter of `module.md`. */
export const moduleFields = v.strictObject({
	title: words('Judul modul, tanpa nomor.', 160),
	id: v.optional(id('Pengenal modul; bila kosong dipakai nama folder tanpa nomor.')),
	replaces: replaces('modul'),
	jp: number('Jam pelajaran modul; 1 JP = 45 menit.', 0.1, 400),
	objectives: v.pipe(
		list(
			v.strictObject({
				id: id('Pengenal tujuan, misalnya a1-1.'),
				replaces: replaces('tujuan'),
				text: words('Apa yang mampu dilakukan peserta, diawali kata kerja.', 400),
				level
			}),
			'Tujuan belajar modul.'
		),
		v.minLength(1, 'isi paling sedikit satu tujuan')
	),
	competencies
});

/** Front matter of a lesson. */
export const lessonFields = v.strictObject({
	title: words('Judul materi, tanpa nomor.', 160),
	id: v.optional(id('Pengenal materi; bila kosong dipakai nama berkas tanpa nomor.')),
	replaces: replaces('materi'),
	objectives: v.pipe(
		list(id('Id tujuan dari module.md.'), 'Tujuan yang dilayani materi ini.'),
		v.minLength(1, 'sebut paling sedikit satu tujuan')
	),
	minutes: v.optional(
		whole('Menit seluruhnya, termasuk aktivitas; bila kosong dihitung dari jumlah kata.', 1, 600)
	),
	legal: v.optional(list(id('Id peraturan dari regulations.yaml.'), 'Dasar hukum materi.'), [])
});

const minutes = (description: string) => whole(description, 1, 600);

/** Front matter of `kuis.md`, `tes-awal.md` and `tes-akhir.md`. */
export const testFields = v.strictObject({
	title: words('Judul kuis atau tes, misalnya "Tes Akhir".', 160),
	minutes: minutes('Menit mengerjakan seluruhnya.'),
	timeLimit: v.optional(
		minutes(
			'Batas waktu satu percobaan, dalam menit; tanpa ini tidak ada batas. Tulislah hanya bila kecepatan memang diuji, dan jangan kurang dari menit mengerjakannya. Waktu berhenti saat koneksi terputus, paling lama sepanjang batas itu seluruhnya, dan penyelenggara dapat menambahnya bagi yang memerlukan.'
		)
	),
	items: v.optional(
		list(
			v.strictObject({
				objective: id('Id tujuan dari module.md yang diuji.'),
				level: v.optional(level),
				count: whole('Banyaknya butir yang diambil dari bank soal.', 1, 50)
			}),
			'Kisi-kisi: berapa butir diambil dari bank untuk tiap tujuan dan jenjang. Butir yang ditulis langsung di berkas ini selalu ikut.'
		),
		[]
	)
});

/** Front matter of `proyek.md`. */
export const projectFields = v.strictObject({
	title: words('Judul tugas tim.', 160),
	minutes: minutes('Menit mengerjakan seluruhnya, termasuk kerja tim.'),
	jp: number('Jam pelajaran tugas; ditambahkan pada JP modul.', 0.1, 100),
	objectives: v.optional(list(id('Id tujuan dari module.md.'), 'Tujuan yang dinilai.'), []),
	teamSize: v.optional(whole('Banyaknya anggota satu tim.', 1, 50))
});

/** Front matter of a file in `bank/`, which may be left out. */
export const bankFields = v.strictObject({
	title: v.optional(words('Judul kumpulan soal, untuk penulis.', 160)),
	pool: v.optional(
		v.pipe(
			v.picklist(['latihan', 'kuis', 'ujian'], 'harus latihan, kuis, atau ujian'),
			v.description('Kumpulan untuk semua soal di berkas ini yang tidak menyebut pool sendiri.')
		)
	)
});

/** One instrument in `regulations.yaml`. */
export const regulationFields = v.strictObject({
	id: id('Jenis-nomor-tahun, misalnya uu-20-2023.'),
	kind: id('Jenis, sama dengan bagian pertama id.'),
	number: words('Nomor.', 40),
	year: whole('Tahun penetapan.', 1945, 2100),
	title: words('Judul resmi.', 600),
	short: words('Sebutan pendek.', 60),
	status: v.pipe(
		v.picklist(
			['berlaku', 'diubah', 'dicabut', 'belum-berlaku'],
			'harus berlaku, diubah, dicabut, atau belum-berlaku'
		),
		v.description('Status saat terakhir diperiksa.')
	),
	inForceFrom: v.optional(day('Mulai berlaku; kosong bila belum diketahui.')),
	inForceUntil: v.optional(day('Berakhir; kosong bila masih berlaku atau belum diketahui.')),
	revokedBy: v.optional(id('Peraturan yang mencabut.')),
	amendedBy: v.optional(list(id('Peraturan yang mengubah.'), 'Peraturan yang mengubah.'), []),
	source: words('Alamat tempat naskah dibaca, atau keterangan sumber.', 600),
	lastChecked: day('Terakhir diperiksa.'),
	note: v.optional(
		words('Hal yang belum diperiksa, atau yang perlu diketahui saat mengutip.', 1000)
	)
});

/** One competency in `competencies.yaml`. */
export const competencyFields = v.strictObject({
	id: id('Pengenal, dipakai pada competencies di course.md dan module.md.'),
	name: words('Nama kompetensi.', 160),
	kind: v.pipe(
		v.picklist(
			['manajerial', 'sosial-kultural', 'teknis-kerja'],
			'harus manajerial, sosial-kultural, atau teknis-kerja'
		),
		v.description('Jenis menurut PermenPANRB 38/2017; teknis-kerja memakai nama kerja.')
	),
	order: whole('Urutan tampil; 1–9 mengikuti urutan PermenPANRB 38/2017.', 1, 999),
	regulation: v.optional(id('Peraturan yang menjadi sumber namanya; kosong untuk teknis-kerja.')),
	description: v.optional(words('Arti singkat.', 1000)),
	levels: v.pipe(
		v.record(
			v.pipe(v.string(), v.regex(/^[1-9]$/, 'harus angka 1–9')),
			words('Perilaku yang menandai tingkat ini.', 600)
		),
		v.check((levels) => Object.keys(levels).length > 0, 'isi paling sedikit satu tingkat'),
		v.description('Tangga tingkat: nomor tingkat dan perilaku yang menandainya.')
	)
});

export type CourseFields = v.InferOutput<typeof courseFields>;
export type ModuleFields = v.InferOutput<typeof moduleFields>;
export type LessonFields = v.InferOutput<typeof lessonFields>;
export type TestFields = v.InferOutput<typeof testFields>;
export type ProjectFields = v.InferOutput<typeof projectFields>;
export type BankFields = v.InferOutput<typeof bankFields>;
export type Regulation = v.InferOutput<typeof regulationFields>;
export type Competency = v.InferOutput<typeof competencyFields>;
