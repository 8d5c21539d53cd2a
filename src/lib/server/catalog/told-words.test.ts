import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aToldQuestion, constructCount, secretsOf } from '../../../../tests/support/told-words.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { questionKinds } from './answers.ts';
import { renderLesson } from './lesson-page.ts';

const references = {
	courseId: 'data-1',
	lessons: {},
	assets: {},
	terms: ['data-induk', 'data-rahasia']
};
const glossary = new Map([
	['data-induk', { term: 'data induk', definition: 'Rujukan bersama.' }],
	['data-rahasia', { term: 'data rahasia', definition: 'Yang tidak dibuka.' }]
]);

const rendered = (body: string) => renderLesson(body, 'a.md', references, glossary);

const aLessonAbout = fc
	.tuple(
		fc.array(
			fc.record({
				kind: fc.constantFrom(...questionKinds),
				chosen: fc.array(fc.nat({ max: constructCount - 1 }), { minLength: 1, maxLength: 4 }),
				inCase: fc.boolean()
			}),
			{ minLength: 1, maxLength: 3 }
		),
		fc.boolean()
	)
	.map(([asked, notesFirst]) => {
		const questions = asked.map(({ kind, chosen, inCase }, at) => ({
			inCase,
			...aToldQuestion(`soal-${at + 1}`, kind, chosen)
		}));
		const texts = questions.map(({ text, inCase }) =>
			inCase ? `:::::scenario\nWarga mengantre.\n\n${text}:::::\n` : text
		);
		const notes = questions.flatMap((question) => question.notes);
		const parts = ['Ini [[data induk]].[^umum]\n\n[^umum]: Catatan bersama.', ...texts];
		return {
			questions,
			body: (notesFirst ? [...notes, ...parts] : [...parts, ...notes]).join('\n\n')
		};
	});

describe('what is told of an answer', () => {
	test('stands in nothing that is sent or searched before, and comes whole with the answer', () => {
		fc.assert(
			fc.property(aLessonAbout, ({ questions, body }) => {
				const { rationales, ...sent } = rendered(body);
				const before = JSON.stringify(sent);
				const searched = parseMarkdown(body)
					.passages.filter(({ inQuestion }) => !inQuestion)
					.map(({ text }) => text)
					.join('\n');
				for (const question of questions) {
					for (const secret of secretsOf(question)) {
						expect(before).not.toContain(secret);
						expect(searched).not.toContain(secret);
					}
					const { options = {}, whole = '' } = rationales[question.id] ?? {};
					const told = Object.values(options);
					expect(told).toHaveLength(question.options.length);
					question.options.forEach((words, at) => {
						for (const word of words) expect(told[at]).toContain(word);
					});
					for (const word of question.whole) expect(whole).toContain(word);
				}
				expect(sent.terms.map(({ id }) => id)).toEqual(['data-induk']);
				expect(sent.regulations).toEqual([]);
			}),
			{ numRuns: 60 }
		);
	});

	test('numbers no footnote of the text, whatever it cites', () => {
		const text = (told: string) =>
			`:::question{#q}\nApa?\n\n- [x] Ya\n  > Sebab.${told}\n- [ ] Tidak\n  > Sebab.\n:::\n\nSatu.[^satu]\n\n[^satu]: Pertama.\n\n[^rahasia]: Kedua.`;
		const page = (told: string) => JSON.stringify(rendered(text(told)).segments);
		expect(page('[^rahasia][^satu]')).toBe(page(''));
	});

	test('is no heading: a heading within a question is refused, and leads nowhere', () => {
		const body =
			':::question{#q}\nApa?\n\n- [x] Ya\n  > ## Rahasia\n- [ ] Tidak\n  > Sebab.\n:::\n\n## Terbuka';
		expect(rendered(body).headings.map(({ text }) => text)).toEqual(['Terbuka']);
		expect(parseMarkdown(body).remarks).toMatchObject([{ rule: 'question-heading', line: 5 }]);
	});

	test('leads to a term where its definition can be read: on the page, else in the glossary', () => {
		const told = (text: string) =>
			rendered(
				`${text}\n\n:::question{#q}\nApa?\n\n- [x] Ya\n  > Itu [[data induk]].\n- [ ] Tidak\n:::`
			).rationales['q']?.options;
		expect(Object.values(told('Teks.') ?? {})).toEqual([
			'<p>Itu <a class="term" href="/belajar/data-1/glosarium#istilah-data-induk">data induk</a>.</p>'
		]);
		expect(Object.values(told('Ini [[data induk]].') ?? {})).toEqual([
			'<p>Itu <button type="button" class="term" popovertarget="istilah-data-induk">data induk</button>.</p>'
		]);
	});

	test('tells no order of steps or pairs by the order of terms and instruments', () => {
		const steps = (order: string[]) =>
			rendered(
				`:::question{#q kind=order}\nUrutkan.\n\n${order.map((step, at) => `${at + 1}. ${step}`).join('\n')}\n:::`
			);
		const [first, second] = [
			'[[data induk]] [Pasal 1](reg:uu-1-2020)',
			'[[data rahasia]] [Pasal 2](reg:uu-1-2027)'
		];
		const { terms, regulations, segments } = steps([first, second]);
		const turned = steps([second, first]);
		// Two steps are turned by one step where chance has put them right; what is sent follows what is shown.
		const shown =
			JSON.stringify(segments).indexOf('uu-1-2020') < JSON.stringify(segments).indexOf('uu-1-2027');
		expect(regulations).toEqual(shown ? ['uu-1-2020', 'uu-1-2027'] : ['uu-1-2027', 'uu-1-2020']);
		expect(terms).toEqual(turned.terms);
	});
});

