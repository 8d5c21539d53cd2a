import type { Question, Test } from '../course.ts';
import { assessed, error, type Hit, type Rule, type Subject } from './rule.ts';

const at = ({ file, line, column }: Question) => ({ file, line, column });

function itemsWithoutObjective({ course }: Subject): Hit[] {
	return course.questions
		.filter(({ objective }) => objective === null)
		.map((question) => ({
			...at(question),
			message: `Soal "${question.id}" tidak menguji tujuan apa pun. Tambahkan objective=… pada pembukanya.`
		}));
}

function objectivesWithoutItems({ course }: Subject): Hit[] {
	const tested = new Set(course.questions.map(({ objective }) => objective));
	return course.modules.flatMap((module) => {
		const checked = module.lessons.some(({ questions }) => questions.length > 0);
		if (!checked) return [];
		return module.fields.objectives.flatMap(({ id }, index) =>
			tested.has(id)
				? []
				: [
						{
							file: module.file,
							...module.frontMatter.placeOf(['objectives', index, 'id']),
							message: `Tujuan "${id}" belum diuji oleh satu soal pun. Tambahkan soal dengan objective=${id}.`
						}
					]
		);
	});
}

function objectivesOfLesson({ lessons }: Subject): Hit[] {
	return lessons.flatMap(({ questions, fields }) =>
		questions.flatMap((question) =>
			question.objective === null || fields.objectives.includes(question.objective)
				? []
				: [
						{
							...at(question),
							message: `Soal "${question.id}" menguji tujuan "${question.objective}" yang tidak dilayani materi ini. Tambahkan ke objectives atau pindahkan soalnya.`
						}
					]
		)
	);
}

function unservedObjectives({ course, lessons }: Subject): Hit[] {
	const served = new Set(lessons.flatMap(({ fields }) => fields.objectives));
	return course.modules.flatMap((module) =>
		module.lessons.length === 0
			? []
			: module.fields.objectives.flatMap(({ id }, index) =>
					served.has(id)
						? []
						: [
								{
									file: module.file,
									...module.frontMatter.placeOf(['objectives', index, 'id']),
									message: `Tujuan "${id}" tidak dilayani satu materi pun. Sebut pada objectives sebuah materi, atau hapus.`
								}
							]
				)
	);
}

/** Parallel items that make the second attempt another test than the first. */
const parallel = 3;

/** What a row of a blueprint asks for, beside what the bank holds for it. */
interface Row {
	test: Test;
	index: number;
	objective: string;
	level: string | null;
	count: number;
	available: number;
}

function rowsOf({ course }: Subject): Row[] {
	const bank = Map.groupBy(
		course.questions.filter(({ place }) => place.kind === 'bank'),
		({ pool, objective }) => `${pool} ${objective}`
	);
	return course.tests.flatMap((test) =>
		test.fields.items.map(({ objective, level = null, count }, index) => {
			const items = bank.get(`${test.pool} ${objective}`) ?? [];
			const available = items.filter((item) => level === null || item.level === level).length;
			return { test, index, objective, level, count, available };
		})
	);
}

const rowPlace = ({ test, index }: Row) => ({
	file: test.file,
	...test.frontMatter.placeOf(['items', index, 'count'])
});

/** Rows that ask for more than there is: by themselves, or with the other rows for the same objective. */
function unfilledBlueprints(subject: Subject): Hit[] {
	const rows = rowsOf(subject);
	const alone = rows.filter(({ count, available }) => count > available);
	const together = [...Map.groupBy(rows, ({ test, objective }) => `${test.file} ${objective}`)]
		.map(([, same]) => same)
		.filter((same) => same.length > 1 && !same.some((row) => alone.includes(row)))
		.flatMap((same) => {
			const whole = same.find(({ level }) => level === null);
			const asked = same.reduce((sum, { count }) => sum + count, 0);
			return whole && asked > whole.available ? [{ ...whole, count: asked }] : [];
		});
	return [...alone, ...together].map((row) => ({
		...rowPlace(row),
		message: `Kisi-kisi meminta ${row.count} butir ${named(row)}, sedangkan bank memuat ${row.available}. Tambahkan butirnya di bank/ atau kurangi count.`
	}));
}

function tooFewParallelItems(subject: Subject): Hit[] {
	return rowsOf(subject)
		.filter(({ available, count }) => available >= count && available < parallel)
		.map((row) => ({
			...rowPlace(row),
			message: `Bank hanya memuat ${row.available} butir ${named(row)}; paling sedikit ${parallel}, agar percobaan kedua bukan tes yang sama. Tambahkan butir setara.`
		}));
}

function named({ test, objective, level }: Row): string {
	return `untuk tujuan "${objective}"${level === null ? '' : ` jenjang ${level}`} (pool=${test.pool})`;
}

function emptyTests({ course }: Subject): Hit[] {
	return course.tests
		.filter(({ questions, fields }) => questions.length === 0 && fields.items.length === 0)
		.map(({ file, bodyLine }) => ({
			file,
			line: bodyLine,
			column: 1,
			message: 'Kuis atau tes ini tidak punya butir. Tulis soalnya di sini, atau isi items.'
		}));
}

/** Rules of what is tested, how often, and from what stock. */
export const objectives: Record<string, Rule> = {
	blueprint: error({
		finds: 'Kisi-kisi yang meminta lebih banyak butir daripada isi bank.',
		remedy: 'Tambahkan butir di bank/ atau kurangi count.',
		why: 'Tes itu tidak dapat disusun.',
		whole: true,
		run: unfilledBlueprints
	}),
	'parallel-items': error({
		finds: `Tujuan pada kisi-kisi dengan kurang dari ${parallel} butir setara di bank.`,
		remedy: 'Tambahkan butir setara.',
		why: 'Dengan butir yang sama, percobaan kedua menguji ingatan akan percobaan pertama.',
		suppressible: true,
		whole: true,
		run: tooFewParallelItems
	}),
	'empty-test': error({
		finds: 'Kuis atau tes tanpa butir.',
		remedy: 'Tulis soalnya atau isi items.',
		why: 'Tes tanpa butir tidak dapat dilulusi.',
		run: emptyTests
	}),
	'item-without-objective': assessed({
		finds: 'Soal yang tidak menguji tujuan apa pun.',
		remedy: 'Hubungkan soal dengan tujuan lewat objective=….',
		why: 'Sertifikat menyebut tujuan yang terbukti, bukan nilai saja.',
		run: itemsWithoutObjective
	}),
	'objective-without-item': assessed({
		finds: 'Tujuan yang tidak diuji oleh satu soal pun.',
		remedy: 'Tambahkan soal untuk tujuan ini.',
		why: 'Tujuan yang tidak diuji tidak dapat dinyatakan tercapai.',
		suppressible: true,
		whole: true,
		run: objectivesWithoutItems
	}),
	'objective-unserved': assessed({
		finds: 'Tujuan yang tidak dilayani satu materi pun.',
		remedy: 'Sebut tujuan itu pada objectives sebuah materi, atau hapus dari module.md.',
		why: 'Peserta yang gagal pada tujuan itu tidak punya materi untuk dibaca ulang.',
		suppressible: true,
		whole: true,
		run: unservedObjectives
	}),
	'objective-elsewhere': assessed({
		finds: 'Soal di materi yang menguji tujuan materi lain.',
		remedy: 'Samakan tujuan soal dan materi.',
		why: 'Cek pemahaman menguji yang baru saja dibaca.',
		suppressible: true,
		run: objectivesOfLesson
	})
};
