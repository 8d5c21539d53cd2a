import { isSlug } from '../../markdown/slug.ts';
import { comparable, questionKinds } from '../answers.ts';
import type { Option, Project, Question, Rubric, Side } from '../course.ts';
import { orderByNames } from '../rubric-order.ts';
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

const optionsOf = ({ answer }: Question): Option[] => ('options' in answer ? answer.options : []);

/** Questions and scenarios alike are known by an id that stands in the file. */
function identities({ course }: Subject): Hit[] {
	const named = [
		...course.questions.map((question) => ({ ...question, what: 'soal', block: 'question' })),
		...course.scenarios.map((scenario) => ({ ...scenario, what: 'kasus', block: 'scenario' }))
	];
	return named.flatMap(({ id, idWritten, what, block, file, line, column }) => {
		const place = { file, line, column };
		if (!idWritten) {
			const message = `Blok ${what} ini belum punya pengenal. Tulis :::${block}{#${id} …}, atau jalankan check --fix.`;
			return [{ ...place, message }];
		}
		if (isSlug(id)) return [];
		const message = `Pengenal ${what} "${id}" hanya boleh memuat huruf kecil, angka, dan tanda hubung.`;
		return [{ ...place, message }];
	});
}

/** What a question of each kind lacks to be answered at all. */
function incomplete({ answer, id, stray, unknownKind }: Question): string | null {
	// What is lacking may be there, where it does not count: question-form tells of it.
	if (unknownKind !== null || stray.length > 0) return null;
	switch (answer.kind) {
		case 'numeric':
			return answer.value === null
				? `Soal "${id}" belum punya jawaban yang terbaca sebagai satu angka. Tulis satu baris "= 2,5 ± 0,1 jam" atau "= 75 ± 1 %"; satuan tidak memuat angka lain, "|", atau "×". Bila jawabannya kata, tulis kind=short.`
				: null;
		case 'short':
			return answer.accepted.length === 0
				? `Soal "${id}" belum punya jawaban. Tulis baris "= jawaban | sinonim".`
				: null;
		case 'match':
			return new Set(answer.pairs.map(({ right }) => right.id)).size < 2
				? `Soal "${id}" punya ${answer.pairs.length} pasangan. Tulis tabel dua kolom dengan paling sedikit dua baris yang jawabannya berbeda.`
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

const isEmpty = ({ text, tokens }: Side) =>
	text === '' &&
	!tokens.some(
		({ type, children }) =>
			type === 'fence' || type === 'code_block' || children?.some((child) => child.type === 'image')
	);

function identicalOptions({ course }: Subject): Hit[] {
	return course.questions.flatMap((question) => {
		const { file } = question;
		const seen = new Set<string>();
		return sidesOf(question).flatMap((side) => {
			const { id, text, line, column } = side;
			const place = { file, line, column };
			if (isEmpty(side)) return [{ ...place, message: 'Pilihan ini kosong. Tulis isinya.' }];
			if (!seen.has(id)) {
				seen.add(id);
				return [];
			}
			const message = `Pilihan "${text.slice(0, 60)}" ditulis dua kali. Ubah salah satunya.`;
			return [{ ...place, message }];
		});
	});
}

/** Options whose mark is none of a choice: `[]`, `[v]`, `[x]` without a space behind it, a digit. */
function unmarkedOptions({ course }: Subject): Hit[] {
	return course.questions.flatMap(({ file, answer }) => {
		if (!('options' in answer) || answer.kind === 'situational') return [];
		return answer.options
			.filter(({ worth }) => worth === null)
			.map(({ text, line, column }) => ({
				file,
				line,
				column,
				message: `Pilihan "${text.slice(0, 60)}" belum ditandai. Awali dengan "[x] " bila benar, "[ ] " bila tidak, dengan spasi di belakangnya.`
			}));
	});
}

function unreadParts({ course }: Subject): Hit[] {
	return course.questions.flatMap(({ id, file, unread }) =>
		unread.map(({ what, line, column }) => ({
			file,
			line,
			column,
			message: `Bagian soal "${id}" ini tidak akan sampai ke peserta: ${what}. Pindahkan atau hapus.`
		}))
	);
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
function essayAsCheck({ lessons }: Subject): Hit[] {
	return lessons.flatMap(({ questions }) =>
		questions
			.filter(({ answer }) => answer.kind === 'essay')
			.map((question) => ({
				...at(question),
				message: `Soal uraian "${question.id}" tidak dapat dinilai seketika. Pindahkan ke kuis.md, bank/, atau tes.`
			}))
	);
}

/** Two accepted answers that the marking takes for one. */
function repeatedVariants({ answer, id }: Question): string | null {
	if (answer.kind !== 'short') return null;
	const seen = new Set<string>();
	const twice = answer.accepted.find((variant) => {
		const words = comparable(variant);
		return seen.has(words) || !seen.add(words);
	});
	return twice === undefined
		? null
		: `Jawaban "${twice}" pada soal "${id}" sama dengan yang lain; huruf besar dan spasi tidak dibedakan. Hapus salah satunya.`;
}

/** What keeps two markers from coming to the same score. */
function rubricFault({ levels, criteria }: Rubric): string | null {
	if (levels.length < 2)
		return 'Rubrik memerlukan paling sedikit dua jenjang di kolom ketiga dan seterusnya.';
	const bare = criteria.find(({ weight }) => weight === null);
	if (bare)
		return `Kriteria "${bare.name}" pada rubrik belum berbobot. Tulis angkanya di kolom kedua.`;
	const sum = criteria.reduce((total, { weight }) => total + weight!, 0);
	if (Math.abs(sum - 100) > 0.01)
		return `Bobot rubrik berjumlah ${sum.toLocaleString('id-ID')}. Jadikan 100.`;
	const empty = criteria.find((criterion) => levels.some((_, at) => !criterion.levels[at]));
	return empty
		? `Kriteria "${empty.name}" belum menerangkan semua jenjang. Isi tiap selnya.`
		: null;
}

/** Every rubric there is, of essays and of the project, and what is wrong with it. */
const ofRubrics =
	(judge: (rubric: Rubric) => string | null) =>
	(subject: Subject): Hit[] => {
		const { project } = subject.course;
		const essays = each(({ answer }) =>
			answer.kind === 'essay' && answer.rubric ? judge(answer.rubric) : null
		)(subject);
		const message = project?.rubric ? judge(project.rubric) : null;
		return project && message !== null ? [...essays, { ...bodyOf(project), message }] : essays;
	};

const bodyOf = ({ file, bodyLine }: Project) => ({ file, line: bodyLine, column: 1 });

function projectWithoutRubric({ course: { project } }: Subject): Hit[] {
	if (!project || project.rubric) return [];
	const message =
		'Tugas ini belum punya rubrik. Tambahkan blok :::rubric berisi tabel kriteria, bobot, dan jenjang.';
	return [{ ...bodyOf(project), message }];
}

/** What leaves open, or contradicts, which of a rubric's levels is the best. */
function orderFault({ levels, order, unknownOrder }: Rubric): string | null {
	if (unknownOrder !== null)
		return `Urutan jenjang "${unknownOrder}" tidak dikenal. Tulis :::rubric{levels=turun} bila jenjang terbaik di kiri, atau levels=naik bila di kanan.`;
	if (levels.length < 2) return null;
	const named = orderByNames(levels);
	const [first, last] = [levels[0]!, levels.at(-1)!];
	if (order === null && named === null)
		return `Tidak jelas mana jenjang terbaik: "${first}" atau "${last}". Tulis :::rubric{levels=turun} bila jenjang terbaik di kiri, atau levels=naik bila di kanan.`;
	if (order === null || named === null || order === named) return null;
	return `Rubrik menyatakan levels=${order}, padahal jenjangnya berurut dari "${first}" ke "${last}". Tulis levels=${named}, atau balikkan kolomnya.`;
}

const levels = /^C[1-6]$/;

/** Rules of single items: they block publication, not a draft. */
export const assessment: Record<string, Rule> = {
	'question-kind': assessed({
		finds: 'Jenis soal yang tidak dikenal.',
		remedy: 'Pakai kind yang dikenal.',
		why: 'Jenis soal menentukan cara menjawab dan menilai.',
		run: each(({ unknownKind }) =>
			unknownKind === null
				? null
				: `Jenis soal "${unknownKind}" belum dikenal. Yang ada: ${questionKinds.join(', ')}.`
		)
	}),
	'question-pool': assessed({
		finds: 'Kumpulan soal yang tidak dikenal.',
		remedy: 'Pakai pool latihan, kuis, atau ujian.',
		why: 'Soal ujian yang muncul sebagai latihan tidak lagi menguji apa pun.',
		run: each(({ unknownPool }) =>
			unknownPool === null
				? null
				: `Kumpulan soal "${unknownPool}" tidak dikenal. Yang ada: latihan, kuis, ujian.`
		)
	}),
	'essay-check': assessed({
		finds: 'Soal uraian di dalam materi.',
		remedy: 'Pindahkan soal uraian ke kuis, bank, atau tes.',
		why: 'Cek pemahaman dinilai seketika, sedangkan uraian dibaca orang.',
		run: essayAsCheck
	}),
	'question-id': assessed({
		finds: 'Soal atau kasus tanpa pengenal, atau dengan pengenal yang bentuknya keliru.',
		remedy: 'Tulis pengenal soal.',
		why: 'Jawaban peserta dicatat pada pengenal soal.',
		fixable: true,
		run: identities
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
		finds:
			'Soal yang belum lengkap untuk dijawab: kurang pilihan, pasangan, langkah, jawaban, atau rubrik; pilihan tanpa tanda.',
		remedy: 'Lengkapi yang harus dijawab.',
		why: 'Soal yang tidak lengkap tidak mengukur apa pun.',
		run: (subject) => [...each(incomplete)(subject), ...unmarkedOptions(subject)]
	}),
	'unread-part': assessed({
		finds:
			'Isi soal yang tidak terbaca: sesudah pembahasan pilihan, kolom ketiga, atau pasangan tanpa kolom kanan.',
		remedy: 'Pindahkan isinya ke pertanyaan, pilihan, atau pembahasan; atau hapus.',
		why: 'Yang tidak terbaca hilang tanpa terlihat penulisnya.',
		run: unreadParts
	}),
	'right-answer': assessed({
		finds: 'Soal tanpa jawaban benar, dengan terlalu banyak jawaban benar, atau tanpa pengecoh.',
		remedy: 'Tandai jawaban benar dengan [x], pada soal situasi dengan [2].',
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
		finds: 'Pilihan, pasangan, atau langkah yang kosong atau sama.',
		remedy: 'Bedakan pilihannya.',
		why: 'Peserta yang benar dapat dinilai salah.',
		run: identicalOptions
	}),
	'repeated-variant': assessed({
		finds: 'Jawaban singkat yang ditulis dua kali.',
		remedy: 'Hapus salah satunya.',
		why: 'Huruf besar dan spasi tidak dibedakan saat menilai; pengulangan menyembunyikan variasi yang terlupa.',
		run: each(repeatedVariants)
	}),
	'numeric-tolerance': assessed({
		finds: 'Soal angka tanpa toleransi.',
		remedy:
			'Tulis toleransinya: "= 2,5 ± 0,1", "± 0" bila harus tepat, atau kind=short bila jawabannya kata.',
		why: 'Pembulatan yang wajar tidak boleh membuat jawaban yang benar menjadi salah.',
		run: each(({ answer, id }) =>
			answer.kind === 'numeric' && answer.value !== null && answer.tolerance === null
				? `Soal angka "${id}" belum menyebut toleransi. Tulis misalnya "= ${answer.value.toLocaleString('id-ID')} ± 0,1", "± 0" bila harus tepat, atau kind=short bila jawabannya kata.`
				: null
		)
	}),
	rubric: assessed({
		finds:
			'Rubrik tanpa bobot, dengan bobot yang tidak berjumlah 100, atau dengan jenjang yang belum diterangkan.',
		remedy: 'Lengkapi kriteria, bobot, dan jenjangnya.',
		why: 'Dua penilai harus sampai pada nilai yang sama.',
		run: (subject) => [...ofRubrics(rubricFault)(subject), ...projectWithoutRubric(subject)]
	}),
	'rubric-order': assessed({
		finds:
			'Rubrik yang tidak menyatakan jenjang terbaiknya: nama jenjang di ujung kiri dan kanan tidak menunjukkannya, atau berlawanan dengan levels.',
		remedy: 'Tulis :::rubric{levels=turun} dari terbaik ke terlemah, atau levels=naik sebaliknya.',
		why: 'Urutan yang terbalik memberi nilai tertinggi kepada karya yang paling lemah.',
		run: ofRubrics(orderFault)
	}),
	'missing-rationale': assessed({
		finds: 'Soal atau pilihan tanpa pembahasan.',
		remedy: 'Tulis pembahasan pada baris "> …" di bawahnya.',
		why: 'Umpan balik adalah saat orang belajar dari kekeliruannya.',
		suppressible: true,
		run: missingRationales
	})
};