describe('a footnote of a question', () => {
	const lesson = (inside: string, notes: string) =>
		rendered(`:::question{#q}\n${inside}\n\n- [x] Ya[^c]\n- [ ] Tidak\n:::\n\n${notes}`);

	test('stands under what cites it, lettered, and may lead to a footnote of the text', () => {
		const { segments } = rendered(
			':::question{#q}\nApa?[^a] Dan?[^b] Lagi.[^a]\n\n- [x] Ya\n- [ ] Tidak\n:::\n\nTeks.[^t]\n\n[^a]: Isi a.[^t]\n\n[^b]: Isi b.\n\n[^t]: Isi t.'
		);
		const [check] = segments;
		expect(check?.kind === 'check' && check.question.prompt).toBe(
			'<p>Apa?<sup class="footnote-ref"><span class="visually-hidden">Catatan </span>a</sup> Dan?<sup class="footnote-ref"><span class="visually-hidden">Catatan </span>b</sup> Lagi.<sup class="footnote-ref"><span class="visually-hidden">Catatan </span>a</sup></p>\n' +
				'<ol class="notes-under" type="a">\n<li><p>Isi a.<sup class="footnote-ref"><a href="#catatan-1" aria-label="Catatan kaki 1">1</a></sup></p></li>\n<li><p>Isi b.</p></li>\n</ol>'
		);
	});

	test('of an option stands with the option and leaves its id as it was', () => {
		const optionsIn = ({ segments: [check] }: ReturnType<typeof lesson>) =>
			check?.kind === 'check' && check.question.kind === 'single' ? check.question.options : [];
		const [noted] = optionsIn(lesson('Apa?', '[^c]: Isi c.'));
		const [plain] = optionsIn(lesson('Apa?', 'Teks.[^c]\n\n[^c]: Isi c.'));
		expect(noted?.html).toContain('Isi c.');
		expect(noted?.id).toBe(plain?.id);
		expect(plain?.html).toContain('href="#catatan-1"');
	});

	test.each([
		['too long to be repeated', '[^c]: ' + 'kata '.repeat(300), 'terlalu panjang'],
		['citing another one of its own', '[^c]: Isi.[^d]\n\n[^d]: Lagi.', 'merujuk']
	])('is refused when it is %s', (_what, notes, words) => {
		const body = `:::question{#q}\nApa?\n\n- [x] Ya[^c]\n- [ ] Tidak\n:::\n\n${notes}`;
		const { remarks } = parseMarkdown(body);
		expect(remarks.map(({ rule }) => rule)).toContain('footnote');
		expect(remarks.map(({ message }) => message).join('\n')).toContain(words);
	});
});
