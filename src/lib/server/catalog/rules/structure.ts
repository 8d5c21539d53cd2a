import { parseMarkdown } from '../../markdown/parse.ts';
import type { GlossaryTerm, Page } from '../course.ts';
import { stillPresent } from '../identities.ts';
import { advice, error, type Hit, type Rule, type Subject } from './rule.ts';

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

/** Rules of what a course is made of: its ids, headings, terms, and parts that are empty. */
export const structure: Record<string, Rule> = {
	'replaced-exists': error({
		finds: '"replaces" atau "retired" yang menyebut pengenal yang masih ada.',
		remedy: 'Hapus "replaces" atau "retired" yang menyebut pengenal yang masih ada.',
		why: 'Yang masih ada tidak digantikan dan tidak dihentikan.',
		run: ({ course }) => stillPresent(course)
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
		whole: true,
		run: emptyModules
	}),
	'unused-term': advice({
		finds: 'Istilah di glossary.md yang tidak dipakai di teks mana pun.',
		remedy: 'Pakai istilahnya dengan [[…]] atau hapus dari glossary.md.',
		why: 'Daftar istilah yang panjang menyembunyikan istilah yang dicari peserta.',
		whole: true,
		run: unusedTerms
	})
};
