import type { Question } from '../course.ts';
import { comparable } from '../questions.ts';
import { lessonsOf } from './structure.ts';
import type { Hit, Rule, Subject } from './rule.ts';

const at = ({ file, line, column }: Question) => ({ file, line, column });

/** One rule per question: what is wrong with it, or nothing. */
const each =
	(judge: (question: Question) => string | null) =>
	({ course }: Subject): Hit[] =>
		course.questions.flatMap((question) => {
			const message = judge(question);
			return message === null ? [] : [{ ...at(question), message }];
		});

function withoutOptions({ options, id, unknownKind }: Question): string | null {
	if (unknownKind !== null || options.length >= 2) return null;
	return `Soal "${id}" punya ${options.length} pilihan. Tulis paling sedikit dua baris "- [ ] …" atau "- [x] …".`;
}

function withoutRightAnswer({ options, id, kind, unknownKind }: Question): string | null {
	if (unknownKind !== null || options.length < 2) return null;
	const right = options.filter(({ correct }) => correct).length;
	if (right === 0)
		return `Soal "${id}" tidak punya jawaban benar. Tandai pilihan yang benar dengan [x].`;
	if (kind !== 'multiple' && right > 1)
		return `Soal "${id}" hanya boleh punya satu jawaban benar. Hapus [x] lainnya atau tulis kind=multiple.`;
	if (right === options.length)
		return `Semua pilihan soal "${id}" ditandai benar. Sisakan pengecoh.`;
	return null;
}

function wrongTrueFalse({ options, id, kind }: Question): string | null {
	if (kind !== 'true-false' || options.length < 2) return null;
	return options.length === 2 ? null : `Soal benar-salah "${id}" harus punya tepat dua pilihan.`;
}

function identicalOptions({ course }: Subject): Hit[] {
	return course.questions.flatMap(({ file, options }) => {
		const seen = new Set<string>();
		return options.flatMap(({ text, line, column }) => {
			const words = comparable(text);
			if (words === '')
				return [{ file, line, column, message: 'Pilihan ini kosong. Tulis isinya.' }];
			if (seen.has(words))
				return [
					{
						file,
						line,
						column,
						message: `Pilihan "${text.slice(0, 60)}" ditulis dua kali. Ubah salah satunya.`
					}
				];
			seen.add(words);
			return [];
		});
	});
}

function missingRationales({ course }: Subject): Hit[] {
	return course.questions.flatMap(({ file, options }) =>
		options.flatMap(({ rationale, line, column }) =>
			rationale && rationale.text !== ''
				? []
				: [
						{
							file,
							line,
							column,
							message:
								'Pilihan ini belum punya pembahasan. Tulis baris "> …" yang menjorok di bawahnya.'
						}
					]
		)
	);
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

function objectivesOfLesson(subject: Subject): Hit[] {
	return lessonsOf(subject).flatMap(({ questions, fields }) =>
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

const assessed = (remedy: string, run: NonNullable<Rule['run']>, suppressible = false): Rule => ({
	severity: 'assessment',
	remedy,
	suppressible,
	run
});

/** Rules of assessment: they block publication, not a draft. */
export const assessment: Record<string, Rule> = {
	'question-kind': assessed(
		'Pakai kind yang dikenal.',
		each(({ unknownKind }) =>
			unknownKind === null
				? null
				: `Jenis soal "${unknownKind}" belum dikenal. Yang ada: single, multiple, true-false.`
		)
	),
	'question-id': assessed(
		'Tulis pengenal soal.',
		each(({ idWritten, id }) => {
			if (!idWritten) return `Soal ini belum punya pengenal. Tulis :::question{#${id} …}.`;
			if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) return null;
			return `Pengenal soal "${id}" hanya boleh memuat huruf kecil, angka, dan tanda hubung.`;
		})
	),
	'question-prompt': assessed(
		'Tulis pertanyaannya.',
		each(({ prompt, id }) =>
			prompt.text === ''
				? `Soal "${id}" tidak punya pertanyaan. Tulis sebelum pilihan pertama.`
				: null
		)
	),
	'question-options': assessed('Tulis paling sedikit dua pilihan.', each(withoutOptions)),
	'right-answer': assessed('Tandai jawaban benar dengan [x].', each(withoutRightAnswer)),
	'true-false': assessed('Sisakan dua pilihan.', each(wrongTrueFalse)),
	'identical-options': assessed('Bedakan pilihannya.', identicalOptions),
	'missing-rationale': assessed('Tulis pembahasan tiap pilihan.', missingRationales, true),
	'item-without-objective': assessed(
		'Hubungkan soal dengan tujuan.',
		each(({ objective, id }) =>
			objective === null
				? `Soal "${id}" tidak menguji tujuan apa pun. Tambahkan objective=… pada pembukanya.`
				: null
		)
	),
	'objective-without-item': assessed(
		'Tambahkan soal untuk tujuan ini.',
		objectivesWithoutItems,
		true
	),
	'objective-elsewhere': assessed('Samakan tujuan soal dan materi.', objectivesOfLesson, true)
};
