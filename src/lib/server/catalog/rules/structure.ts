import type { Course, Lesson, Page } from '../course.ts';
import { stillPresent } from '../identities.ts';
import { renderCourse } from '../lesson-page.ts';
import { minutesOf, minutesOfModule } from '../outline.ts';
import type { Hit, Rule, Subject } from './rule.ts';

/** Most bytes of HTML in one lesson (look.md: 60 KB of text). */
const pageBudget = 60_000;
const minutesPerJp = 45;

/** Every page of Markdown a learner reads. */
export function readingPages({ course }: Pick<Subject, 'course'>): Page<unknown>[] {
	return [
		course,
		...course.modules.flatMap((module) => [module, ...module.lessons]),
		...course.tests,
		...course.bank,
		...(course.project ? [course.project] : [])
	];
}

/** Every lesson, in order. */
export function lessonsOf({ course }: Pick<Subject, 'course'>): Lesson[] {
	return course.modules.flatMap(({ lessons }) => lessons);
}

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

function duplicateIds({ course }: Subject): Hit[] {
	const top = (page: Page<unknown>) => ({ file: page.file, ...page.frontMatter.placeOf(['id']) });
	const modules = course.modules.map((module) => ({
		id: module.id,
		what: 'modul',
		hit: top(module)
	}));
	const lessons = lessonsOf({ course }).map((lesson) => ({
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
	const questions = course.questions.map(({ id, file, line, column }) => ({
		id,
		what: 'soal',
		hit: { file, line, column }
	}));
	const terms = course.glossary.map(({ id, line, column }) => ({
		id,
		what: 'istilah',
		hit: { file: 'glossary.md', line, column }
	}));
	return [modules, lessons, objectives, questions, terms].flatMap(duplicates);
}

/** Words that stand beside lessons in an address: a lesson of such a name could not be opened. */
const reservedWords = ['glosarium', 'kuis', 'tes', 'modul', 'catatan', 'cetak', 'proyek', 'tempat'];

function reservedIds({ course }: Subject): Hit[] {
	return lessonsOf({ course })
		.filter(({ id }) => reservedWords.includes(id))
		.map(({ id, file, frontMatter }) => ({
			file,
			...frontMatter.placeOf(['id']),
			message: `Pengenal materi "${id}" dipakai oleh alamat aplikasi. Pakai pengenal lain, misalnya "${id}-1".`
		}));
}

function headingOrder(subject: Subject): Hit[] {
	return readingPages(subject).flatMap(({ file, document }) => {
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

function emptyLessons(subject: Subject): Hit[] {
	return lessonsOf(subject).flatMap(({ file, words, questions, bodyLine }) =>
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

const withinFifth = (minutes: number, jp: number) => {
	const share = Math.round((minutes / (jp * minutesPerJp)) * 100);
	return share >= 80 && share <= 120 ? null : share;
};

function jpSum({ course }: Subject): Hit[] {
	const modules = course.modules.flatMap(({ id, file, fields, lessons, frontMatter }): Hit[] => {
		if (lessons.length === 0) return [];
		const minutes = minutesOfModule(course, id, lessons);
		const share = withinFifth(minutes, fields.jp);
		if (share === null) return [];
		const message = `Menit materi dan kuis berjumlah ${minutes}, yaitu ${share} % dari ${fields.jp} JP (${fields.jp * minutesPerJp} menit). Sesuaikan menit atau JP agar berada pada 80–120 %.`;
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
		const message = `JP modul dan tugas berjumlah ${total}, sedangkan JP pelatihan ${jp}. Samakan jumlahnya.`;
		return [{ ...place, message }];
	}
	const minutes = minutesOf(course);
	const share = course.tests.length > 0 || course.project ? withinFifth(minutes, jp) : null;
	if (share === null) return [];
	const message = `Menit seluruh pelatihan, termasuk tes dan tugas, berjumlah ${minutes}, yaitu ${share} % dari ${jp} JP (${jp * minutesPerJp} menit). Sesuaikan agar berada pada 80–120 %.`;
	return [{ ...place, message }];
}

function overBudget(subject: Subject): Hit[] {
	const rendered = renderCourse(subject.course);
	return lessonsOf(subject).flatMap(({ file, bodyLine }) => {
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

/** A rule without `run` is told of while the files are read. */
export const read = (remedy: string, suppressible = false): Rule => ({
	severity: 'error',
	remedy,
	suppressible
});

/** Rules of structure. */
export const structure: Record<string, Rule> = {
	'file-encoding': read('Simpan ulang berkas sebagai UTF-8.'),
	'file-size': read('Perkecil atau bagi berkasnya.'),
	'file-name': read('Pakai huruf kecil, angka, dan tanda hubung.'),
	'file-link': read('Salin berkas yang ditunjuk ke dalam folder pelatihan.'),
	'asset-type': read('Pakai SVG, PNG, JPEG, PDF, MP4, WebM, atau VTT.'),
	'missing-file': read('Buat berkas yang disebut.'),
	'vanished-id': read('Tulis "replaces" pada penggantinya, atau "retired" di course.md.'),
	'replaced-exists': {
		...read('Hapus "replaces" atau "retired" yang menyebut pengenal yang masih ada.'),
		run: ({ course }) => stillPresent(course)
	},
	'replaced-unknown': {
		severity: 'warning',
		remedy: 'Sebut pengenal yang pernah terbit.',
		suppressible: false
	},
	'edition-taken': read('Naikkan edition dan tulis notes.'),
	'stray-file': {
		severity: 'warning',
		remedy: 'Taruh materi di dalam folder modul.',
		suppressible: false
	},
	'front-matter': read('Perbaiki keterangan YAML di awal berkas.'),
	'unknown-field': read('Perbaiki nama kolomnya.'),
	'missing-field': read('Isi kolom yang wajib.'),
	'missing-title': read('Isi kolom title.'),
	'bad-field': read('Perbaiki nilai kolomnya.'),
	'unknown-directive': read('Perbaiki nama bloknya.'),
	'directive-unclosed': read('Tutup blok dengan ":::".'),
	'directive-attributes': read('Perbaiki atribut bloknya.'),
	'directive-stray': read('Hapus penutup yang tidak punya pembuka.'),
	'question-nested': read('Pindahkan soal ke luar blok lain.'),
	nesting: read('Kurangi tingkat daftar, kutipan, atau blok.'),
	footnote: read('Pasangkan rujukan dan isi catatan kaki.', true),
	glossary: read('Tulis istilah, lalu ": penjelasan" pada baris berikutnya.'),
	'duplicate-id': { ...read('Pakai pengenal yang berbeda.'), run: duplicateIds },
	'reserved-id': { ...read('Pakai pengenal lain.'), run: reservedIds },
	'heading-order': {
		...read('Turunkan judul satu tingkat demi satu tingkat.', true),
		run: headingOrder
	},
	'empty-lesson': { ...read('Tulis isinya atau hapus berkasnya.'), run: emptyLessons },
	'empty-module': { ...read('Tambahkan materi.'), run: emptyModules },
	'jp-sum': { ...read('Sesuaikan menit atau JP.', true), run: jpSum },
	'page-budget': { ...read('Bagi menjadi beberapa materi.', true), run: overBudget }
};
