import { formatNumber } from '../../../format/numbers.ts';
import { minutesIn, mostMinutes } from '../../markdown/directive-minutes.ts';
import { parseMarkdown } from '../../markdown/parse.ts';
import type { Course, GlossaryTerm, Page } from '../course.ts';
import { stillPresent } from '../identities.ts';
import { renderCourse } from '../lesson-page.ts';
import { minutesOf, minutesOfModule } from '../outline.ts';
import { advice, error, type Hit, type Rule, type Subject } from './rule.ts';

/** Most bytes of HTML in one lesson (look.md: 60 KB of text). */
export const pageBudget = 60_000;
/** One JP, in minutes. */
export const minutesPerJp = 45;

function duplicates(entries: { id: string; what: string; hit: Omit<Hit, 'message'> }[]): Hit[] {
	const first = new Map<string, Omit<Hit, 'message'>>();
	return entries.flatMap(({ id, what, hit }) => {
		const earlier = first.get(id);
		if (!earlier) first.set(id, hit);
		return earlier
			? [
					{
						...hit,
						message: `Pengenal ${what} "${id}" sudah dipakai di ${earlier.file}:${earlier.line}. Pakai pengenal lain.`
					}
				]
			: [];
	});
}

function duplicateIds({ course, lessons: all }: Subject): Hit[] {
	const top = (page: Page<unknown>) => ({ file: page.file, ...page.frontMatter.placeOf(['id']) });
	const modules = course.modules.map((module) => ({
		id: module.id,
		what: 'modul',
		hit: top(module)
	}));
	const lessons = all.map((lesson) => ({
		id: lesson.id,
		what: 'materi',
		hit: top(lesson)
	}));
	const objectives = course.modules.flatMap((module) =>
		module.fields.objectives.map(({ id }, at) => ({
			id,
			what: 'tujuan',
			hit: { file: module.file, ...module.frontMatter.placeOf(['objectives', at, 'id']) }
		}))
	);
	const questions = [...course.questions, ...course.scenarios].map(
		({ id, file, line, column }) => ({
			id,
			what: 'soal',
			hit: { file, line, column }
		})
	);
	const terms = course.glossary.map(({ id, line, column }) => ({
		id,
		what: 'istilah',
		hit: { file: 'glossary.md', line, column }
	}));
	return [modules, lessons, objectives, questions, terms].flatMap(duplicates);
}

/** Words that stand beside lessons in an address: a lesson of such a name could not be opened. */
const reservedWords = ['glosarium', 'kuis', 'tes', 'modul', 'catatan', 'cetak', 'proyek', 'tempat'];

function reservedIds({ lessons }: Subject): Hit[] {
	return lessons
		.filter(({ id }) => reservedWords.includes(id))
		.map(({ id, file, frontMatter }) => ({
			file,
			...frontMatter.placeOf(['id']),
			message: `Pengenal materi "${id}" dipakai oleh alamat aplikasi. Pakai pengenal lain, misalnya "${id}-1".`
		}));
}

function headingOrder({ pages }: Subject): Hit[] {
	return pages.flatMap(({ file, document }) => {
		let above = 1;
		return document.headings.flatMap(({ level, line, column }) => {
			const wrong =
				level === 1
					? 'Judul halaman sudah menjadi tingkat 1; mulailah dengan "##".'
					: level > above + 1
						? `Judul meloncat dari tingkat ${above} ke ${level}; pakai "${'#'.repeat(above + 1)}".`
						: null;
			above = Math.max(2, level);
			return wrong ? [{ file, line, column, message: wrong }] : [];
		});
	});
}

function emptyLessons({ lessons }: Subject): Hit[] {
	return lessons.flatMap(({ file, words, questions, bodyLine }) =>
		words === 0 && questions.length === 0
			? [
					{
						file,
						line: bodyLine,
						column: 1,
						message: 'Materi ini kosong. Tulis isinya atau hapus berkasnya.'
					}
				]
			: []
	);
}

