import { expect, test } from 'vitest';
import { messagesIn } from '../../messages/catalogue.ts';
import { readMending } from './mending-form.ts';

const filled = { title: 'Satu Data', organiser: 'Bappenas', jp: '7,5', earnedOn: '2026-05-05' };

test.each<[string, Partial<typeof filled>, string[]]>([
	['all there', {}, []],
	['no JP', { jp: 'tujuh' }, ['jp']],
	['a day that is none', { earnedOn: '2026-02-30' }, ['earnedOn']],
	['a title longer than is kept', { title: 'x'.repeat(301) }, ['title']],
	['blank lines', { title: ' ', organiser: '' }, ['title', 'organiser']]
])('%s', (_name, changes, fields) => {
	const form = new FormData();
	for (const [name, value] of Object.entries({ ...filled, ...changes })) form.set(name, value);
	const { typed, mending, mistakes } = readMending(form, messagesIn('id'));
	expect(mistakes.map(({ field }) => field)).toEqual(fields);
	expect(mending === null).toBe(fields.length > 0);
	expect(typed).toEqual({ ...filled, ...changes, ...(changes.title === ' ' && { title: '' }) });
});
