import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../markdown/parse.ts';
import type { Question } from './course.ts';
import { keyOf } from './keys.ts';
import { renderLesson } from './lesson-page.ts';
import { readQuestions } from './questions.ts';

function read(body: string) {
	return readQuestions(parseMarkdown(body), {
		file: 'a.md',
		place: { kind: 'lesson', lessonId: 'a' },
		pool: 'latihan',
		idPrefix: 'a',
		body,
		bodyLine: 1
	});
}

const one = (body: string): Question => read(body).questions[0]!;

/** A question of each kind, with words that only its key and rationale hold. */
const kinds: [kind: string, body: string][] = [
	['single', '- [x] Satu\n  > Rahasia.\n- [ ] Dua\n  > Rahasia.\n'],
	['multiple', '- [x] Satu\n  > Rahasia.\n- [x] Dua\n  > Rahasia.\n- [ ] Tiga\n  > Rahasia.\n'],
	['situational', '- [2] Satu\n  > Rahasia.\n- [1] Dua\n  > Rahasia.\n- [0] Tiga\n  > Rahasia.\n'],
	['numeric', '= 98,765 ± 0,5 jam\n\n> Rahasia.\n'],
	['short', '= rahasia besar | rahasia kecil\n\n> Rahasia.\n']
];

describe('the kind of a question', () => {
	test.each(kinds)('is read from its marks: %s', (kind, body) => {
		expect(one(`:::question{#a}\nTanya?\n\n${body}:::`).answer.kind).toBe(kind);
	});

	test('that is named wins, and one that does not exist is told', () => {
		expect(
			one(':::question{#a kind=multiple}\nTanya?\n\n- [x] Satu\n- [ ] Dua\n:::').answer.kind
		).toBe('multiple');
		expect(one(':::question{#a kind=esai}\nTanya?\n:::').unknownKind).toBe('esai');
	});
});

describe('what looks like an answer and is none', () => {
	test.each([
		['a list of options in a question of another kind', 'kind=numeric', '\n\n= 3 ± 0'],
		['a list cut off from the next by another bullet', '', '\n* [x] Lain\n* [ ] Lagi'],
		['a list and a key where no kind is named', '', '\n\n= 3 ± 0']
	])('is shown to nobody: %s', (_what, kind, rest) => {
		const body = `:::question{#a ${kind}}\nTanya?\n\n- [x] Rahasia\n  > Rahasia.\n- [ ] Rahasia juga${rest}\n:::`;
		const references = { courseId: 'a', lessons: {}, assets: {}, terms: [] };
		const { rationales: _, ...sent } = renderLesson(body, 'a.md', references, new Map());
		expect(JSON.stringify(sent)).not.toContain('Rahasia');
		expect(one(body).stray).toMatchObject([{ form: 'options', line: 4 }]);
	});
});

describe('a line "= …" without a kind', () => {
	const answerOf = (line: string, kind = '') =>
		one(`:::question{#a ${kind}}\nBerapa?\n\n${line}\n:::`).answer;

	test.each<[line: string, value: number, tolerance: number | null, unit: string | null]>([
		['= 0.125 ± 0.001', 0.125, 0.001, null],
		['= 75% ± 1%', 75, 1, '%'],
		['= 75 ± 1 %', 75, 1, '%'],
		['= 2,5 % ± 0,1 % per tahun', 2.5, 0.1, '% per tahun'],
		['= Rp1.000.000 ± Rp500', 1_000_000, 500, 'Rp'],
		['= Rp 1.000.000 ± 500 per bulan', 1_000_000, 500, 'Rp per bulan'],
		['= 1 000 +/- 5 kg', 1000, 5, 'kg'],
		['= ７５ ± １', 75, 1, null],
		['= −3,5 ± 0', -3.5, 0, null],
		['= 12 ± 0 m²', 12, 0, 'm²'],
		['= 12 ± 0 m2', 12, 0, 'm2'],
		['= 12', 12, null, null]
	])('%s is a number', (line, value, tolerance, unit) => {
		expect(answerOf(line)).toEqual({ kind: 'numeric', value, tolerance, unit });
	});

	test.each([
		['= 3 × 24 jam | 72 jam', ['3 × 24 jam', '72 jam']],
		['= 17 Agustus 1945 | 17-8-1945', ['17 Agustus 1945', '17-8-1945']],
		['= 3 hari | tiga hari', ['3 hari', 'tiga hari']],
		['= 3 × 24 jam', ['3 × 24 jam']],
		['= 17 Agustus 1945', ['17 Agustus 1945']],
		['= 3\n= tiga', ['3', 'tiga']],
		['= 3/4', ['3/4']]
	])('%s is words', (line, accepted) => {
		expect(answerOf(line)).toEqual({ kind: 'short', accepted });
	});

	test.each([
		...[
			'= 3–5 ± 0',
			'= ± 5',
			'= tiga ± 1',
			'= 3 ± satu',
			'= 3 ± 0 hari | tiga',
			'= 75% per hari ± 1'
		],
		...['= 1.23.4 ± 0', '= 5 ± 0 per 100 km', '= 5 ± 0 × 2', '= 3 ± 0\n= tiga', '= 0.125.000 ± 1']
	])('%s with a tolerance says a number and none can be read', (line) => {
		const unread = { kind: 'numeric', value: null, tolerance: null, unit: null };
		expect(answerOf(line)).toEqual(unread);
		expect(answerOf(line, 'kind=numeric')).toEqual(unread);
	});

	test('stays what its kind says', () => {
		expect(answerOf('= 3 ± 0', 'kind=short')).toEqual({ kind: 'short', accepted: ['3 ± 0'] });
		expect(answerOf('= 3\n= 4', 'kind=numeric')).toMatchObject({ value: null });
	});
});

