import type { Question } from '../course.ts';
import { isOfOptions, type StrayAnswer } from '../stray-answers.ts';
import { error, type Hit, type Rule, type Subject } from './rule.ts';

const remedies: Record<StrayAnswer['form'], (kind: Question['answer']['kind']) => string> = {
	options: (kind) =>
		isOfOptions(kind)
			? 'Daftar pilihan ini terpisah dari daftar pilihan di bawahnya, jadi tidak ikut. Pakai tanda butir yang sama ("-") untuk semua pilihan, tanpa teks di antaranya.'
			: `Daftar pilihan ini tidak dipakai: soalnya berjenis ${kind}. Hapus daftarnya, atau hapus kind dan baris "= …".`,
	rubric: (kind) =>
		kind === 'essay'
			? 'Soal uraian hanya memakai rubrik terakhir. Gabungkan keduanya.'
			: `Rubrik ini tidak dipakai: soalnya berjenis ${kind}. Hapus rubriknya, atau tulis kind=essay.`,
	key: (kind) =>
		kind === 'numeric'
			? 'Soal angka hanya memakai satu baris "= …". Hapus baris ini, atau perlebar toleransinya.'
			: `Baris "= …" ini tidak dipakai: soalnya berjenis ${kind}. Hapus, atau tulis kind=numeric atau kind=short.`,
	'key-text': () =>
		'Baris "= …" ini ada di dalam daftar atau blok, jadi tampil sebagai teks. Tulis di tepi kiri soal, di bawah baris kosong.',
	'mark-text': () =>
		'Tanda [x] di sini hanya teks. Tulis pilihan sebagai butir "- [x] …" di tepi kiri soal.'
};

function strayAnswers({ course }: Subject): Hit[] {
	return course.questions.flatMap(({ file, answer, stray }) =>
		stray.map(({ form, cut, line, column }) => ({
			...{ file, line, column },
			message: cut
				? 'Pembahasan di bawah pilihan ini tidak menjorok, jadi memutus daftar pilihan. Beri dua spasi di depan "> …".'
				: remedies[form](answer.kind)
		}))
	);
}

/** What would show a key, or drop a part of it, keeps even a draft from being sent in. */
export const questionForm: Record<string, Rule> = {
	'question-form': error({
		finds:
			'Bagian soal yang tampak seperti jawaban tetapi tidak dipakai: daftar pilihan kedua, baris "= …" berlebih atau di dalam daftar, rubrik di soal lain, tanda [x] yang hanya teks.',
		remedy: 'Sisakan satu bentuk jawaban, di tepi kiri soal.',
		why: 'Bagian yang tidak dipakai hilang diam-diam dari soal, atau memperlihatkan kuncinya.',
		run: strayAnswers
	})
};
