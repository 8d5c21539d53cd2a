import { comparable, questionKinds } from '../answers.ts';
import type { Option, Question, Side } from '../course.ts';
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

const optionsOf = ({ answer }: Question): Option[] => ('options' in answer ? answer.options : []);

/** What a question of each kind lacks to be answered at all. */
function incomplete({ answer, id, unknownKind }: Question): string | null {
	if (unknownKind !== null) return null;
	switch (answer.kind) {
		case 'numeric':
			return answer.value === null
				? `Soal "${id}" belum punya jawaban angka. Tulis baris "= 2,5 ± 0,1".`
				: null;
		case 'short':
			return answer.accepted.length === 0
				? `Soal "${id}" belum punya jawaban. Tulis baris "= jawaban | sinonim".`
				: null;
		case 'match':
			return answer.pairs.length < 2
				? `Soal "${id}" punya ${answer.pairs.length} pasangan. Tulis tabel dua kolom dengan paling sedikit dua baris.`
				: null;
		case 'order':
			return answer.steps.length < 3
				? `Soal "${id}" punya ${answer.steps.length} langkah. Tulis daftar bernomor dengan paling sedikit tiga langkah, dalam urutan yang benar.`
				: null;
		case 'essay':
			return answer.rubric && answer.rubric.criteria.length > 0
				? null
				: `Soal uraian "${id}" belum punya rubrik. Tambahkan blok :::rubric berisi tabel kriteria, bobot, dan jenjang.`;
		default:
			return answer.options.length >= 2
				? null
				: `Soal "${id}" punya ${answer.options.length} pilihan. Tulis paling sedikit dua baris "- [ ] …" atau "- [x] …".`;
	}
}

function withoutRightAnswer({ answer, id, unknownKind }: Question): string | null {
	if (unknownKind !== null || !('options' in answer) || answer.options.length < 2) return null;
	const { kind, options } = answer;
	const right = options.filter(({ correct }) => correct).length;
	if (kind === 'situational') {
		if (right !== 1 || options.some(({ worth }) => worth === null || worth > 2))
			return `Soal situasi "${id}" harus menilai tiap pilihan dengan [2], [1], atau [0], dan tepat satu [2].`;
		return null;
	}
	if (right === 0)
		return `Soal "${id}" tidak punya jawaban benar. Tandai pilihan yang benar dengan [x].`;
	if (kind !== 'multiple' && right > 1)
		return `Soal "${id}" hanya boleh punya satu jawaban benar. Hapus [x] lainnya atau tulis kind=multiple.`;
	if (right === options.length)
		return `Semua pilihan soal "${id}" ditandai benar. Sisakan pengecoh.`;
	return null;
}

function wrongTrueFalse(question: Question): string | null {
	const options = optionsOf(question);
	if (question.answer.kind !== 'true-false' || options.length < 2) return null;
	return options.length === 2
		? null
		: `Soal benar-salah "${question.id}" harus punya tepat dua pilihan.`;
}

/** What stands beside each other in a question and must be told apart. */
function sidesOf({ answer }: Question): Side[] {
	if (answer.kind === 'match') return answer.pairs.map(({ left }) => left);
	if (answer.kind === 'order') return answer.steps;
	return 'options' in answer ? answer.options : [];
}

function identicalOptions({ course }: Subject): Hit[] {
	return course.questions.flatMap((question) => {
		const { file } = question;
		const seen = new Set<string>();
		return sidesOf(question).flatMap(({ text, line, column }) => {
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
	return course.questions.flatMap((question) => {
		const { file, answer, rationale } = question;
		if (!('options' in answer)) {
			const told = answer.kind === 'essay' || (rationale !== null && rationale.text !== '');
			const message = `Soal "${question.id}" belum punya pembahasan. Tulis baris "> …" di akhir soal.`;
			return told ? [] : [{ ...at(question), message }];
		}
		return answer.options
			.filter((option) => !option.rationale || option.rationale.text === '')
			.map(({ line, column }) => ({
				file,
				line,
				column,
				message: 'Pilihan ini belum punya pembahasan. Tulis baris "> …" yang menjorok di bawahnya.'
			}));
	});
}

/** A check is judged at once; what a person must read belongs to a test or an assignment. */
function essayAsCheck({ course }: Subject): Hit[] {
	return lessonsOf({ course }).flatMap(({ questions }) =>
		questions
			.filter(({ answer }) => answer.kind === 'essay')
			.map((question) => ({
				...at(question),
				message: `Soal uraian "${question.id}" tidak dapat dinilai seketika. Pindahkan ke kuis.md, bank/, atau tes.`
			}))
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
				: `Jenis soal "${unknownKind}" belum dikenal. Yang ada: ${questionKinds.join(', ')}.`
		)
	),
	'question-pool': assessed(
		'Pakai pool latihan, kuis, atau ujian.',
		each(({ unknownPool }) =>
			unknownPool === null
				? null
				: `Kumpulan soal "${unknownPool}" tidak dikenal. Yang ada: latihan, kuis, ujian.`
		)
	),
	'essay-check': assessed('Pindahkan soal uraian ke kuis, bank, atau tes.', essayAsCheck),
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
	'question-options': assessed('Lengkapi yang harus dijawab.', each(incomplete)),
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
