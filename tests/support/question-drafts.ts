import fc from 'fast-check';
import type {
	AnswerDraft,
	OptionDraft,
	QuestionDraft,
	ScenarioDraft
} from '#lib/server/catalog/question-draft.ts';

/** Words that look like marks of the format, each of one line. */
const nastyWords = [
	'[x] Satu',
	'[ ] Dua',
	'[] Tiga',
	'[v] Empat',
	'[x]Lima',
	'> kutip',
	'= 2,5',
	'- butir',
	'* bintang',
	'1. urut',
	'2) urut',
	'| pipa |',
	'a | b',
	'`a|b`',
	'\\| \\\\',
	'::: blok',
	':::',
	':::note{a=b}',
	'# judul',
	'Judul #',
	'---',
	'***',
	'```',
	'~~~ sql',
	'<!-- catatan -->',
	'<!--',
	'[a]: b',
	'[^1]: catatan',
	'kata[^1]',
	'[[istilah|teks]]',
	'![alt](a.svg)',
	'akhir \\',
	'    menjorok',
	'\ttab',
	'  spasi di tepi  ',
	'“kutip” dan "lurus" \'tunggal\'',
	'nilai: a, b; c = d {e}',
	'e\u0301 — 中文 🙂',
	'a\u00a0b',
	'a\u2028b',
	'&amp; &#35;',
	'<b>html</b>',
	'$x_1$ dan **tebal**'
];

const plainWords = ['Data dicatat satu kali.', 'Tiga kali', '2,5 jam', 'Ya'];

/** One line of words, plain or nasty. */
export const anyLine: fc.Arbitrary<string> = fc.oneof(
	{ weight: 2, arbitrary: fc.constantFrom(...plainWords) },
	{ weight: 4, arbitrary: fc.constantFrom(...nastyWords) },
	{ weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }) },
	{ weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...'ab ->=|[]x:`\\#1.*') }) }
);

/** One line that is a plain sentence. */
const sentence = fc
	.tuple(fc.constantFrom(...plainWords), fc.nat({ max: 99 }))
	.map(([words, number]) => `${words} (${number})`);

/** Whole blocks, each closed. */
const wholeBlock = fc.oneof(
	sentence,
	fc.constantFrom(
		'- a\n- b',
		'* a\n\n  lanjut',
		'1. a\n2. b',
		'> kutipan\n> dua baris',
		'| A | B |\n| --- | --- |\n| 1 | `a\\|b` |',
		"```sql\n:::\n\nselect '[x]'\n```",
		'    kode menjorok',
		'## Judul',
		'Baris satu\nbaris dua',
		'![Alt.](a.svg "Judul")',
		':::note{title="Catat \\"ini\\""}\nIsi.\n:::',
		'::::case\n:::warning\nAwas.\n:::\n::::',
		'<!-- catatan penulis -->',
		'- a\n\n<!-- -->\n\n- b',
		'[rujukan]: https://contoh.go.id'
	)
);

/** Markdown of several whole blocks, as a careful author writes. */
export const carefulText: fc.Arbitrary<string> = fc
	.tuple(sentence, fc.array(wholeBlock, { maxLength: 3 }))
	.map(([first, blocks]) => [first, ...blocks].join('\n\n'));