function emptyModules({ course }: Subject): Hit[] {
	const modules = course.modules.flatMap(({ file, lessons }) =>
		lessons.length === 0
			? [
					{
						file,
						line: 1,
						column: 1,
						message: 'Modul ini belum punya materi. Tambahkan berkas materi di foldernya.'
					}
				]
			: []
	);
	if (course.modules.length > 0) return modules;
	return [
		{
			file: course.file,
			line: 1,
			column: 1,
			message: 'Pelatihan ini belum punya modul. Buat folder "01-nama-modul" berisi module.md.'
		}
	];
}

/** An activity states its minutes; what else states some states a number. */
function directiveMinutes({ pages }: Subject): Hit[] {
	return pages.flatMap(({ file, document }) =>
		document.directives.flatMap(({ name, values, line, column }): Hit[] => {
			const stated = values['minutes'];
			if (minutesIn(values) !== null || (stated === undefined && name !== 'activity')) return [];
			const fault =
				stated === undefined
					? 'belum punya menit'
					: `menyebut menit "${stated.slice(0, 20)}", bukan bilangan bulat 1–${mostMinutes}`;
			const message = `Blok ":::${name}" ${fault}. Tulis misalnya {minutes=10}.`;
			return [{ file, line, column, message }];
		})
	);
}

const withinFifth = (minutes: number, jp: number) => {
	const share = Math.round((minutes / (jp * minutesPerJp)) * 100);
	return share >= 80 && share <= 120 ? null : share;
};

const said = (number: number) => formatNumber(number, 'id', 2);

const shareOf = (share: number, jp: number) =>
	`${share} % dari ${said(jp)} JP (${said(jp * minutesPerJp)} menit)`;

function jpSum({ course }: Subject): Hit[] {
	const modules = course.modules.flatMap(({ id, file, fields, lessons, frontMatter }): Hit[] => {
		if (lessons.length === 0) return [];
		const minutes = minutesOfModule(course, id, lessons);
		const share = withinFifth(minutes, fields.jp);
		if (share === null) return [];
		const message = `Menit materi dan kuis berjumlah ${minutes}, yaitu ${shareOf(share, fields.jp)}. Sesuaikan menit atau JP agar berada pada 80–120 %.`;
		return [{ file, ...frontMatter.placeOf(['jp']), message }];
	});
	return course.modules.length === 0 ? [] : [...modules, ...jpOfCourse(course)];
}

function jpOfCourse(course: Course): Hit[] {
	const { jp } = course.fields;
	const place = { file: course.file, ...course.frontMatter.placeOf(['jp']) };
	const parts = [...course.modules, ...(course.project ? [course.project] : [])];
	const total = parts.reduce((sum, { fields }) => sum + fields.jp, 0);
	if (Math.abs(total - jp) > 1e-9) {
		const message = `JP modul dan tugas berjumlah ${said(total)}, sedangkan JP pelatihan ${said(jp)}. Samakan jumlahnya.`;
		return [{ ...place, message }];
	}
	const minutes = minutesOf(course);
	const share = course.tests.length > 0 || course.project ? withinFifth(minutes, jp) : null;
	if (share === null) return [];
	const message = `Menit seluruh pelatihan, termasuk tes dan tugas, berjumlah ${minutes}, yaitu ${shareOf(share, jp)}. Sesuaikan agar berada pada 80–120 %.`;
	return [{ ...place, message }];
}

function overBudget({ course, lessons }: Subject): Hit[] {
	const rendered = renderCourse(course);
	return lessons.flatMap(({ file, bodyLine }) => {
		const { bytes } = rendered.get(file)!;
		return bytes > pageBudget
			? [
					{
						file,
						line: bodyLine,
						column: 1,
						message: `Materi menjadi ${Math.ceil(bytes / 1000)} KB; paling besar ${pageBudget / 1000} KB. Bagi menjadi beberapa materi.`
					}
				]
			: [];
	});
}

