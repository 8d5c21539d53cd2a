import { describe, expect, test } from 'vitest';
import type { AnswerKey } from '../catalog/keys.ts';
import { Refusal } from '../refusal.ts';
import { judge, type Answerable, type Given } from './grading.ts';

const ids = (...names: string[]) => names.map((id) => ({ id }));
const key = (...correct: string[]): AnswerKey => ({ correct, detail: null });
const numeric: AnswerKey = {
	correct: [],
	detail: { kind: 'numeric', value: 2.585, tolerance: 0.005 }
};
const short: AnswerKey = {
	correct: [],
	detail: { kind: 'short', accepted: ['data induk', 'master data'] }
};

const single: Answerable = { kind: 'single', options: ids('a', 'b') };
const multiple: Answerable = { kind: 'multiple', options: ids('a', 'b', 'c') };
const match: Answerable = { kind: 'match', lefts: ids('l', 'm'), rights: ids('r', 's', 't') };
const order: Answerable = { kind: 'order', steps: ids('p', 'q', 'r') };

const chosen = (...choice: string[]): Given => ({ choice });
const typed = (text: string): Given => ({ choice: [], typed: text });

describe('an answer', () => {
	test.each<[string, Answerable, AnswerKey, Given, boolean]>([
		['the right option', single, key('a'), chosen('a'), true],
		['another option', single, key('a'), chosen('b'), false],
		['all right options, in any order', multiple, key('a', 'b'), chosen('b', 'a'), true],
		['the same twice', multiple, key('a'), chosen('a', 'a'), true],
		['not all of them', multiple, key('a', 'b'), chosen('a'), false],
		['one too many', multiple, key('a', 'b'), chosen('a', 'b', 'c'), false],
		['every pair', match, key('l:r', 'm:s'), chosen('m:s', 'l:r'), true],
		['two lefts with one right', match, key('l:r', 'm:r'), chosen('l:r', 'm:r'), true],
		['pairs crossed', match, key('l:r', 'm:s'), chosen('l:s', 'm:r'), false],
		['every step in place', order, key('p:1', 'q:2', 'r:3'), chosen('q:2', 'p:1', 'r:3'), true],
		['two steps swapped', order, key('p:1', 'q:2', 'r:3'), chosen('q:1', 'p:2', 'r:3'), false],
		['the number', { kind: 'numeric' }, numeric, typed('2,585'), true],
		['the edge of the tolerance', { kind: 'numeric' }, numeric, typed('2,59'), true],
		['beyond the tolerance', { kind: 'numeric' }, numeric, typed('2,5901'), false],
		['a number with its unit', { kind: 'numeric' }, numeric, typed(' 2,585 jam '), true],
		['an accepted word', { kind: 'short' }, short, typed('  Data-Induk. '), true],
		['a synonym in quotation marks', { kind: 'short' }, short, typed('“master  data”'), true],
		['another word', { kind: 'short' }, short, typed('data'), false]
	])('that is %s is judged', (_what, question, answerKey, given, right) => {
		expect(judge(question, answerKey, given).correct).toBe(right);
	});

	test.each<[string, Answerable, AnswerKey, Given]>([
		['choice-missing', single, key('a'), chosen()],
		['choice-missing', match, key('l:r'), chosen('', '')],
		['choice-unknown', single, key('a'), chosen('z')],
		['choice-unknown', single, key('a'), chosen('a', 'b')],
		['choice-unknown', match, key('l:r'), chosen('l:z', 'm:r')],
		['choice-unknown', order, key('p:1'), chosen('p:4', 'q:1', 'r:2')],
		['answer-incomplete', match, key('l:r', 'm:s'), chosen('l:r')],
		['answer-incomplete', match, key('l:r', 'm:s'), chosen('l:r', 'l:s')],
		['answer-incomplete', order, key('p:1'), chosen('p:1', 'q:2')],
		['positions-repeat', order, key('p:1'), chosen('p:1', 'q:1', 'r:2')],
		['answer-missing', { kind: 'short' }, short, typed('  ')],
		['answer-too-long', { kind: 'short' }, short, typed('a'.repeat(201))],
		['answer-not-number', { kind: 'numeric' }, numeric, typed('dua')],
		['check-unknown', { kind: 'essay' }, key(), chosen('a')]
	])('is refused with %s', (code, question, answerKey, given) => {
		expect(() => judge(question, answerKey, given)).toThrow(
			expect.objectContaining({ code }) as Refusal
		);
	});

	test.each<[string, number]>([
		['3', 3],
		['-3', -3],
		['− 3', -3],
		['+3', 3],
		['1.234,5', 1234.5],
		['1 234,5', 1234.5],
		['12 345 678', 12_345_678],
		['2.5', 2.5],
		['0,50', 0.5],
		[',5', 0.5],
		['Rp 50', 50],
		['Rp50.000', 50_000],
		['Rp. 50.000,00', 50_000],
		['45 menit', 45],
		['45 menit.', 45],
		['2jam', 2],
		['5 hari kerja', 5],
		['80 km/jam', 80],
		['75%', 75],
		['75 persen', 75],
		['12 m²', 12]
	])('typed as %s is the number %d', (text, value) => {
		const answerKey: AnswerKey = { correct: [], detail: { kind: 'numeric', value, tolerance: 0 } };
		expect(judge({ kind: 'numeric' }, answerKey, typed(text)).correct).toBe(true);
	});

	test.each([
		...['3/4', '10-20', '10 – 20', '5 dari 10', '1e5', '7 8', '1 2345', '1.23.4', '12a3', '2,5,1'],
		...[
			'5 juta',
			'5juta rupiah',
			'Rp',
			'−',
			'.',
			',',
			'5 6 jam',
			'kira-kira 5',
			'5 atau lebih dari itu'
		]
	])('typed as %s states no one number, and does not count as a try', (text) => {
		expect(() => judge({ kind: 'numeric' }, numeric, typed(text))).toThrow(
			expect.objectContaining({ code: 'answer-not-number' }) as Refusal
		);
	});

	test('is recorded by ids alone; what was typed stands apart', () => {
		expect(judge({ kind: 'short' }, short, typed(' Data  induk '))).toEqual({
			choice: ['tepat'],
			correct: true,
			typed: 'Data induk'
		});
		expect(judge({ kind: 'numeric' }, numeric, typed('7')).choice).toEqual(['lain']);
	});
});