/** Any Markdown, whole or broken. */
export const anyMarkdown: fc.Arbitrary<string> = fc.oneof(
	carefulText,
	fc.array(wholeBlock, { maxLength: 3 }).map((blocks) => blocks.join('\n\n')),
	fc.array(anyLine, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n')),
	fc.array(anyLine, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\r\n\r\n'))
);

const id = fc.option(fc.constantFrom('silo-1', 'a_b', 'x'), { nil: null });

interface Texts {
	/** Markdown of prompts, rationales and cases. */
	long: fc.Arbitrary<string>;
	/** Of options: running text at first. */
	option: fc.Arbitrary<string>;
	/** Of cells and accepted answers. */
	short: fc.Arbitrary<string>;
	/** Of a key: its value and tolerance, and its unit. */
	number?: fc.Arbitrary<string>;
	unit?: fc.Arbitrary<string>;
}

/** Numbers as authors write them, and what they say. */
export const writtenNumbers: Readonly<Record<string, number>> = {
	'2,585': 2.585,
	'0,005': 0.005,
	'1.234,5': 1234.5,
	'1.000.000': 1_000_000,
	'1 000': 1000,
	'0.125': 0.125,
	'2.50': 2.5,
	'0': 0,
	'12': 12
};
const plainNumber = fc.constantFrom(...Object.keys(writtenNumbers));
const plainUnit = fc.constantFrom('jam', '%', '% per tahun', 'Rp', 'm²', 'm2', 'km/jam');
const nastyNumber = fc.constantFrom(
	'75%',
	'Rp500',
	'3–5',
	'0.125.000',
	'7 8',
	'５',
	'−3',
	'3/4',
	'±'
);
const nastyUnit = fc.constantFrom(
	'hari | tiga',
	'× 24 jam',
	'Agustus 1945',
	'± 1',
	'%%',
	'% | 3',
	'2'
);

/** The inside of a line "= …" in which numbers, signs, units and words meet in any way. */
export const anyKeyLine: fc.Arbitrary<string> = fc
	.array(
		fc.oneof(
			plainNumber,
			nastyNumber,
			plainUnit,
			nastyUnit,
			fc.constantFrom(' ', ' ', ' ± ', '±', ' +/- ', '%', 'Rp', ' | ', ',', '.', '-', ' tiga')
		),
		{ minLength: 1, maxLength: 6 }
	)
	.map((parts) => parts.join('').trim())
	.filter((line) => line !== '');

const some = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { minLength: 1, maxLength: 4 });

function answers({
	long,
	option,
	short,
	number = plainNumber,
	unit = plainUnit
}: Texts): fc.Arbitrary<AnswerDraft> {
	const rationale = fc.option(long, { nil: null });
	const anOption: fc.Arbitrary<OptionDraft> = fc.record({ text: option, rationale });
	const choice = some(
		fc.tuple(anOption, fc.boolean()).map(([draft, correct]) => ({ correct, ...draft }))
	);
	const row = fc.tuple(short, short);
	return fc.oneof(
		fc.record({ kind: fc.constantFrom('single', 'multiple', 'true-false'), options: choice }),
		fc.record({
			kind: fc.constant('situational'),
			options: some(
				fc.tuple(anOption, fc.nat({ max: 2 })).map(([draft, worth]) => ({ worth, ...draft }))
			)
		}),
		fc.record({
			kind: fc.constant('numeric'),
			value: number,
			tolerance: fc.option(number, { nil: null }),
			unit: fc.option(unit, { nil: null })
		}),
		fc.record({ kind: fc.constant('short'), accepted: some(short) }),
		fc.record({
			kind: fc.constant('match'),
			titles: row,
			pairs: fc.array(row, { maxLength: 4 }),
			spare: fc.array(short, { maxLength: 2 })
		}),
		fc.record({ kind: fc.constant('order'), steps: some(long) }),
		fc.record({
			kind: fc.constant('essay'),
			rubric: fc.option(
				fc.nat({ max: 3 }).chain((count) => {
					const levels = fc.array(short, { minLength: count, maxLength: count });
					const criterion = fc.record({
						name: short,
						weight: fc.constantFrom('60 %', '40'),
						levels
					});
					return fc.record({
						titles: fc.constant<[string, string]>(['Kriteria', 'Bobot']),
						order: fc.constantFrom(null, 'naik', 'turun'),
						levels,
						criteria: fc.array(criterion, { maxLength: 3 })
					});
				}),
				{ nil: null }
			)
		})
	) as fc.Arbitrary<AnswerDraft>;
}

function questions(texts: Texts): fc.Arbitrary<QuestionDraft> {
	return fc.record({
		id,
		objective: fc.option(fc.constantFrom('a1-1', 'tujuan "satu"', 'a\\b'), { nil: null }),
		level: fc.option(fc.constantFrom('C1', 'C6'), { nil: null }),
		pool: fc.option(fc.constantFrom('latihan', 'ujian'), { nil: null }),
		replaces: fc.array(fc.constantFrom('silo-0', 'kasus_b', 'lama-2'), { maxLength: 2 }),
		prompt: texts.long,
		answer: answers(texts),
		rationale: fc.option(texts.long, { nil: null })
	});
}

/** A line without the marks that no escaping could put where it stands. */
const option = fc
	.tuple(
		fc.constantFrom(
			...nastyWords.filter((words) => !/^\s|\s$|^\||```|~~~|<!--$|\u2028/.test(words)),
			...plainWords
		),
		fc.array(
			fc.constantFrom(
				'- butir',
				'1. urut',
				'| A | B |\n| --- | --- |\n| 1 | 2 |',
				'```\n[x]\n```',
				'Paragraf.'
			),
			{ maxLength: 2 }
		)
	)
	.map(([first, blocks]) => [first, ...blocks].join('\n\n'));

const cell = fc.constantFrom(...nastyWords.map((words) => words.trim()), ...plainWords);

/**
 * Questions of every kind by an author who closes what is opened: each can be written. Where nothing follows the prompt,
 * it does not end with a quotation, which would be the rationale.
 */
export const carefulQuestion = questions({ long: carefulText, option, short: sentence }).map(
	(draft) => {
		const { answer, rationale } = draft;
		const endsOpen = answer.kind === 'essay' && !answer.rubric && rationale === null;
		return endsOpen ? { ...draft, prompt: `${draft.prompt}\n\nJelaskan.` } : draft;
	}
);

/** Questions whose cells hold anything of one line. */
export const cellQuestion = questions({ long: sentence, option: sentence, short: cell });

/** Questions of every kind with anything typed in: some cannot be written. */
export const anyQuestion = questions({
	long: anyMarkdown,
	option: anyMarkdown,
	short: anyLine,
	number: fc.oneof(plainNumber, nastyNumber),
	unit: fc.oneof(plainUnit, nastyUnit)
});

export const anyScenario = (question: fc.Arbitrary<QuestionDraft>): fc.Arbitrary<ScenarioDraft> =>
	fc.record({
		id,
		title: fc.option(fc.constantFrom('Dua loket', 'a "b" \'c\''), { nil: null }),
		text: carefulText,
		questions: fc.array(question, { maxLength: 3 })
	});