/** Terms that no text links and no text mentions, other definitions included. */
function unusedTerms({ course, pages }: Subject): Hit[] {
	const definitions = course.glossary.map(({ definition }) => parseMarkdown(definition));
	const documents = [...pages.map(({ document }) => document), ...definitions];
	const linked = new Set(documents.flatMap(({ terms }) => terms.map(({ term }) => term)));
	const left = course.glossary
		.filter(({ id }) => !linked.has(id))
		.map((entry) => ({ entry, words: wordsOf(entry.term) }));
	if (left.length === 0) return [];
	// By first word, so that the texts are walked once however many terms there are.
	const byFirstWord = Map.groupBy(left, ({ words }) => words[0]);
	const mentioned = new Set<GlossaryTerm>();
	for (const { text } of documents.flatMap(({ passages }) => passages)) {
		const spoken = wordsOf(text);
		spoken.forEach((word, at) => {
			for (const { entry, words } of byFirstWord.get(word) ?? [])
				if (words.every((part, index) => part === spoken[at + index])) mentioned.add(entry);
		});
	}
	return left.flatMap(({ entry }) =>
		mentioned.has(entry)
			? []
			: [
					{
						file: 'glossary.md',
						line: entry.line,
						column: entry.column,
						message: `Istilah "${entry.term}" tidak dipakai di materi mana pun. Pakai sebagai [[${entry.term}]], atau hapus.`
					}
				]
	);
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? [];

/** Rules of structure. Those without `run` are told of while the files are read. */
export const structure: Record<string, Rule> = {
	'file-encoding': error({
		finds: 'Berkas yang bukan UTF-8.',
		remedy: 'Simpan ulang berkas sebagai UTF-8.',
		why: 'Penyandian lain menampilkan huruf yang keliru di perangkat peserta.'
	}),
	'file-size': error({
		finds: 'Berkas, materi, atau pelatihan yang melewati batas ukuran.',
		remedy: 'Perkecil atau bagi berkasnya.',
		why: 'Peserta membuka materi lewat jaringan yang lambat.'
	}),
	'file-name': error({
		finds:
			'Nama folder atau berkas dengan huruf besar, spasi, atau tanda lain; dua nama yang di sebagian komputer menjadi satu.',
		remedy: 'Pakai huruf kecil, angka, dan tanda hubung.',
		why: 'Nama berkas menjadi alamat materi dan pengenalnya, dan harus tetap dua di komputer mana pun.'
	}),
	'file-link': error({
		finds: 'Tautan berkas yang putus, menunjuk folder, atau keluar dari folder pelatihan.',
		remedy: 'Salin berkas yang ditunjuk ke tempat tautannya.',
		why: 'Edisi hanya memuat isi foldernya sendiri.'
	}),
	'asset-type': error({
		finds: 'Berkas dari jenis yang tidak dapat dimuat, juga naskah yang tersimpan sebagai .md.txt.',
		remedy: 'Pakai SVG, PNG, JPEG, PDF, MP4, WebM, atau VTT; nama naskah berakhir .md.',
		why: 'Jenis lain tidak tampil di semua peramban atau dapat menjalankan sesuatu.'
	}),
	'missing-file': error({
		finds: 'course.md atau module.md yang belum ada.',
		remedy: 'Buat berkas yang disebut.',
		why: 'Tanpa berkas itu judul, JP, dan tujuan tidak diketahui.'
	}),
	'vanished-id': error({
		finds: 'Modul, materi, tujuan, atau soal yang pernah terbit dan kini tidak ada.',
		remedy: 'Tulis "replaces" pada penggantinya, atau "retired" di course.md.',
		why: 'Kemajuan peserta dicatat pada pengenal yang pernah terbit.'
	}),
	'reused-id': error({
		finds: 'Pengenal yang pernah ditinggalkan dan kini dipakai untuk hal lain.',
		remedy: 'Beri pengenal baru.',
		why: 'Jawaban dan bukti lama merujuk ke pengenal itu dan akan tampak menyangkut hal yang baru.'
	}),
	'replaced-exists': error({
		finds: '"replaces" atau "retired" yang menyebut pengenal yang masih ada.',
		remedy: 'Hapus "replaces" atau "retired" yang menyebut pengenal yang masih ada.',
		why: 'Yang masih ada tidak digantikan dan tidak dihentikan.',
		run: ({ course }) => stillPresent(course)
	}),
	'replaced-unknown': advice({
		finds: '"replaces" atau "retired" yang menyebut pengenal yang belum pernah terbit.',
		remedy: 'Sebut pengenal yang pernah terbit.',
		why: 'Pengenal yang salah eja tidak memindahkan kemajuan siapa pun.',
		suppressible: false
	}),
	'edition-taken': error({
		finds: 'Isi yang berubah, tetapi edisinya sudah terbit.',
		remedy: 'Naikkan edition dan tulis notes.',
		why: 'Edisi yang sudah dipelajari orang tidak boleh berubah.'
	}),
	'edition-older': error({
		finds: 'Edisi yang lebih lama daripada yang sudah terbit.',
		remedy: 'Naikkan edition melewati edisi terbit terakhir.',
		why: 'Katalog dan pencarian menyajikan edisi yang terakhir diterbitkan.'
	}),
	'stray-file': advice({
		finds: 'Berkas Markdown yang tidak termasuk bagian mana pun.',
		remedy: 'Taruh materi di dalam folder modul.',
		why: 'Peserta tidak akan pernah melihatnya.',
		suppressible: false
	}),
	'front-matter': error({
		finds: 'Keterangan YAML di awal berkas yang tidak terbaca.',
		remedy: 'Perbaiki keterangan YAML di awal berkas.',
		why: 'Judul, tujuan, dan menit dibaca dari sana.'
	}),
	'unknown-field': error({
		finds: 'Kolom yang tidak dikenal.',
		remedy: 'Perbaiki nama kolomnya.',
		why: 'Kolom yang salah eja tidak akan berpengaruh apa pun.'
	}),
	'missing-field': error({
		finds: 'Kolom wajib yang belum diisi.',
		remedy: 'Isi kolom yang wajib.',
		why: 'Katalog, materi, dan sertifikat menampilkan kolom itu.'
	}),
	'missing-title': error({
		finds: 'Berkas tanpa judul.',
		remedy: 'Isi kolom title.',
		why: 'Judul dipakai di daftar isi dan sebagai nama halaman (WCAG 2.2, 2.4.2).'
	}),
	'bad-field': error({
		finds: 'Nilai kolom yang tidak sesuai bentuknya.',
		remedy: 'Perbaiki nilai kolomnya.',
		why: 'Nilai itu dihitung atau ditampilkan apa adanya.'
	}),
	'unknown-directive': error({
		finds: 'Blok ":::" dengan nama yang tidak dikenal.',
		remedy: 'Perbaiki nama bloknya.',
		why: 'Blok itu akan tampil tanpa bentuk yang Anda maksud.'
	}),
	'directive-unclosed': error({
		finds: 'Blok ":::" yang tidak ditutup.',
		remedy: 'Tutup blok dengan ":::".',
		why: 'Seluruh sisa halaman akan masuk ke dalam blok itu.'
	}),
	'directive-attributes': error({
		finds: 'Atribut blok yang tidak dikenal atau tidak terbaca.',
		remedy: 'Perbaiki atribut bloknya.',
		why: 'Atribut yang salah eja tidak akan berpengaruh apa pun.'
	}),
	'directive-minutes': error({
		finds: 'Kegiatan tanpa minutes, atau minutes yang bukan bilangan bulat yang wajar.',
		remedy: `Tulis minutes=1 sampai minutes=${mostMinutes}.`,
		why: 'Menit kegiatan ikut dihitung ke dalam JP dan ditampilkan kepada peserta.',
		run: directiveMinutes
	}),
	'directive-stray': error({
		finds: 'Baris ":::" yang tidak menutup blok apa pun.',
		remedy: 'Hapus penutup yang tidak punya pembuka.',
		why: 'Biasanya berarti blok sebelumnya berakhir lebih awal daripada yang dimaksud.'
	}),
	'question-nested': error({
		finds: 'Soal di dalam blok, daftar, atau kutipan.',
		remedy: 'Pindahkan soal ke luar blok lain.',
		why: 'Soal di dalam blok lain tidak dapat dijawab.'
	}),
	'question-heading': error({
		finds: 'Judul bagian di dalam soal.',
		remedy: 'Tulis sebagai teks tebal, atau pindahkan judul ke luar soal.',
		why: 'Judul masuk daftar isi dan tempat catatan; yang ada di pembahasan akan terbaca sebelum soal dijawab.'
	}),
	nesting: error({
		finds: 'Daftar, kutipan, atau blok yang bersarang terlalu dalam.',
		remedy: 'Kurangi tingkat daftar, kutipan, atau blok.',
		why: 'Isi yang terlalu dalam tidak dibaca mesin dan tidak terbaca di layar sempit.'
	}),
	footnote: error({
		finds: 'Catatan kaki tanpa isi, tanpa rujukan, atau ditulis dua kali.',
		remedy: 'Pasangkan rujukan dan isi catatan kaki.',
		why: 'Peserta tidak dapat menemukan sumber yang dimaksud.',
		suppressible: true
	}),
	glossary: error({
		finds: 'Istilah tanpa penjelasan, atau penjelasan tanpa istilah.',
		remedy: 'Tulis istilah, lalu ": penjelasan" pada baris berikutnya.',
		why: 'Istilah dibuka di tempatnya; yang kosong tidak menolong siapa pun.'
	}),
	'duplicate-id': error({
		finds: 'Pengenal yang dipakai dua kali.',
		remedy: 'Pakai pengenal yang berbeda.',
		why: 'Kemajuan peserta dicatat pada pengenal.',
		run: duplicateIds
	}),
	'reserved-id': error({
		finds: 'Pengenal materi yang sudah menjadi alamat aplikasi.',
		remedy: 'Pakai pengenal lain.',
		why: 'Materi dengan nama itu tidak dapat dibuka.',
		run: reservedIds
	}),
	'heading-order': error({
		finds: 'Judul bagian yang meloncati tingkat.',
		remedy: 'Turunkan judul satu tingkat demi satu tingkat.',
		why: 'Pembaca layar memakai tingkat judul sebagai daftar isi (WCAG 2.2, 1.3.1).',
		suppressible: true,
		run: headingOrder
	}),
	'empty-lesson': error({
		finds: 'Materi tanpa isi.',
		remedy: 'Tulis isinya atau hapus berkasnya.',
		why: 'Materi kosong tetap muncul di daftar isi.',
		run: emptyLessons
	}),
	'empty-module': error({
		finds: 'Modul tanpa materi, atau pelatihan tanpa modul.',
		remedy: 'Tambahkan materi.',
		why: 'Modul tanpa materi tidak dapat diselesaikan.',
		run: emptyModules
	}),
	'jp-sum': error({
		finds: 'Jumlah menit yang jauh dari JP, atau JP modul yang tidak sama dengan JP pelatihan.',
		remedy: 'Sesuaikan menit atau JP.',
		why: 'JP tercatat sebagai hak pegawai; 1 JP adalah 45 menit, dengan ruang 20 %.',
		suppressible: true,
		run: jpSum
	}),
	'page-budget': error({
		finds: `Materi yang teksnya lebih dari ${pageBudget / 1000} KB.`,
		remedy: 'Bagi menjadi beberapa materi.',
		why: 'Di jaringan kabupaten materi sebesar itu terbuka terlalu lama.',
		suppressible: true,
		run: overBudget
	}),
	'unused-term': advice({
		finds: 'Istilah di glossary.md yang tidak dipakai di teks mana pun.',
		remedy: 'Pakai istilahnya dengan [[…]] atau hapus dari glossary.md.',
		why: 'Daftar istilah yang panjang menyembunyikan istilah yang dicari peserta.',
		run: unusedTerms
	})
};