describe('keys', () => {
	test('of a number stand on a line of their own, also right under the prompt', () => {
		const question = one(
			':::question{#a kind=numeric}\nBerapa?\n= 1.234,5 ± 0,25 kg\n> Sebab.\n:::'
		);
		expect(question.prompt.text).toBe('Berapa?');
		expect(question.answer).toEqual({
			kind: 'numeric',
			value: 1234.5,
			tolerance: 0.25,
			unit: 'kg'
		});
		expect(question.rationale?.text).toBe('Sebab.');
		expect(keyOf(question)).toEqual({
			correct: [],
			detail: { kind: 'numeric', value: 1234.5, tolerance: 0.25 }
		});
	});

	test('of a short answer are all its variants', () => {
		expect(
			one(':::question{#a}\nApa?\n\n= data induk | master data\n= data rujukan\n:::').answer
		).toEqual({
			kind: 'short',
			accepted: ['data induk', 'master data', 'data rujukan']
		});
	});

	test('of a matching are its rows; a row without a left cell belongs to nothing', () => {
		const question = one(
			':::question{#a kind=match}\nPasangkan.\n\n| Peran | Tugas |\n| --- | --- |\n| Walidata | Memeriksa |\n| Produsen | Menghasilkan |\n| | Mencetak |\n\n> Sebab.\n:::'
		);
		const { answer } = question;
		if (answer.kind !== 'match') throw new Error(answer.kind);
		expect(answer.titles).toEqual(['Peran', 'Tugas']);
		expect(answer.pairs.map(({ left, right }) => [left.text, right.text, left.line])).toEqual([
			['Walidata', 'Memeriksa', 6],
			['Produsen', 'Menghasilkan', 7]
		]);
		expect(answer.spare.map(({ text }) => text)).toEqual(['Mencetak']);
		expect(keyOf(question).correct).toHaveLength(2);
		expect(question.rationale?.text).toBe('Sebab.');
	});

	test('of an ordering are its steps as written', () => {
		const question = one(':::question{#a kind=order}\nUrutkan.\n\n1. Satu\n2. Dua\n3. Tiga\n:::');
		const { answer } = question;
		if (answer.kind !== 'order') throw new Error(answer.kind);
		expect(answer.steps.map(({ text, line }) => [text, line])).toEqual([
			['Satu', 4],
			['Dua', 5],
			['Tiga', 6]
		]);
		expect(keyOf(question).correct).toEqual(answer.steps.map(({ id }, at) => `${id}:${at + 1}`));
	});

	test('of a situation are what each option is worth', () => {
		const question = one(`:::question{#a}\nApa?\n\n${kinds[2]![1]}:::`);
		expect(Object.values((keyOf(question).detail as { worth: object }).worth)).toEqual([2, 1, 0]);
		expect(keyOf(question).correct).toHaveLength(1);
	});

	test('of an essay are the criteria of its rubric', () => {
		const { answer } = one(
			':::question{#a kind=essay}\nJelaskan.\n\n:::rubric\n| Kriteria | Bobot | Cukup | Baik |\n| --- | --- | --- | --- |\n| Isi | 60 % | Sebagian | Lengkap |\n| Bahasa | 40 | Kaku | Lugas |\n:::\n:::'
		);
		expect(answer).toEqual({
			kind: 'essay',
			rubric: {
				levels: ['Cukup', 'Baik'],
				order: null,
				unknownOrder: null,
				criteria: [
					{ name: 'Isi', weight: 60, levels: ['Sebagian', 'Lengkap'] },
					{ name: 'Bahasa', weight: 40, levels: ['Kaku', 'Lugas'] }
				]
			}
		});
	});

	test.each([
		['', 'Kurang | Baik', 'naik'],
		['', 'Baik | Kurang', 'turun'],
		['{levels=naik}', 'Pemula | Mahir', 'naik'],
		['{levels=turun}', 'Mahir | Pemula', 'turun']
	])('of an essay settle which level is the best: %s %s', (stated, names, order) => {
		const question = one(
			`:::question{#a kind=essay}\nJelaskan.\n\n:::rubric${stated}\n| Kriteria | Bobot | ${names} |\n| --- | --- | --- | --- |\n| Isi | 100 | Satu | Dua |\n:::\n:::`
		);
		expect(keyOf(question).detail).toEqual({
			kind: 'essay',
			rubric: {
				levels: names.split(' | '),
				criteria: [{ name: 'Isi', weight: 100, levels: ['Satu', 'Dua'] }],
				order
			}
		});
	});
});

