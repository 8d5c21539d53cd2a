import type { Lesson, Page } from '../course.ts';
import { renderParsed } from '../lesson-page.ts';
import { nearest } from '../../markdown/nearest.ts';
import { contextFor, referencesOf } from '../references.ts';
import type { Hit, Rule, Subject } from './rule.ts';

/** Most bytes of HTML in one lesson (look.md: 60 KB of text). */
const pageBudget = 60_000;
const minutesPerJp = 45;

/** Every page of Markdown a learner reads. */
export function readingPages({ course }: Pick<Subject, 'course'>): Page<unknown>[] {
	return [
		course,
		...course.modules.flatMap((module) => [module, ...module.lessons]),
		...course.questionPages
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

function brokenLinks(subject: Subject): Hit[] {
	const references = referencesOf(subject.course);
	return readingPages(subject).flatMap(({ file, document }) => {
		const context = contextFor(references, file, new Set(document.headings.map(({ id }) => id)));
		return document.links.flatMap(({ target, line, column }): Hit[] => {
			if (target.kind === 'file' && context.file(target.path, target.fragment) === null) {
				const guess = nearest(
					target.path,
					[...Object.keys(references.lessons), ...Object.keys(references.assets)].map((path) =>
						path.slice(path.indexOf('/') + 1)
					)
				);
				return [
					{
						file,
						line,
						column,
						message: `Tautan ke "${target.path}" tidak menunjuk materi atau berkas yang ada.${guess ? ` Maksud Anda "${guess}"?` : ' Periksa namanya.'}`
					}
				];
			}
			if (
				target.kind === 'fragment' &&
				![target.fragment, `bagian-${target.fragment}`].some((id) => context.headingIds.has(id))
			) {
				return [
					{
						file,
						line,
						column,
						message: `Tautan "#${target.fragment}" tidak menunjuk judul bagian di berkas ini. Periksa judulnya.`
					}
				];
			}
			return [];
		});
	});
}

function unsafeLinks(subject: Subject): Hit[] {
	return readingPages(subject).flatMap(({ file, document }) =>
		document.links.flatMap(({ target, line, column }) =>
			target.kind === 'refused'
				? [
						{
							file,
							line,
							column,
							message: `Alamat "${target.href.slice(0, 60)}" tidak dapat dipakai. Pakai https://, mailto:, reg:, atau jalur berkas.`
						}
					]
				: []
		)
	);
}

function missingAssets(subject: Subject): Hit[] {
	const references = referencesOf(subject.course);
	const names = Object.keys(references.assets);
	return readingPages(subject).flatMap(({ file, document }) => {
		const context = contextFor(references, file, new Set());
		return document.images.flatMap(({ path, line, column }) => {
			if (context.image(path)) return [];
			const foreign = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(path);
			const guess = nearest(
				path,
				names.map((name) => name.slice(name.indexOf('/') + 1))
			);
			const advice = foreign
				? ' Simpan gambarnya di folder assets; materi tidak memuat apa pun dari situs lain.'
				: guess
					? ` Maksud Anda "${guess}"?`
					: ' Simpan gambarnya di folder assets.';
			return [{ file, line, column, message: `Gambar "${path.slice(0, 80)}" tidak ada.${advice}` }];
		});
	});
}

function unknownTerms(subject: Subject): Hit[] {
	const terms = new Map(subject.course.glossary.map(({ id, term }) => [id, term]));
	return readingPages(subject).flatMap(({ file, document }) =>
		document.terms.flatMap(({ term, text, line, column }) => {
			if (terms.has(term)) return [];
			const guess = nearest(term, [...terms.keys()]);
			return [
				{
					file,
					line,
					column,
					message: `Istilah "${text}" tidak ada di glossary.md.${guess ? ` Maksud Anda [[${terms.get(guess)}]]?` : ' Tambahkan penjelasannya.'}`
				}
			];
		})
	);
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

function unknownObjectives({ course }: Subject): Hit[] {
	const known = course.modules.flatMap(({ fields }) => fields.objectives.map(({ id }) => id));
	const message = (id: string) => {
		const guess = nearest(id, known);
		return `Tujuan "${id}" tidak ada di module.md.${guess ? ` Maksud Anda "${guess}"?` : ` Yang ada: ${known.join(', ')}.`}`;
	};
	const inLessons = lessonsOf({ course }).flatMap((lesson) =>
		lesson.fields.objectives.flatMap((id, at) =>
			known.includes(id)
				? []
				: [
						{
							file: lesson.file,
							...lesson.frontMatter.placeOf(['objectives', at]),
							message: message(id)
						}
					]
		)
	);
	const inQuestions = course.questions.flatMap(({ objective, file, line, column }) =>
		objective === null || known.includes(objective)
			? []
			: [{ file, line, column, message: message(objective) }]
	);
	return [...inLessons, ...inQuestions];
}

function jpSum({ course }: Subject): Hit[] {
	const hits = course.modules.flatMap(({ file, fields, lessons, frontMatter }): Hit[] => {
		if (lessons.length === 0) return [];
		const minutes = lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
		const share = Math.round((minutes / (fields.jp * minutesPerJp)) * 100);
		if (share >= 80 && share <= 120) return [];
		return [
			{
				file,
				...frontMatter.placeOf(['jp']),
				message: `Menit materi berjumlah ${minutes}, yaitu ${share} % dari ${fields.jp} JP (${fields.jp * minutesPerJp} menit). Sesuaikan menit atau JP agar berada pada 80–120 %.`
			}
		];
	});
	const total = course.modules.reduce((sum, { fields }) => sum + fields.jp, 0);
	// A project adds its own JP, which is read together with assessment.
	if (course.modules.length > 0 && total > course.fields.jp + 1e-9) {
		hits.push({
			file: course.file,
			...course.frontMatter.placeOf(['jp']),
			message: `JP modul berjumlah ${total}, lebih dari JP pelatihan ${course.fields.jp}. Samakan jumlahnya.`
		});
	}
	return hits;
}

function overBudget(subject: Subject): Hit[] {
	const references = referencesOf(subject.course);
	const glossary = new Map(subject.course.glossary.map((term) => [term.id, term]));
	return lessonsOf(subject).flatMap(({ file, document, questions, bodyLine }) => {
		const { bytes } = renderParsed(document, questions, file, references, glossary);
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

const read = (remedy: string, suppressible = false): Rule => ({
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
	'asset-type': read('Pakai SVG, PNG, JPEG, atau PDF.'),
	'missing-file': read('Buat berkas yang disebut.'),
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
	'broken-link': { ...read('Perbaiki tujuan tautannya.', true), run: brokenLinks },
	'unsafe-link': { ...read('Pakai https://, mailto:, reg:, atau jalur berkas.'), run: unsafeLinks },
	'missing-asset': { ...read('Simpan gambarnya di folder assets.'), run: missingAssets },
	'unknown-term': { ...read('Tambahkan istilahnya di glossary.md.', true), run: unknownTerms },
	'heading-order': {
		...read('Turunkan judul satu tingkat demi satu tingkat.', true),
		run: headingOrder
	},
	'empty-lesson': { ...read('Tulis isinya atau hapus berkasnya.'), run: emptyLessons },
	'empty-module': { ...read('Tambahkan materi.'), run: emptyModules },
	'unknown-objective': { ...read('Sebut tujuan yang ada di module.md.'), run: unknownObjectives },
	'jp-sum': { ...read('Sesuaikan menit atau JP.', true), run: jpSum },
	'page-budget': { ...read('Bagi menjadi beberapa materi.', true), run: overBudget }
};
