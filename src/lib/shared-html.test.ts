import { expect, test } from 'vitest';
import { held, withHeld } from './held-html.ts';
import { sharedHtml } from './shared-html.ts';

const counting = (html: string) => {
	const make = () => {
		make.calls++;
		return html;
	};
	make.calls = 0;
	return make;
};

test('what everybody gets alike is made once for the same objects and values', () => {
	const question = { id: 'a' };
	const make = counting('<p>Soal</p>');
	expect(sharedHtml([question, 'id', undefined], make)).toBe('<p>Soal</p>');
	expect(sharedHtml([question, 'id', undefined], make)).toBe('<p>Soal</p>');
	expect(make.calls).toBe(1);
});

test('anything named that differs makes it anew', () => {
	const question = { id: 'a' };
	const words = { title: 'Soal' };
	const all: [object, ...unknown[]][] = [
		[question],
		[question, words],
		[question, words, 'id'],
		[question, words, 'en'],
		[question, words, undefined],
		[question, words, ''],
		[question, { ...words }, 'id'],
		[{ ...question }, words, 'id'],
		[words, question, 'id']
	];
	for (const [index, of] of all.entries())
		expect(sharedHtml(of, counting(`<p>${index}</p>`))).toBe(`<p>${index}</p>`);
});

test('it outlives what it was made with', () => {
	const long = `<p>${'isi '.repeat(300)}</p>`;
	const question = {};
	const mark = held(long, 0);
	expect(mark).not.toBe(long);
	const html = sharedHtml([question], () => `<div>${mark}</div>`);
	for (let number = 0; number < 40; number++) held(`${number}`.padEnd(1024 * 1024), 200_000);
	expect(() => withHeld(mark)).toThrow();
	expect(html).toBe(`<div>${long}</div>`);
});