test('a scenario tells its case once and keeps its questions together', () => {
	const { questions, scenarios } = read(
		':::scenario{#kasus title="Dua loket"}\nWarga datang.\n\n:::question{#a}\nTanya?\n\n- [x] Satu\n- [ ] Dua\n:::\n\n:::question\nLagi?\n\n- [x] Satu\n- [ ] Dua\n:::\n:::\n\n:::question{#c}\nLain?\n:::'
	);
	expect(scenarios).toMatchObject([
		{ id: 'kasus', title: 'Dua loket', text: { text: 'Warga datang.' }, questions: ['a', 'a-2'] }
	]);
	expect(questions.map(({ id, scenario, line }) => [id, scenario, line])).toEqual([
		['a', 'kasus', 4],
		['a-2', 'kasus', 11],
		['c', null, 19]
	]);
});

describe('a lesson as it is sent', () => {
	const references = { courseId: 'x', lessons: {}, assets: {}, terms: [] };
	const whole = [
		...kinds.map(([kind, body]) => `:::question{#${kind}}\nTanya?\n\n${body}:::`),
		':::question{#match kind=match}\nPasangkan.\n\n| A | B |\n| --- | --- |\n| Kiri satu | Kanan satu |\n| Kiri dua | Kanan dua |\n\n> Rahasia.\n:::',
		':::question{#order kind=order}\nUrutkan.\n\n1. Langkah satu\n2. Langkah dua\n3. Langkah tiga\n\n> Rahasia.\n:::',
		':::scenario{#kasus}\nKasusnya.\n\n:::question{#dalam kind=short}\nTanya?\n\n= rahasia\n\n> Rahasia.\n:::\n:::'
	].join('\n\n');
	const { segments, rationales } = renderLesson(whole, 'a.md', references, new Map());

	test('holds every question and nothing of a key or rationale', () => {
		expect(segments.map(({ kind }) => kind)).toEqual([
			...Array<string>(7).fill('check'),
			'scenario'
		]);
		expect(JSON.stringify(segments)).not.toMatch(/rahasia|98,765|0,5|correct|worth|accepted/i);
		expect(rationales['numeric']).toEqual({ options: {}, whole: '<p>Rahasia.</p>' });
	});

	test('shows steps in another order than the right one, and the same to everybody', () => {
		const steps = (body: string) =>
			renderLesson(body, 'a.md', references, new Map()).segments.flatMap((segment) =>
				segment.kind === 'check' && segment.question.kind === 'order'
					? segment.question.steps.map(({ html }) => html)
					: []
			);
		for (let length = 3; length < 9; length++) {
			const list = Array.from({ length }, (_, at) => `${at + 1}. Langkah ke-${at * length}`);
			const body = `:::question{#o kind=order}\nUrutkan.\n\n${list.join('\n')}\n:::`;
			expect(steps(body)).toHaveLength(length);
			expect(steps(body)).not.toEqual(list.map((line) => `<p>${line.slice(3)}</p>`));
			expect(steps(body)).toEqual(steps(body));
		}
	});
});

