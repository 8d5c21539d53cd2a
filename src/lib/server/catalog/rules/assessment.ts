import type { Question } from '../course.ts';
import { comparable } from '../questions.ts';
import { assessed, type Hit, type Rule, type Subject } from './rule.ts';

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

function unservedObjectives({ course }: Subject): Hit[] {
	const served = new Set(
		course.modules.flatMap(({ lessons }) => lessons.flatMap(({ fields }) => fields.objectives))
	);
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

const levels = /^C[1-6]$/;

/** Rules of assessment: they block publication, not a draft. */
export const assessment: Record<string, Rule> = {
	'question-kind': assessed({
		finds: 'Jenis soal yang tidak dikenal.',
		remedy: 'Pakai kind yang dikenal.',
		why: 'Jenis soal menentukan cara menjawab dan menilai.',
		run: each(({ unknownKind }) =>
			unknownKind === null
				? null
				: `Jenis soal "${unknownKind}" belum dikenal. Yang ada: single, multiple, true-false.`
		)
	}),
	'question-id': assessed({
		finds: 'Soal tanpa pengenal, atau dengan pengenal yang bentuknya keliru.',
		remedy: 'Tulis pengenal soal.',
		why: 'Jawaban peserta dicatat pada pengenal soal.',
		fixable: true,
		run: each(({ idWritten, id }) => {
			if (!idWritten) return `Soal ini belum punya pengenal. Tulis :::question{#${id} …}.`;
			if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) return null;
			return `Pengenal soal "${id}" hanya boleh memuat huruf kecil, angka, dan tanda hubung.`;
		})
	}),
	'question-prompt': assessed({
		finds: 'Soal tanpa pertanyaan.',
		remedy: 'Tulis pertanyaannya.',
		why: 'Pilihan saja tidak menyatakan apa yang diminta.',
		run: each(({ prompt, id }) =>
			prompt.text === ''
				? `Soal "${id}" tidak punya pertanyaan. Tulis sebelum pilihan pertama.`
				: null
		)
	}),
	'question-level': assessed({
		finds: 'Jenjang kognitif yang bukan C1 sampai C6.',
		remedy: 'Tulis level=C1 sampai level=C6.',
		why: 'Kisi-kisi tes mengambil soal menurut jenjangnya.',
		run: each(({ level, id }) =>
			level === null || levels.test(level)
				? null
				: `Jenjang "${level}" pada soal "${id}" tidak dikenal. Tulis level=C1 sampai level=C6.`
		)
	}),
	'question-options': assessed({
		finds: 'Soal dengan kurang dari dua pilihan.',
		remedy: 'Tulis paling sedikit dua pilihan.',
		why: 'Tanpa pengecoh, soal tidak mengukur apa pun.',
		run: each(withoutOptions)
	}),
	'right-answer': assessed({
		finds: 'Soal tanpa jawaban benar, dengan terlalu banyak jawaban benar, atau tanpa pengecoh.',
		remedy: 'Tandai jawaban benar dengan [x].',
		why: 'Soal itu tidak dapat dinilai dengan adil.',
		run: each(withoutRightAnswer)
	}),
	'true-false': assessed({
		finds: 'Soal benar-salah yang pilihannya tidak tepat dua.',
		remedy: 'Sisakan dua pilihan.',
		why: 'Pilihan ketiga membuatnya bukan soal benar-salah.',
		run: each(wrongTrueFalse)
	}),
	'identical-options': assessed({
		finds: 'Pilihan yang kosong atau sama.',
		remedy: 'Bedakan pilihannya.',
		why: 'Peserta yang benar dapat dinilai salah.',
		run: identicalOptions
	}),
	'missing-rationale': assessed({
		finds: 'Pilihan tanpa pembahasan.',
		remedy: 'Tulis pembahasan tiap pilihan pada baris "> …" di bawahnya.',
		why: 'Umpan balik tiap pilihan adalah saat orang belajar dari kekeliruannya.',
		suppressible: true,
		run: missingRationales
	}),
	'item-without-objective': assessed({
		finds: 'Soal yang tidak menguji tujuan apa pun.',
		remedy: 'Hubungkan soal dengan tujuan lewat objective=….',
		why: 'Sertifikat menyebut tujuan yang terbukti, bukan nilai saja.',
		run: each(({ objective, id }) =>
			objective === null
				? `Soal "${id}" tidak menguji tujuan apa pun. Tambahkan objective=… pada pembukanya.`
				: null
		)
	}),
	'objective-without-item': assessed({
		finds: 'Tujuan yang tidak diuji oleh satu soal pun.',
		remedy: 'Tambahkan soal untuk tujuan ini.',
		why: 'Tujuan yang tidak diuji tidak dapat dinyatakan tercapai.',
		suppressible: true,
		run: objectivesWithoutItems
	}),
	'objective-unserved': assessed({
		finds: 'Tujuan yang tidak dilayani satu materi pun.',
		remedy: 'Sebut tujuan itu pada objectives sebuah materi, atau hapus dari module.md.',
		why: 'Peserta yang gagal pada tujuan itu tidak punya materi untuk dibaca ulang.',
		suppressible: true,
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