describe('what stands before the answer belongs to the prompt', () => {
	test.each([
		[
			'a list like the answer',
			':::question{kind=order}\nUrutkan.\n\n1. Bahan\n2. Alat\n\n1) Satu\n2) Dua\n:::',
			'Urutkan. Bahan Alat'
		],
		[
			'a table like the answer',
			':::question{kind=match}\nPasangkan.\n\n| A | B |\n| - | - |\n| a | b |\n\n| C | D |\n| - | - |\n| c | d |\n:::',
			'Pasangkan. A B a b'
		],
		[
			'a key within a list',
			':::question{kind=numeric}\nHitung.\n\n- bila\n  = 2\n\n= 3\n:::',
			'Hitung. bila = 2'
		],
		[
			'marks within an inner list',
			':::question\nPilih.\n\n1. a\n   - [x] b\n\n- [x] Satu\n- [ ] Dua\n:::',
			'Pilih. a [x] b'
		]
	])('%s', (_what, source, prompt) => {
		expect(one(source).prompt.text).toBe(prompt);
	});
});

describe('a list of options', () => {
	const optionsOf = (list: string, kind = '') => {
		const { answer } = one(`:::question{#a ${kind}}\nTanya?\n\n${list}\n:::`);
		if (!('options' in answer)) throw new Error(answer.kind);
		return answer.options;
	};

	test('stays one where the first mark is a slip, and tells which marks say nothing', () => {
		const options = optionsOf('- [x]Satu\n- [] Dua\n- [v] Tiga\n- [1] Empat\n- [ ] Lima');
		expect(options.map(({ text, worth }) => [text, worth])).toEqual([
			['[x]Satu', null],
			['[] Dua', null],
			['[v] Tiga', null],
			['Empat', null],
			['Lima', 0]
		]);
	});

	test('of a situation earns by digits alone', () => {
		const options = optionsOf('- [2] Satu\n- [x] Dua\n- [ ] Tiga\n- [0] Empat');
		expect(options.map(({ worth, correct }) => [worth, correct])).toEqual([
			[2, true],
			[null, false],
			[null, false],
			[0, false]
		]);
	});

	const ids = (list: string) => optionsOf(list).map(({ id }) => id);
	const code = (text: string) => `\n\n  \`\`\`\n  ${text}\n  \`\`\`\n`;

	test.each([
		['case', '- [x] Bapak\n- [ ] bapak'],
		['code in a block', `- [x] Perintah${code('a')}\n- [ ] Perintah${code('b')}`],
		['pictures', '- [x] ![Bagan](a.svg)\n- [ ] ![Bagan](b.svg)']
	])('tells options apart by %s', (_what, list) => {
		expect(new Set(ids(list)).size).toBe(2);
	});

	test('gives an option the id of its words, whatever its case, unless another has the same', () => {
		const [plain] = ids('- [x] Bapak\n- [ ] Ibu');
		expect(ids('- [ ] Ibu\n- [x] bapak.')[1]).toBe(plain);
		const [upper, lower] = ids('- [x] Bapak\n- [ ] bapak');
		expect([upper, lower]).not.toContain(plain);
		expect(ids('- [ ] bapak\n- [ ] Ibu\n- [x] Bapak')).toEqual([
			lower,
			ids('- [x] Ibu\n- [ ] a')[0],
			upper
		]);
	});

	test('that says the same twice gives the same id, which a rule tells of', () => {
		expect(new Set(ids('- [x] Satu kali\n- [ ] Satu  kali.')).size).toBe(1);
	});
});

test('pairs are told apart by how they are written; one right side may serve two left ones', () => {
	const { answer } = one(
		':::question{#a kind=match}\nPasangkan.\n\n| A | B |\n| - | - |\n| Bapak | Satu |\n| bapak | Satu |\n| Ibu | satu |\n:::'
	);
	if (answer.kind !== 'match') throw new Error(answer.kind);
	expect(new Set(answer.pairs.map(({ left }) => left.id)).size).toBe(3);
	const [first, second, third] = answer.pairs.map(({ right }) => right.id);
	expect(second).toBe(first);
	expect(third).not.toBe(first);
});
